package org.digitscope.data;

import java.math.BigDecimal;

/** Numbers in sentences, written as people type them. */
public final class PlainNumber {

    private static final double LARGEST_IN_FULL = 1e7;

    private PlainNumber() {
    }

    /** 0.001, 0.00001 and 1e20, not 1.0E-5. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return String.valueOf(number);
        }
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return Math.abs(number) < LARGEST_IN_FULL ? exact.toPlainString() : exact.toString().replace("E+", "e");
    }
}
