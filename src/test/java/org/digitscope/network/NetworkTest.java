package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    private static Stream<Architecture> architectures() {
        Stream<Architecture> relu = Stream.of(Architecture.relu(), Architecture.relu(1), Architecture.relu(2), Architecture.CLASSIC,
                Architecture.relu(33), Architecture.relu(512), Architecture.relu(32, 16), Architecture.relu(7, 40, 9, 64));
        Stream<Architecture> others = Stream.of(Activation.values()).flatMap(activation -> Stream.of(
                new Architecture(List.of(20), activation, Inputs.SCALED), new Architecture(List.of(16, 12, 11), activation, Inputs.GREY)));
        return Stream.concat(relu, others);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void logitsAndLossEqualThoseOfTheSlowNetwork(Architecture architecture) {
        Dataset data = Examples.pictures(12, 1);
        Parameters parameters = withSmallWeights(architecture, 2);
        SlowNetwork slow = new SlowNetwork(parameters);
        Network network = new Network(parameters, 12);
        FMatrixRMaj logits = network.forward(data, Examples.firstImages(12), 0, 12).copy();
        for (int image = 0; image < 12; image++) {
            for (int number = 1; number <= parameters.depth(); number++) {
                double[] sums = slow.sums(data.image(image), number);
                for (int j = 0; j < sums.length; j++) {
                    assertEquals(sums[j], network.sums(number).get(image, j), 2e-5);
                    assertEquals(number == parameters.depth() ? logits.get(image, j) : sums[j], sums[j], 2e-5);
                }
            }
        }
        assertEquals(slow.meanLoss(data) * 12, network.loss(), 2e-5);
    }

    /** (loss(w + h) − loss(w − h)) / 2h in double, for weights and biases of every layer, against the float32 gradient. */
    @ParameterizedTest
    @MethodSource("architectures")
    void gradientEqualsCentralDifferences(Architecture architecture) {
        Dataset data = Examples.pictures(9, 3);
        Parameters parameters = withSmallWeights(architecture, 4);
        Parameters gradient = gradient(data, parameters, 9);
        SlowNetwork slow = new SlowNetwork(parameters);
        Random random = new Random(5);
        for (int trial = 0; trial < 15; trial++) {
            for (int number = 1; number <= parameters.depth(); number++) {
                Layer layer = gradient.layer(number);
                int input = random.nextInt(layer.inputs());
                int output = random.nextInt(layer.outputs());
                check(slow.kernels[number - 1][input], output, layer.kernel().get(input, output), slow, data);
                check(slow.biases[number - 1], output, layer.bias().data[output], slow, data);
            }
        }
    }

    /** Grey values up to 255 would saturate sigmoid and tanh. */
    private static Parameters withSmallWeights(Architecture architecture, long seed) {
        Parameters parameters = Examples.parameters(architecture, seed);
        if (architecture.inputs() == Inputs.GREY) {
            CommonOps_FDRM.divide(parameters.layer(1).kernel(), 255);
        }
        return parameters;
    }

    private static void check(double[] numbers, int at, double gradient, SlowNetwork slow, Dataset data) {
        // small, so that no ReLU is switched by it even where inputs go up to 255
        double h = 1e-8;
        double before = numbers[at];
        numbers[at] = before + h;
        double up = slow.meanLoss(data);
        numbers[at] = before - h;
        double down = slow.meanLoss(data);
        numbers[at] = before;
        double expected = (up - down) / (2 * h);
        assertEquals(expected, gradient, 1e-6 + 5e-6 * Math.abs(expected));
    }

    @Test
    void aBatchInPartsGivesTheVeryBitsOfTheWholeBatch() {
        Dataset data = Examples.pictures(30, 6);
        Parameters parameters = Examples.parameters(20, 7);
        assertSameBits(gradient(data, parameters, 30), gradient(data, parameters, 7));
    }

    @Test
    void pictureWithoutInkGivesWhatTheBiasesSay() {
        Dataset data = Dataset.builder("empty", 1).add(new byte[Dataset.PIXELS], 3).build();
        Parameters parameters = Examples.parameters(20, 8);
        FMatrixRMaj logits = new Network(parameters, 1).forward(data, new int[] {0}, 0, 1);
        double[] expected = new SlowNetwork(parameters).logits(new byte[Dataset.PIXELS]);
        for (int k = 0; k < 10; k++) {
            assertEquals(expected[k], logits.get(0, k), 1e-6);
        }
    }

    @Test
    void aNaNWeightReachesTheLoss() {
        Dataset data = Examples.pictures(4, 9);
        Parameters parameters = Examples.parameters(20, 10);
        parameters.layer(1).bias().data[5] = Float.NaN;
        Network network = new Network(parameters, 4);
        network.forward(data, Examples.firstImages(4), 0, 4);
        assertTrue(Double.isNaN(network.loss()));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void bothKernelsGiveTheSameLogitsAndGradientToTheBit(Architecture architecture) {
        Dataset data = Examples.pictures(40, 11);
        Parameters parameters = withSmallWeights(architecture, 12);
        assertSameBits(gradient(data, parameters, new Network(parameters, 17, PlainKernel::new)),
                gradient(data, parameters, new Network(parameters, 17, VectorKernel::new)));
    }

    @Test
    void startValuesKeepTheGlorotLimitAndAreDecidedByTheSeed() {
        Parameters start = Parameters.glorot(Architecture.relu(20), 42);
        float max = 0;
        for (float weight : start.layer(1).kernel().data) {
            max = Math.max(max, Math.abs(weight));
        }
        assertEquals(0.0864, max, 0.0001);
        assertEquals(15_910, start.count());
        for (float bias : start.layer(1).bias().data) {
            assertEquals(0, bias);
        }
        assertSameBits(start, Parameters.glorot(Architecture.relu(20), 42));
        assertTrue(start.layer(1).kernel().data[0] != Parameters.glorot(Architecture.relu(20), 43).layer(1).kernel().data[0]);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Architecture.relu(513));
        assertThrows(IllegalArgumentException.class, () -> Architecture.relu(1, 1, 1, 1, 1));
        Layer first = Layer.zeros(784, 20, Activation.RELU);
        assertThrows(IllegalArgumentException.class, () -> Parameters.of(first, Layer.zeros(21, 10, Activation.LINEAR)));
        assertThrows(IllegalArgumentException.class, () -> Parameters.of(first, Layer.zeros(20, 10, Activation.RELU)));
        assertThrows(IllegalArgumentException.class, () -> Parameters.of(first));
        assertThrows(IllegalArgumentException.class, () -> Parameters.of());
        assertThrows(IllegalArgumentException.class, () -> Parameters.of(first, Layer.zeros(20, 5, Activation.TANH),
                Layer.zeros(5, 10, Activation.LINEAR)));
        assertThrows(IllegalArgumentException.class, () -> new Layer(new FMatrixRMaj(2, 3), new FMatrixRMaj(1, 2), Activation.RELU));
    }

    private static Parameters gradient(Dataset data, Parameters parameters, int part) {
        return gradient(data, parameters, new Network(parameters, part));
    }

    private static Parameters gradient(Dataset data, Parameters parameters, Network network) {
        int part = network.capacity();
        Parameters gradient = parameters.zeros();
        int[] order = Examples.firstImages(data.size());
        for (int from = 0; from < data.size(); from += part) {
            network.forward(data, order, from, Math.min(data.size(), from + part));
            network.loss();
            network.addGradient(gradient, data.size());
        }
        return gradient;
    }

    private static void assertSameBits(Parameters expected, Parameters actual) {
        for (int i = 0; i < expected.arrays().length; i++) {
            assertArrayEquals(expected.arrays()[i], actual.arrays()[i]);
        }
    }
}
