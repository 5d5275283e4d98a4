package org.digitscope.files.lessons;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.LessonResult;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.StrictJson;

/** What learners have done: of one lesson to hand in, or of all lessons as the program keeps it. Both are the same readable JSON. */
public final class ResultFile {

    private static final String FORMAT = "digitscope lesson results 1";
    private static final String EXPECTED = "results of lessons as Digitscope writes them";
    private static final int MAX_BYTES = 2_000_000;
    private static final int MOST_LESSONS = 100;
    private static final int MOST_CHAPTERS = 1000;

    private ResultFile() {
    }

    public static void write(Path file, List<LessonResult> results) throws IOException {
        List<Map<String, Object>> lessons = results.stream().map(ResultFile::lesson).toList();
        AtomicFile.writeText(file, StrictJson.writeReadable(StrictJson.fields("format", FORMAT, "lessons", lessons)) + "\n");
    }

    /**
     * Reads the results that the program keeps.
     *
     * @return none where there is no such file
     * @throws UnreadableFileException when it is damaged
     */
    public static List<LessonResult> readKept(Path file) throws IOException {
        return Files.exists(file) ? read(file) : List.of();
    }

    /** @throws UnreadableFileException when the file isn't one */
    public static List<LessonResult> read(Path file) throws IOException {
        String text = new String(ReadableFile.bytes(file, EXPECTED, MAX_BYTES), StandardCharsets.UTF_8);
        JsonNode root = StrictJson.parse(text).filter(node -> FORMAT.equals(node.path("format").textValue()))
                .orElseThrow(() -> unreadable(file, "is no '" + FORMAT + "'"));
        List<LessonResult> all = new ArrayList<>();
        for (JsonNode lesson : array(file, root, "lessons", MOST_LESSONS)) {
            List<ChapterResult> chapters = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (JsonNode chapter : array(file, lesson, "chapters", MOST_CHAPTERS)) {
                if (!chapter.path("done").isBoolean() || !names.add(text(file, chapter, "chapter"))) {
                    throw unreadable(file, "has a chapter twice, or one whose 'done' is neither true nor false");
                }
                chapters.add(new ChapterResult(text(file, chapter, "chapter"), chapter.get("done").booleanValue(), text(file, chapter, "typed")));
            }
            all.add(new LessonResult(text(file, lesson, "lesson"), text(file, lesson, "author"), chapters));
        }
        return all;
    }

    private static Map<String, Object> lesson(LessonResult result) {
        return StrictJson.fields("lesson", result.lesson(), "author", result.author(), "chapters", result.chapters().stream()
                .map(each -> StrictJson.fields("chapter", each.chapter(), "done", each.done(), "typed", each.typed())).toList());
    }

    private static Iterable<JsonNode> array(Path file, JsonNode node, String name, int most) throws UnreadableFileException {
        return Optional.of(node.path(name)).filter(found -> found.isArray() && found.size() <= most)
                .orElseThrow(() -> unreadable(file, "has no list '" + name + "' of at most " + most));
    }

    private static String text(Path file, JsonNode node, String name) throws UnreadableFileException {
        return Optional.ofNullable(node.path(name).textValue()).orElseThrow(() -> unreadable(file, "has no text '" + name + "'"));
    }

    private static UnreadableFileException unreadable(Path file, String problem) {
        return new UnreadableFileException(file, problem + "; expected " + EXPECTED);
    }
}
