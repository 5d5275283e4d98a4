package org.digitscope.evaluation;

import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.network.SplitMix64;

/** Changes to all parameters at once. */
public final class Perturbation {

    private Perturbation() {
    }

    /** A copy whose biases are all zero. */
    public static Parameters withoutBiases(Parameters parameters) {
        Parameters edited = parameters.copy();
        edited.layers().forEach(layer -> layer.bias().zero());
        return edited;
    }

    /**
     * A copy with w + σ·g for each weight, g standard normal; the biases stay. The same seed gives the same bits everywhere.
     *
     * @param sigma standard deviation of the noise, in the unit of the weights
     * @throws IllegalArgumentException when σ is negative or not finite
     */
    public static Parameters withNoise(Parameters parameters, float sigma, long seed) {
        checkDeviation(sigma);
        Parameters edited = parameters.copy();
        SplitMix64 random = new SplitMix64(seed);
        for (Layer layer : edited.layers()) {
            float[] weights = layer.kernel().data;
            for (int i = 0; i < weights.length; i++) {
                weights[i] += sigma * (float) random.nextGaussian();
            }
        }
        return edited;
    }

    static void checkDeviation(float sigma) {
        if (!(sigma >= 0) || Float.isInfinite(sigma)) {
            throw new IllegalArgumentException("a standard deviation is a number from 0 on, not " + sigma);
        }
    }
}
