package org.digitscope.app;

import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;

/**
 * What a network says to a drawing.
 *
 * @param pixels the 784 grey values that it was given
 * @param probabilities of the ten digits
 */
public record Prediction(byte[] pixels, float[] probabilities) {

    /** The answer to a drawing; none where there is no ink. */
    public static Optional<Prediction> of(GrayImage ink, Parameters parameters) {
        return MnistFit.ofInk(ink).map(pixels -> of(pixels, parameters));
    }

    private static Prediction of(byte[] pixels, Parameters parameters) {
        Dataset one = Dataset.builder("drawing", 1).add(pixels, 0).build();
        Network network = new Network(parameters, 1);
        network.forward(one, new int[] {0}, 0, 1);
        network.loss();
        return new Prediction(pixels, network.probabilities().data.clone());
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
}
