package org.digitscope.explain.lesson.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How two numbers are compared. Numbers that differ by rounding only are equal. */
enum Comparison {
    AT_LEAST("≥", "at least ", ">=", "is at least", "at least", "reaches"),
    MORE(">", "more than ", ">", "is more than", "more than", "is above", "above"),
    AT_MOST("≤", "at most ", "<=", "is at most", "at most"),
    LESS("<", "less than ", "<", "is less than", "less than", "is below", "below"),
    DIFFERENT("≠", "anything but ", "!=", "is not"),
    EQUAL("=", "", "=", "==", "is");

    private static final double ROUNDING = 1e-9;

    private final String sign;
    private final String words;
    private final List<String> spellings;

    /** @param words what stands before the number where it is asked for */
    Comparison(String sign, String words, String... spellings) {
        this.sign = sign;
        this.words = words;
        this.spellings = List.of(spellings);
    }

    String words() {
        return words;
    }

    /** What holds where this doesn't. */
    Comparison opposite() {
        return switch (this) {
            case AT_LEAST -> LESS;
            case MORE -> AT_MOST;
            case AT_MOST -> MORE;
            case LESS -> AT_LEAST;
            case DIFFERENT -> EQUAL;
            case EQUAL -> DIFFERENT;
        };
    }

    /** The one that is written so, in one or more words with a blank between. */
    static Optional<Comparison> of(String spelling) {
        return Arrays.stream(values()).filter(each -> each.sign.equals(spelling) || each.spellings.contains(spelling)).findFirst();
    }

    boolean holds(double left, double right) {
        double difference = left - right;
        boolean same = Math.abs(difference) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right)) || left == right;
        return switch (this) {
            case AT_LEAST -> same || difference > 0;
            case MORE -> !same && difference > 0;
            case AT_MOST -> same || difference < 0;
            case LESS -> !same && difference < 0;
            case DIFFERENT -> !same;
            case EQUAL -> same;
        };
    }
}
