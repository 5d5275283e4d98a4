package org.digitscope.explain.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The chapters, read once from the text that comes with the program. A line that begins with conditions in brackets, such as
 * {@code [hidden !zero]}, is there only where they hold. Numbers are filled in where one is named in braces; {@code {steps|step|steps}}
 * is the first word where the number is 1, and else the second.
 */
public final class Lesson {

    private static final Pattern NUMBER = Pattern.compile("\\{(\\w+)(?:\\|([^|}]+)\\|([^|}]+))?}");
    private static final Pattern CONDITIONAL = Pattern.compile("\\[([!\\w ]+)] (.*)");
    private static final String MARKS = "#@>?=!";

    private final List<List<String>> templates;

    private Lesson(List<List<String>> templates) {
        this.templates = List.copyOf(templates);
    }

    /** Reads the text. */
    public static Lesson load() {
        return new Lesson(Stream.of(resource("chapters.txt").strip().split("\n\n+")).map(text -> List.of(text.split("\n"))).toList());
    }

    /** All chapters with these numbers. */
    public List<Chapter> chapters(LessonNumbers numbers) {
        return templates.stream().map(lines -> chapter(lines.stream().flatMap(line -> where(line, numbers)).map(line -> fill(line, numbers)).toList()))
                .toList();
    }

    /** A text that comes with the program. */
    static String resource(String name) {
        try (InputStream file = Lesson.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own files can always be read", broken);
        }
    }

    private static Chapter chapter(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        String[] marked = new String[MARKS.length()];
        for (String line : lines) {
            int mark = MARKS.indexOf(line.charAt(0));
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

    /** A line without its conditions where they hold; nothing where they don't. */
    private static Stream<String> where(String line, LessonNumbers numbers) {
        Matcher conditional = CONDITIONAL.matcher(line);
        if (!conditional.matches()) {
            return Stream.of(line);
        }
        boolean holds = Stream.of(conditional.group(1).split(" "))
                .allMatch(condition -> condition.startsWith("!") ? !numbers.holds(condition.substring(1)) : numbers.holds(condition));
        return holds ? Stream.of(conditional.group(2)) : Stream.empty();
    }

    private static String fill(String text, LessonNumbers numbers) {
        Matcher matcher = NUMBER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = numbers.get(matcher.group(1));
            String word = value.equals("1") ? matcher.group(2) : matcher.group(3);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(word == null ? value : word));
        }
        return matcher.appendTail(filled).toString();
    }
}
