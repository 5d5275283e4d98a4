package org.digitscope.explain.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowTest {

    private static final int PICTURES = 300;

    private final Dataset digits = digits();

    static List<Architecture> architectures() {
        return List.of(Architecture.CLASSIC, Architecture.relu(), Architecture.relu(12, 9, 11),
                new Architecture(List.of(8, 7), Activation.TANH, Inputs.SCALED),
                new Architecture(List.of(6), Activation.SIGMOID, Inputs.GREY),
                new Architecture(List.of(5, 4), Activation.LINEAR, Inputs.SCALED));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void ofOnePictureEveryNumberIsTheTraces(Architecture architecture) {
        Parameters network = Parameters.glorot(architecture, 7);
        Flow flow = Flow.of(network, digits, 5);
        ForwardTrace trace = ForwardTrace.of(digits.image(5), network);
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            assertEquals(trace.input(pixel), flow.input(pixel));
        }
        for (int layer = 1; layer < network.depth(); layer++) {
            for (int neuron = 0; neuron < trace.neurons(layer); neuron++) {
                Neuron each = new Neuron(layer, neuron);
                assertEquals(trace.sum(each), flow.sum(layer, neuron));
                assertEquals(trace.activation(each), flow.activation(layer, neuron));
                assertEquals(trace.isOn(each) ? 1 : 0, flow.passing(layer, neuron));
            }
        }
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            assertEquals(trace.logit(digit), flow.logit(digit));
            assertEquals(trace.probability(digit), flow.probability(digit));
        }
        assertEquals(trace.answer(), flow.answer());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void whatComesInAndTheBiasAddUpToEverySumAndLogit(Architecture architecture) {
        Parameters network = Parameters.glorot(architecture, 3);
        for (int[] images : List.of(new int[] {2}, IntStream.range(0, PICTURES).toArray())) {
            Flow flow = Flow.of(network, digits, images);
            for (int layer = 1; layer <= network.depth(); layer++) {
                for (int to = 0; to < network.layer(layer).outputs(); to++) {
                    double sum = network.layer(layer).bias().data[to];
                    double parts = 0;
                    for (int from = 0; from < network.layer(layer).inputs(); from++) {
                        parts += flow.part(layer, from, to);
                    }
                    double tolerance = 1e-5 * (1 + Math.abs(parts));
                    assertEquals(flow.sum(layer, to), parts + sum, tolerance);
                    assertEquals(flow.inputsOf(layer, to), parts, tolerance);
                }
            }
        }
    }

    @Test
    void theMeanOverPicturesIsTheMeanOfTheirNumbers() {
        Parameters network = Parameters.glorot(Architecture.relu(9, 8), 1);
        int[] images = IntStream.range(0, PICTURES).toArray();
        Flow all = Flow.of(network, digits, images);
        double activation = 0;
        double probability = 0;
        double on = 0;
        for (int image : images) {
            Flow one = Flow.of(network, digits, image);
            activation += one.activation(2, 3) / PICTURES;
            probability += one.probability(4) / PICTURES;
            on += one.passing(1, 2) / PICTURES;
        }
        assertEquals(PICTURES, all.pictures());
        assertEquals(activation, all.activation(2, 3), 1e-9);
        assertEquals(probability, all.probability(4), 1e-9);
        assertEquals(on, all.passing(1, 2), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> Flow.of(network, digits));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theErrorAtTheOutputsIsTheAnswerMinusTheTruthAndGoesBackAlongTheWeights(Architecture architecture) {
        Parameters network = Parameters.glorot(architecture, 5);
        int image = 6;
        Flow flow = Flow.of(network, digits, image);
        ErrorFlow error = ErrorFlow.of(network, digits, image);
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            assertEquals(flow.probability(digit) - (digit == digits.label(image) ? 1 : 0), error.error(network.depth(), digit), 1e-7);
        }
        for (int layer = network.depth() - 1; layer >= 1; layer--) {
            Activation activation = network.layer(layer).activation();
            for (int neuron = 0; neuron < network.layer(layer).outputs(); neuron++) {
                double arriving = 0;
                for (int to = 0; to < network.layer(layer + 1).outputs(); to++) {
                    arriving += error.part(layer + 1, neuron, to);
                }
                assertEquals(arriving, error.arriving(layer, neuron), 1e-12);
                float slope = activation.slope((float) flow.sum(layer, neuron));
                assertEquals(arriving * slope, error.error(layer, neuron), 1e-6);
            }
        }
        for (int layer = 1; layer <= network.depth(); layer++) {
            for (int to = 0; to < network.layer(layer).outputs(); to++) {
                for (int from = 0; from < network.layer(layer).inputs(); from += 37) {
                    double sent = layer == 1 ? flow.input(from) : flow.activation(layer - 1, from);
                    assertEquals(sent * error.error(layer, to), error.gradient().layer(layer).kernel().get(from, to), 1e-5);
                }
            }
        }
    }

    @Test
    void theErrorsOfABatchAreTheMeanOfThoseOfItsPictures() {
        Parameters network = Parameters.glorot(Architecture.CLASSIC, 5);
        int[] images = IntStream.range(0, PICTURES).toArray();
        double mean = 0;
        for (int image : images) {
            mean += ErrorFlow.of(network, digits, image).error(1, 4) / PICTURES;
        }
        assertEquals(mean, ErrorFlow.of(network, digits, images).error(1, 4), 1e-6);
    }

    private static Dataset digits() {
        Dataset.Builder builder = Dataset.builder("digits", PICTURES);
        Random random = new Random(1);
        for (int i = 0; i < PICTURES; i++) {
            byte[] pixels = new byte[Dataset.PIXELS];
            for (int lit = 0; lit < 120; lit++) {
                pixels[random.nextInt(pixels.length)] = (byte) (1 + random.nextInt(255));
            }
            builder.add(pixels, random.nextInt(Dataset.CLASSES));
        }
        return builder.build();
    }
}
