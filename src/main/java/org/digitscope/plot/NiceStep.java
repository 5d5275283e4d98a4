package org.digitscope.plot;

import java.math.BigDecimal;

/** The distance of two ticks: 1, 2 or 5 times a power of ten. */
record NiceStep(int digit, int power) {

    /** Shares of a step by which rounding may move an axis's end beyond a tick. */
    private static final double TOLERANCE = 1e-9;

    /** The finest step with which no more than {@code most} ticks lie from {@code min} to {@code max}. */
    static NiceStep finest(double min, double max, int most) {
        NiceStep step = new NiceStep(1, (int) Math.floor(Math.log10((max - min) / (most + 1))));
        while (step.last(max) - step.first(min) + 1 > most) {
            step = step.next();
        }
        return step;
    }

    /** The multiple of the step, exactly. */
    BigDecimal times(long multiple) {
        return BigDecimal.valueOf(digit, -power).multiply(BigDecimal.valueOf(multiple));
    }

    /** The first multiple from {@code min} on. */
    long first(double min) {
        return (long) Math.ceil(min / times(1).doubleValue() - TOLERANCE);
    }

    /** The last multiple up to {@code max}. */
    long last(double max) {
        return (long) Math.floor(max / times(1).doubleValue() + TOLERANCE);
    }

    private NiceStep next() {
        return switch (digit) {
            case 1 -> new NiceStep(2, power);
            case 2 -> new NiceStep(5, power);
            default -> new NiceStep(1, power + 1);
        };
    }
}
