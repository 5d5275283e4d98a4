package org.digitscope.explain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An exact split of one number, a logit or the difference of two, in double. Split by pixel, it is bias + Σ pixels; split by
 * neuron, outputBias + Σ neurons. Both have the same total.
 *
 * @param bias what remains when the picture is black and the same neurons are on: b₂ + Σ b₁·w₂ over these
 * @param pixels 784 parts
 * @param outputBias b₂
 * @param neurons a part for each neuron, its bias included; 0 where it is off
 */
public record Account(double bias, double[] pixels, double outputBias, double[] neurons) {

    /** bias + Σ pixels. */
    public double total() {
        return bias + Arrays.stream(pixels).sum();
    }

    /** Σ of the pixels' parts that are above 0. */
    public double favour() {
        return Arrays.stream(pixels).filter(part -> part > 0).sum();
    }

    /** Σ of the pixels' parts that are below 0. */
    public double against() {
        return Arrays.stream(pixels).filter(part -> part < 0).sum();
    }

    /** What this has more than another: "why this digit and not that one". */
    public Account minus(Account other) {
        return new Account(bias - other.bias, difference(pixels, other.pixels), outputBias - other.outputBias,
                difference(neurons, other.neurons));
    }

    private static double[] difference(double[] these, double[] those) {
        return IntStream.range(0, these.length).mapToDouble(i -> these[i] - those[i]).toArray();
    }
}
