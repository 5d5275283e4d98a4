package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Random;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;

/** Networks to ask about, the changed networks that answer the slow way, and the comparison of both. */
final class Edits {

    /** More than two blocks, the last one not full. */
    static final Dataset DATA = Examples.pictures(2 * ForwardPass.BLOCK + 41, 5);

    private Edits() {
    }

    /** Every second one with logits so far apart that probabilities underflow. */
    static Parameters parameters(int hidden, long seed) {
        Parameters parameters = Examples.parameters(hidden, seed);
        float[] kernel = parameters.layer(2).kernel().data;
        for (int i = 0; seed % 2 == 1 && i < kernel.length; i++) {
            kernel[i] *= 60;
        }
        return parameters;
    }

    static ScalarParameter anyParameter(ScalarParameter.Tensor tensor, int hidden, Random random) {
        int neuron = random.nextInt(hidden);
        int digit = random.nextInt(Dataset.CLASSES);
        return switch (tensor) {
            case LAYER_1_KERNEL -> ScalarParameter.layer1Weight(random.nextInt(Dataset.PIXELS), neuron);
            case LAYER_1_BIAS -> ScalarParameter.layer1Bias(neuron);
            case LAYER_2_KERNEL -> ScalarParameter.layer2Weight(neuron, digit);
            case LAYER_2_BIAS -> ScalarParameter.layer2Bias(digit);
        };
    }

    /** A network whose activation of these neurons is {@code constant} for every picture: no weights, only a bias. */
    static void fix(Parameters parameters, Collection<Integer> neurons, float constant) {
        for (int neuron : neurons) {
            for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
                parameters.layer(1).kernel().set(pixel, neuron, 0);
            }
            parameters.layer(1).bias().data[neuron] = constant;
        }
    }

    /** The same bits in every score, answer, loss and probability. */
    static void assertSame(Evaluation expected, Evaluation actual) {
        assertEquals(expected.score(), actual.score());
        for (int image = 0; image < expected.size(); image++) {
            assertEquals(expected.answer(image), actual.answer(image), "answer for picture " + image);
            assertEquals(expected.loss(image), actual.loss(image), "loss of picture " + image);
        }
        assertEquals(expected.mistakes(), actual.mistakes());
    }
}
