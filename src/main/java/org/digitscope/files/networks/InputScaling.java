package org.digitscope.files.networks;

import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Parameters;

/**
 * Notices a network that was trained with standardized pixels, (x − mean)/std with MNIST's usual mean 0.1307 and standard deviation
 * 0.3081, and makes one of it that takes x itself: W′ = W/std and b′ = b − mean/std·Σ W.
 */
public final class InputScaling {

    private static final double MEAN = 0.1307;
    private static final double STANDARD_DEVIATION = 0.3081;
    /** So much better must the other reading score. */
    private static final double CLEARLY = 0.02;

    private InputScaling() {
    }

    /** The network for pixels from 0 to 1 where that scores clearly better on the test digits; empty where it is fine as it is. */
    public static Optional<Parameters> folded(Parameters network, Dataset test) {
        Parameters folded = fold(network);
        boolean better = Evaluation.of(folded, test).accuracy() > Evaluation.of(network, test).accuracy() + CLEARLY;
        return better ? Optional.of(folded) : Optional.empty();
    }

    static Parameters fold(Parameters network) {
        Parameters folded = network.copy();
        int hidden = network.hidden();
        for (int neuron = 0; neuron < hidden; neuron++) {
            double sum = 0;
            for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
                float weight = network.layer1().kernel().get(pixel, neuron);
                sum += weight;
                folded.layer1().kernel().set(pixel, neuron, (float) (weight / STANDARD_DEVIATION));
            }
            double bias = network.layer1().bias().data[neuron] - MEAN / STANDARD_DEVIATION * sum;
            folded.layer1().bias().data[neuron] = (float) bias;
        }
        return folded;
    }
}
