package org.digitscope.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.experiment.NeuronMatching.Pair;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class NeuronMatchingTest {

    /** Neuron {@code i} of the result weighs what neuron {@code order.get(i)} does, times {@code factor} plus {@code offset}. */
    private static Parameters reordered(Parameters from, List<Integer> order, float factor, float offset) {
        FMatrixRMaj kernel = new FMatrixRMaj(Dataset.PIXELS, order.size());
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            for (int i = 0; i < order.size(); i++) {
                kernel.set(pixel, i, factor * from.layer(1).kernel().get(pixel, order.get(i)) + offset);
            }
        }
        return Parameters.of(new Layer(kernel, new FMatrixRMaj(1, order.size()), Activation.RELU), Layer.zeros(order.size(), Dataset.CLASSES, Activation.LINEAR));
    }

    private static Parameters ofColumns(double[]... columns) {
        FMatrixRMaj kernel = new FMatrixRMaj(Dataset.PIXELS, columns.length);
        for (int i = 0; i < columns.length; i++) {
            for (int pixel = 0; pixel < columns[i].length; pixel++) {
                kernel.set(pixel, i, (float) columns[i][pixel]);
            }
        }
        return Parameters.of(new Layer(kernel, new FMatrixRMaj(1, columns.length), Activation.RELU), Layer.zeros(columns.length, Dataset.CLASSES, Activation.LINEAR));
    }

    private static double[] constant(double value) {
        double[] column = new double[Dataset.PIXELS];
        Arrays.fill(column, value);
        return column;
    }

    @Test
    void aPermutedCopyIsMatchedBackWithCorrelationOne() {
        Parameters original = Examples.parameters(40, 3);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(order, new Random(9));
        for (float factor : new float[] {1, 3}) {
            NeuronMatching matching = NeuronMatching.of(original, reordered(original, order, factor, factor - 1));
            assertEquals(40, matching.pairs().size());
            for (Pair pair : matching.pairs()) {
                assertEquals(pair.first(), order.get(pair.second()));
                assertEquals(1, pair.correlation(), 1e-6, "neither size nor mean of the weights matters");
            }
            assertTrue(matching.unmatchedFirst().isEmpty() && matching.unmatchedSecond().isEmpty());
        }
    }

    @Test
    void whatTheLargerNetworkHasMoreOfIsUnmatched() {
        Parameters original = Examples.parameters(6, 3);
        Parameters part = reordered(original, List.of(4, 1, 2), 1, 0);
        NeuronMatching matching = NeuronMatching.of(original, part);
        assertEquals(List.of(new Pair(1, 1, 1), new Pair(2, 2, 1), new Pair(4, 0, 1)), rounded(matching));
        assertEquals(List.of(0, 3, 5), matching.unmatchedFirst());
        assertEquals(List.of(), matching.unmatchedSecond());
        NeuronMatching back = NeuronMatching.of(part, original);
        assertEquals(List.of(new Pair(0, 4, 1), new Pair(1, 1, 1), new Pair(2, 2, 1)), rounded(back));
        assertEquals(List.of(0, 3, 5), back.unmatchedSecond());
        assertEquals(List.of(), back.unmatchedFirst());
    }

    private static List<Pair> rounded(NeuronMatching matching) {
        return matching.pairs().stream().map(pair -> new Pair(pair.first(), pair.second(), Math.round(1e9 * pair.correlation()) / 1e9))
                .sorted((one, other) -> one.first() - other.first()).toList();
    }

    @Test
    void theCorrelationIsPearsons() {
        // in 784 pixels: one lit pixel has mean 1/784 and squares 1 − 1/784; of two different ones Σ z·z' is −1/784
        NeuronMatching matching = NeuronMatching.of(ofColumns(new double[] {1}), ofColumns(new double[] {0, 5}));
        assertEquals(-1.0 / 783, matching.pairs().get(0).correlation(), 1e-12);
        assertEquals(-1, NeuronMatching.of(ofColumns(new double[] {1}), ofColumns(new double[] {-2})).pairs().get(0).correlation(), 1e-12);
    }

    @Test
    void pairsStandInTheOrderOfTheirCorrelation() {
        List<Pair> pairs = NeuronMatching.of(Examples.parameters(30, 1), Examples.parameters(25, 2)).pairs();
        assertEquals(25, pairs.size());
        for (int i = 1; i < pairs.size(); i++) {
            assertTrue(pairs.get(i - 1).correlation() >= pairs.get(i).correlation());
        }
    }

    @Test
    void picturesThatAreConstantOrNoNumbersHaveCorrelationZero() {
        double[] lit = {1, 2, 3};
        for (double[] odd : List.of(constant(0.1), constant(0), new double[] {Double.NaN, 1}, new double[] {1, Double.POSITIVE_INFINITY})) {
            NeuronMatching matching = NeuronMatching.of(ofColumns(odd, lit), ofColumns(lit, odd));
            assertEquals(List.of(new Pair(0, 1, 0), new Pair(1, 0, 1)), rounded(matching));
            assertEquals(0, matching.pairs().get(1).correlation(), 0, "exactly");
        }
    }

    @Test
    void aNetworkWithoutHiddenLayersIsMatchedByItsOutputs() {
        Parameters direct = Parameters.glorot(Architecture.relu(), 4);
        List<Pair> pairs = rounded(NeuronMatching.of(direct, direct));
        assertEquals(IntStream.range(0, 10).mapToObj(i -> new Pair(i, i, 1)).toList(), pairs);
    }
}
