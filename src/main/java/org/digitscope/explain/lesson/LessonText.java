package org.digitscope.explain.lesson;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.data.ShownNumbers;

/** Fills numbers in where one is named in braces; {@code {steps|step|steps}} is the first word where the number is 1, and else the second. */
final class LessonText {

    private static final Pattern NUMBER = Pattern.compile("\\{(\\w+)(?:\\|([^|}]+)\\|([^|}]+))?}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(\\D|$|\\d{3}))");

    private LessonText() {
    }

    /** The numbers that a text names. */
    static List<String> names(String text) {
        return NUMBER.matcher(text).results().map(result -> result.group(1)).toList();
    }

    static String fill(String text, LessonNumbers numbers) {
        return fill(text, numbers, UnaryOperator.identity());
    }

    /** As programs write numbers: no comma between thousands, and the minus of ASCII. */
    static String fillCode(String text, LessonNumbers numbers) {
        return fill(text, numbers, value -> value.matches("[\\d,]+") ? THOUSANDS.matcher(value).replaceAll("") : ShownNumbers.ascii(value));
    }

    private static String fill(String text, LessonNumbers numbers, UnaryOperator<String> written) {
        return NUMBER.matcher(text).replaceAll(named -> Matcher.quoteReplacement(value(named, numbers, written)));
    }

    private static String value(MatchResult named, LessonNumbers numbers, UnaryOperator<String> written) {
        String value = numbers.get(named.group(1));
        String word = value.equals("1") ? named.group(2) : named.group(3);
        return word == null ? written.apply(value) : word;
    }
}
