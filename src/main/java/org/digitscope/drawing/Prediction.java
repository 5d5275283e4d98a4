package org.digitscope.drawing;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;

/**
 * What a network says to a digit.
 *
 * @param digit what it was given
 * @param probabilities of the ten digits, the mean over the fits; all NaN where a sum of the network is no number
 */
public record Prediction(FittedDigit digit, float[] probabilities) {

    /** The mean of the network's probabilities for all fits. */
    public static Prediction of(FittedDigit digit, Parameters parameters) {
        List<byte[]> fits = digit.fits();
        Dataset.Builder pictures = Dataset.builder("drawing", fits.size());
        int[] order = new int[fits.size()];
        for (int i = 0; i < order.length; i++) {
            pictures.add(fits.get(i), 0);
            order[i] = i;
        }
        Network network = new Network(parameters, order.length);
        network.forward(pictures.build(), order, 0, order.length);
        network.loss();
        float[] mean = new float[Dataset.CLASSES];
        for (int fit = 0; fit < order.length; fit++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += network.probabilities().get(fit, k) / order.length;
            }
        }
        return new Prediction(digit, mean);
    }

    /** Whether there is an answer: not where a sum of the network is no number. */
    public boolean isNumber() {
        return !Float.isNaN(probabilities[0]);
    }

    /** The most probable digit. */
    public int answer() {
        return Softmax.argMax(probabilities, 0, Dataset.CLASSES);
    }

    /** What the answer gets, 0 to 1. */
    public float probability() {
        return probabilities[answer()];
    }

    /** The second most probable digit. */
    public int runnerUp() {
        float[] others = probabilities.clone();
        others[answer()] = -1;
        return Softmax.argMax(others, 0, Dataset.CLASSES);
    }

    /** By how much the answer is more probable than the runner-up, 0 to 1. */
    public float margin() {
        return probability() - probabilities[runnerUp()];
    }
}
