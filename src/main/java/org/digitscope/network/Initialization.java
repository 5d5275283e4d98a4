package org.digitscope.network;

import org.digitscope.data.PlainNumber;

/**
 * How a network begins.
 *
 * @param values how its weights are drawn
 * @param deviation the standard deviation of {@link StartValues#NORMAL}; the others don't use it
 */
public record Initialization(StartValues values, double deviation) {

    /** Keras's default deviation of normal start values. */
    public static final double USUAL_DEVIATION = 0.05;
    /** Keras's default for dense layers. */
    public static final Initialization GLOROT = new Initialization(StartValues.GLOROT_UNIFORM, USUAL_DEVIATION);

    private static final double MAX_DEVIATION = 100;

    /** @throws IllegalArgumentException for a value out of range, with a sentence that names it */
    public Initialization {
        if (values == null) {
            throw new IllegalArgumentException("start values must be " + StartValues.labels());
        }
        if (!(deviation > 0 && deviation <= MAX_DEVIATION)) {
            throw new IllegalArgumentException("deviation of the start values must be above 0 and at most 100, not "
                    + PlainNumber.of(deviation));
        }
    }

    /** The start of a network, decided by the seed. */
    public Parameters create(Architecture architecture, long seed) {
        return values.create(architecture, deviation, seed);
    }
}
