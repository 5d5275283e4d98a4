package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;

/**
 * Which pictures to show, as people type it: words such as {@code true:4 said:9 wrong}, all of which must hold. Known words:
 * {@code wrong}, {@code right}, {@code unsure}, {@code true:DIGIT}, {@code said:DIGIT}, {@code index:N} and {@code index:N-M}.
 */
public final class DigitFilter {

    /** Below this margin an answer is called unsure. */
    public static final float UNSURE = 0.5f;
    private static final Pattern WITH_NUMBER = Pattern.compile("(true|said|index):(\\d{1,6})(?:-(\\d{1,6}))?");

    private interface Condition {
        boolean holds(AnsweredDigits digits, int picture);
    }

    private final List<Condition> conditions = new ArrayList<>();

    private DigitFilter(String text) {
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("[\\s,]+")) {
            if (!word.isEmpty()) {
                conditions.add(condition(word));
            }
        }
    }

    /**
     * Reads a filter.
     *
     * @throws IllegalArgumentException with a sentence that names the word which isn't known
     */
    public static DigitFilter parse(String text) {
        return new DigitFilter(text);
    }

    /** The pictures for which all words hold. */
    public IntPredicate on(AnsweredDigits digits) {
        return picture -> conditions.stream().allMatch(condition -> condition.holds(digits, picture));
    }

    private static Condition condition(String word) {
        switch (word) {
            case "wrong":
                return (digits, picture) -> !digits.isRight(picture);
            case "right":
                return AnsweredDigits::isRight;
            case "unsure":
                return (digits, picture) -> digits.margin(picture) < UNSURE;
            default:
                return withNumber(word);
        }
    }

    private static Condition withNumber(String word) {
        Matcher matcher = WITH_NUMBER.matcher(word);
        if (!matcher.matches() || matcher.group(3) != null && !matcher.group(1).equals("index")) {
            throw new IllegalArgumentException("\"" + word + "\" is none of: wrong, right, unsure, true:4, said:9, index:12, "
                    + "index:100-199");
        }
        int from = Integer.parseInt(matcher.group(2));
        if (!matcher.group(1).equals("index") && from >= Dataset.CLASSES) {
            throw new IllegalArgumentException("\"" + word + "\" names no class; expected 0 to " + (Dataset.CLASSES - 1));
        }
        int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
        return switch (matcher.group(1)) {
            case "true" -> (digits, picture) -> digits.truth(picture) == from;
            case "said" -> (digits, picture) -> digits.answer(picture) == from;
            default -> (digits, picture) -> picture >= from && picture <= to;
        };
    }
}
