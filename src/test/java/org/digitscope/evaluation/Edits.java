package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/** Networks to ask about, the changed networks that answer the slow way, and the comparison of both. */
final class Edits {

    /** More than two blocks, the last one not full. */
    static final Dataset DATA = Examples.pictures(2 * ForwardPass.BLOCK + 41, 5);

    private Edits() {
    }

    /** Of all depths and activations, the largest hidden layer first. */
    static Stream<Architecture> architectures() {
        Stream<Architecture> relu = Stream.of(Architecture.relu(), Architecture.relu(1), Architecture.relu(2), Architecture.CLASSIC,
                Architecture.relu(128), Architecture.relu(12, 9), Architecture.relu(9, 8, 7, 6), Architecture.relu(1, 1, 1, 1));
        return Stream.concat(relu, Stream.of(Activation.values()).map(activation -> new Architecture(List.of(8, 6, 5), activation,
                Inputs.SCALED)));
    }

    static Stream<Architecture> architecturesWithNeurons() {
        return architectures().filter(architecture -> !architecture.hidden().isEmpty());
    }

    static Parameters parameters(int hidden, long seed) {
        return parameters(Architecture.relu(hidden), seed);
    }

    /** Every second one with logits so far apart that probabilities underflow. */
    static Parameters parameters(Architecture architecture, long seed) {
        Parameters parameters = Examples.parameters(architecture, seed);
        float[] kernel = parameters.last().kernel().data;
        for (int i = 0; seed % 2 == 1 && i < kernel.length; i++) {
            kernel[i] *= 60;
        }
        return parameters;
    }

    static ScalarParameter anyWeight(Parameters parameters, int layer, Random random) {
        Layer of = parameters.layer(layer);
        return ScalarParameter.weight(layer, random.nextInt(of.inputs()), random.nextInt(of.outputs()));
    }

    static ScalarParameter anyBias(Parameters parameters, int layer, Random random) {
        return ScalarParameter.bias(layer, random.nextInt(parameters.layer(layer).outputs()));
    }

    /** A network in which some neurons send nothing. */
    static void silence(Parameters parameters, int layer, Collection<Integer> neurons) {
        for (int neuron : neurons) {
            for (int output = 0; output < parameters.layer(layer + 1).outputs(); output++) {
                parameters.layer(layer + 1).kernel().set(neuron, output, 0);
            }
        }
    }

    /** A network in which the sums of these neurons are {@code constant} for every picture: no weights, only a bias. */
    static void fix(Parameters parameters, int layer, Collection<Integer> neurons, float constant) {
        for (int neuron : neurons) {
            for (int input = 0; input < parameters.layer(layer).inputs(); input++) {
                parameters.layer(layer).kernel().set(input, neuron, 0);
            }
            parameters.layer(layer).bias().data[neuron] = constant;
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
