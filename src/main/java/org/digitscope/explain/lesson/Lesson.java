package org.digitscope.explain.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The chapters, read once from the text that comes with the program; numbers are filled in wherever it names one in braces. */
public final class Lesson {

    private static final Pattern NUMBER = Pattern.compile("\\{(\\w+)}");

    private final List<Chapter> templates;

    private Lesson(List<Chapter> templates) {
        this.templates = List.copyOf(templates);
    }

    /** Reads the text. */
    public static Lesson load() {
        return new Lesson(Stream.of(resource("chapters.txt").split("\n\n+")).map(Lesson::chapter).toList());
    }

    /**
     * All chapters with these numbers.
     *
     * @param numbers as {@link LessonNumbers} makes them
     */
    public List<Chapter> chapters(Map<String, String> numbers) {
        return templates.stream().map(chapter -> chapter.map(text -> fill(text, numbers))).toList();
    }

    /** A text that comes with the program. */
    static String resource(String name) {
        try (InputStream file = Lesson.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own files can always be read", broken);
        }
    }

    private static Chapter chapter(String text) {
        List<String> paragraphs = new ArrayList<>();
        String[] marked = new String["#@>?=!".length()];
        for (String line : text.strip().split("\n")) {
            int mark = "#@>?=!".indexOf(line.charAt(0));
            if (mark >= 0 && line.charAt(1) == ' ') {
                marked[mark] = line.substring(2).strip();
            } else {
                paragraphs.add(line);
            }
        }
        Optional<Chapter.Action> action = Optional.ofNullable(marked[2]).map(line -> line.split(" \\| "))
                .map(parts -> new Chapter.Action(parts[0], parts[1]));
        return new Chapter(marked[0], List.copyOf(paragraphs), Optional.ofNullable(marked[1]), action, marked[3], marked[4], marked[5]);
    }

    private static String fill(String text, Map<String, String> numbers) {
        Matcher matcher = NUMBER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = numbers.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no number is called " + matcher.group(1));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
