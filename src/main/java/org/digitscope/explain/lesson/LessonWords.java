package org.digitscope.explain.lesson;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.digitscope.explain.lesson.condition.Fact;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.explain.lesson.condition.Term;
import org.digitscope.explain.lesson.scene.StageScene;

/** All that lessons may name, each with what it is. */
public final class LessonWords {

    private static final Map<String, String> NUMBERS = read("numbers.txt");
    private static final Map<String, String> CONDITIONS = read("conditions.txt");
    private static final Map<String, String> EXHIBITS = read("exhibits.txt");
    private static final Map<String, String> COMMANDS = read("commands.txt");

    private LessonWords() {
    }

    /** What lines begin with. */
    public static Map<String, String> keywords() {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(Keyword.values()).forEach(each -> all.put(each.word() + ":", each.meaning()));
        return all;
    }

    /** What may stand in braces within a text. */
    public static Map<String, String> numbers() {
        return NUMBERS;
    }

    /** What may stand in brackets at the beginning of a line. */
    public static Map<String, String> conditions() {
        return CONDITIONS;
    }

    /** What {@code exhibit:} may name. */
    public static Map<String, String> exhibits() {
        return EXHIBITS;
    }

    /** What {@code do:} may name. */
    public static Map<String, String> commands() {
        return COMMANDS;
    }

    /** What {@code scene:} may say. */
    public static Map<String, String> scenes() {
        return StageScene.words();
    }

    /** What {@code when:} and {@code choice:} may speak of. */
    public static Map<String, String> terms() {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.<Term[]>of(Quantity.values(), Setting.values(), Fact.values()).flatMap(Stream::of).forEach(term -> all.put(term.phrase(), term.meaning()));
        return all;
    }

    /** The lines "word: meaning" of a text that comes with the program, in their order. */
    static Map<String, String> read(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : Lesson.resource(name).strip().split("\n")) {
            int colon = line.indexOf(": ");
            all.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return Collections.unmodifiableMap(all);
    }
}
