package org.digitscope.plot;

import java.util.Locale;

/** Probabilities as percentages with two decimals; what isn't 0 is never written as if it were. */
public final class PercentText {

    /** Below this, two decimals of a percentage are zeros. */
    private static final double LEAST = 0.00005;

    private PercentText() {
    }

    /** @param probability from 0 to 1, or not a number */
    public static String of(double probability) {
        return probability > 0 && probability < LEAST ? "< 0.01 %" : String.format(Locale.ROOT, "%.2f %%", 100 * probability);
    }
}
