package org.digitscope.explain.lesson.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How two numbers are compared. Numbers that differ by rounding only are equal. */
enum Comparison {
    AT_LEAST("≥", ">=", "is at least", "at least", "reaches"),
    MORE(">", ">", "is more than", "more than", "is above", "above"),
    AT_MOST("≤", "<=", "is at most", "at most"),
    LESS("<", "<", "is less than", "less than", "is below", "below"),
    DIFFERENT("≠", "!=", "is not"),
    EQUAL("=", "=", "==", "is");

    private static final double ROUNDING = 1e-9;

    private final String sign;
    private final List<String> spellings;

    Comparison(String sign, String... spellings) {
        this.sign = sign;
        this.spellings = List.of(spellings);
    }

    String sign() {
        return sign;
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
