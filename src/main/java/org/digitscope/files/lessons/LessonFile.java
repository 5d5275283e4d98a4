package org.digitscope.files.lessons;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonFault;
import org.digitscope.explain.lesson.LessonFormatException;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.StrictJson;

/** Lessons as text files. */
public final class LessonFile {

    private static final String EXPECTED = "a lesson as text";
    private static final String START = "digitscope lesson ";
    private static final int MAX_BYTES = 1_000_000;

    private LessonFile() {
    }

    /** Whether a file begins as lessons do. What can't be read is none. */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(START.length() + 3), StandardCharsets.UTF_8).replace("\uFEFF", "");
            return start.toLowerCase(Locale.ROOT).startsWith(START);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @throws UnreadableFileException with the first of what is wrong */
    public static Lesson read(Path file) throws IOException {
        try {
            return Lesson.parse(text(file));
        } catch (LessonFormatException wrong) {
            int others = wrong.faults().size() - 1;
            throw new UnreadableFileException(file, "can't be used as a lesson. " + wrong.faults().get(0)
                    + (others == 0 ? "" : " (and " + others + " more; 'digitscope lesson check' lists all)"));
        }
    }

    /** All that is wrong with a file, in the order of its lines; nothing for one that is right. */
    public static List<LessonFault> check(Path file) throws IOException {
        try {
            String text = text(file);
            Lesson lesson = Lesson.parse(text);
            return Stream.concat(lesson.project().stream(), lesson.scenes().stream().flatMap(scene -> scene.project().stream())).distinct()
                    .filter(name -> !Files.isRegularFile(file.resolveSibling(name)))
                    .map(name -> new LessonFault(lineOf(name, text), "The project " + StrictJson.quote(name) + " doesn't lie beside the lesson")).toList();
        } catch (LessonFormatException wrong) {
            return wrong.faults();
        }
    }

    private static int lineOf(String project, String text) {
        List<String> lines = text.lines().map(line -> line.strip().replaceFirst("^project: +", "")).toList();
        return lines.indexOf(project) + 1;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = ReadableFile.bytes(file, EXPECTED, MAX_BYTES);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException damaged) {
            throw new UnreadableFileException(file, "holds bytes that are no text in UTF-8; expected " + EXPECTED);
        }
    }
}
