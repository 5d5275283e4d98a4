package org.digitscope.app.view;

import java.util.Comparator;
import java.util.OptionalDouble;

/** Texts in the order of what they stand for: numbers by their values, and before words. */
final class ByValue {

    static final Comparator<String> ORDER = Comparator.comparing((String text) -> number(text).isEmpty())
            .thenComparingDouble(text -> number(text).orElse(0)).thenComparing(Comparator.naturalOrder());

    private ByValue() {
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.replace(" %", "")));
        } catch (NumberFormatException words) {
            return OptionalDouble.empty();
        }
    }
}
