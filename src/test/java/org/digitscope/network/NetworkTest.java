package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.digitscope.data.Dataset;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 33, 512})
    void logitsAndLossEqualThoseOfTheSlowNetwork(int hidden) {
        Dataset data = Examples.pictures(12, 1);
        Parameters parameters = Examples.parameters(hidden, 2);
        SlowNetwork slow = new SlowNetwork(parameters);
        Network network = new Network(parameters, 12);
        FMatrixRMaj logits = network.forward(data, Examples.firstImages(12), 0, 12).copy();
        for (int image = 0; image < 12; image++) {
            double[] expected = slow.logits(data.image(image));
            double[] sums = slow.hiddenSums(data.image(image));
            for (int k = 0; k < 10; k++) {
                assertEquals(expected[k], logits.get(image, k), 2e-5);
            }
            for (int j = 0; j < hidden; j++) {
                assertEquals(sums[j], network.sums().get(image, j), 2e-5);
            }
        }
        assertEquals(slow.meanLoss(data) * 12, network.loss(), 2e-5);
    }

    /** (loss(w + h) − loss(w − h)) / 2h in double, for weights of every tensor, against the float32 gradient. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void gradientEqualsCentralDifferences(int hidden) {
        Dataset data = Examples.pictures(9, 3);
        Parameters parameters = Examples.parameters(hidden, 4);
        Parameters gradient = gradient(data, parameters, 9);
        SlowNetwork slow = new SlowNetwork(parameters);
        Random random = new Random(5);
        for (int trial = 0; trial < 60; trial++) {
            int pixel = random.nextInt(Dataset.PIXELS);
            int neuron = random.nextInt(hidden);
            int digit = random.nextInt(10);
            check(slow.kernel1[pixel], neuron, gradient.layer1().kernel().get(pixel, neuron), slow, data);
            check(slow.bias1, neuron, gradient.layer1().bias().data[neuron], slow, data);
            check(slow.kernel2[neuron], digit, gradient.layer2().kernel().get(neuron, digit), slow, data);
            check(slow.bias2, digit, gradient.layer2().bias().data[digit], slow, data);
        }
    }

    private static void check(double[] numbers, int at, double gradient, SlowNetwork slow, Dataset data) {
        double h = 1e-6;
        double before = numbers[at];
        numbers[at] = before + h;
        double up = slow.meanLoss(data);
        numbers[at] = before - h;
        double down = slow.meanLoss(data);
        numbers[at] = before;
        assertEquals((up - down) / (2 * h), gradient, 1e-6);
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
        parameters.layer1().bias().data[5] = Float.NaN;
        Network network = new Network(parameters, 4);
        network.forward(data, Examples.firstImages(4), 0, 4);
        assertTrue(Double.isNaN(network.loss()));
    }

    @Test
    void startValuesKeepTheGlorotLimitAndAreDecidedByTheSeed() {
        Parameters start = Parameters.glorot(20, 42);
        float max = 0;
        for (float weight : start.layer1().kernel().data) {
            max = Math.max(max, Math.abs(weight));
        }
        assertEquals(0.0864, max, 0.0001);
        assertEquals(15_910, start.count());
        for (float bias : start.layer1().bias().data) {
            assertEquals(0, bias);
        }
        assertSameBits(start, Parameters.glorot(20, 42));
        assertTrue(start.layer1().kernel().data[0] != Parameters.glorot(20, 43).layer1().kernel().data[0]);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Parameters.zeros(513));
        assertThrows(IllegalArgumentException.class, () -> new Parameters(Layer.zeros(784, 20), Layer.zeros(21, 10)));
        assertThrows(IllegalArgumentException.class, () -> new Layer(new FMatrixRMaj(2, 3), new FMatrixRMaj(1, 2)));
    }

    private static Parameters gradient(Dataset data, Parameters parameters, int part) {
        Network network = new Network(parameters, part);
        Parameters gradient = Parameters.zeros(parameters.hidden());
        int[] order = Examples.firstImages(data.size());
        for (int from = 0; from < data.size(); from += part) {
            network.forward(data, order, from, Math.min(data.size(), from + part));
            network.loss();
            network.addGradient(gradient, data.size());
        }
        return gradient;
    }

    private static void assertSameBits(Parameters expected, Parameters actual) {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(expected.arrays()[i], actual.arrays()[i]);
        }
    }
}
