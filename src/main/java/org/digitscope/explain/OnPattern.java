package org.digitscope.explain;

import java.util.Arrays;
import org.digitscope.network.Architecture;

/** Which neurons are on. For pictures with the same pattern the network is one and the same linear function. */
public final class OnPattern {

    private final long[] bits = new long[Architecture.MAX_NEURONS / Long.SIZE];

    private OnPattern(float[] sums, int from, int hidden) {
        for (int neuron = 0; neuron < hidden; neuron++) {
            if (sums[from + neuron] > 0) {
                bits[neuron / Long.SIZE] |= 1L << neuron % Long.SIZE;
            }
        }
    }

    /** @param sums sums before ReLU, of which those in [from, from + hidden) are taken */
    static OnPattern of(float[] sums, int from, int hidden) {
        return new OnPattern(sums, from, hidden);
    }

    /** The pattern of a traced picture. */
    public static OnPattern of(ForwardTrace trace) {
        float[] sums = new float[trace.hidden()];
        for (int neuron = 0; neuron < sums.length; neuron++) {
            sums[neuron] = trace.sum(neuron);
        }
        return of(sums, 0, sums.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OnPattern pattern && Arrays.equals(bits, pattern.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
