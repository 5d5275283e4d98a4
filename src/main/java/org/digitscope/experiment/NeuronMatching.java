package org.digitscope.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.evaluation.Assignment;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * Which neurons of the first layers of two networks look for the same: matched one to one so that the sum of the correlations of their
 * weight pictures is as large as can be. In another run the same feature is found by a neuron of another number. Li, Yosinski, Clune,
 * Lipson and Hopcroft (2016), "Convergent learning", match neurons in this way by what they answer; here it is by what they weigh.
 *
 * @param pairs the largest correlation first
 * @param unmatchedFirst neurons of the first network that have no counterpart as it has more of them, ascending
 * @param unmatchedSecond neurons of the second network without a counterpart, ascending
 */
public record NeuronMatching(List<Pair> pairs, List<Integer> unmatchedFirst, List<Integer> unmatchedSecond) {

    /**
     * Two neurons of layer_1, from 0 on.
     *
     * @param first in the first network
     * @param second in the second network
     * @param correlation Pearson's, of the 784 incoming weights, from −1 to 1; 0 where those of a neuron are all equal or not finite
     */
    public record Pair(int first, int second, double correlation) {
    }

    public NeuronMatching {
        pairs = List.copyOf(pairs);
        unmatchedFirst = List.copyOf(unmatchedFirst);
        unmatchedSecond = List.copyOf(unmatchedSecond);
    }

    /** Matches the neurons of layer_1; O(n²·784 + n³) for n of them. */
    public static NeuronMatching of(Parameters first, Parameters second) {
        FMatrixRMaj one = first.layer(1).kernel();
        FMatrixRMaj other = second.layer(1).kernel();
        boolean isTurned = one.numCols > other.numCols;
        double[][] correlations = isTurned ? correlations(other, one) : correlations(one, other);
        int[] counterparts = Assignment.largest(correlations);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < counterparts.length; i++) {
            double correlation = correlations[i][counterparts[i]];
            pairs.add(isTurned ? new Pair(counterparts[i], i, correlation) : new Pair(i, counterparts[i], correlation));
        }
        pairs.sort(Comparator.comparingDouble(Pair::correlation).reversed().thenComparing(Pair::first));
        return new NeuronMatching(pairs, without(one.numCols, pairs.stream().map(Pair::first).toList()),
                without(other.numCols, pairs.stream().map(Pair::second).toList()));
    }

    private static List<Integer> without(int count, List<Integer> matched) {
        boolean[] isMatched = new boolean[count];
        matched.forEach(neuron -> isMatched[neuron] = true);
        return IntStream.range(0, count).filter(neuron -> !isMatched[neuron]).boxed().toList();
    }

    /** Pearson's correlation of each neuron of one layer with each of the other, from −1 to 1: r = Σ z·z' of standardized weights z. */
    private static double[][] correlations(FMatrixRMaj one, FMatrixRMaj other) {
        double[] rows = standardized(one);
        double[] columns = standardized(other);
        double[][] correlations = new double[one.numCols][other.numCols];
        for (int neuron = 0; neuron < one.numCols; neuron++) {
            double[] sums = correlations[neuron];
            for (int pixel = 0; pixel < one.numRows; pixel++) {
                addRow(rows[pixel * one.numCols + neuron], columns, pixel * sums.length, sums);
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.max(-1, Math.min(1, sums[i]));
            }
        }
        return correlations;
    }

    /** Adds {@code factor} times a row of a table to {@code sums}; nearly all time is spent here. */
    private static void addRow(double factor, double[] table, int offset, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * table[offset + i];
        }
    }

    /** (w − mean) / ‖w − mean‖ for the weights w of each neuron, in the kernel's order; zeros where that is no number. */
    private static double[] standardized(FMatrixRMaj kernel) {
        double[] standardized = new double[kernel.getNumElements()];
        for (int neuron = 0; neuron < kernel.numCols; neuron++) {
            double mean = 0;
            for (int i = neuron; i < standardized.length; i += kernel.numCols) {
                mean += (double) kernel.data[i] / kernel.numRows;
            }
            double squares = 0;
            boolean isConstant = true;
            for (int i = neuron; i < standardized.length; i += kernel.numCols) {
                standardized[i] = kernel.data[i] - mean;
                squares += standardized[i] * standardized[i];
                isConstant &= kernel.data[i] == kernel.data[neuron];
            }
            double scale = isConstant || !Double.isFinite(squares) ? 0 : 1 / Math.sqrt(squares);
            for (int i = neuron; i < standardized.length; i += kernel.numCols) {
                standardized[i] = scale == 0 ? 0 : standardized[i] * scale;
            }
        }
        return standardized;
    }
}
