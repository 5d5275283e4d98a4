package org.digitscope.explain.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * Whether a network is right as often as it is sure: its answers sorted by the probability that it gives them.
 *
 * @param groups {@link #GROUPS} of them, from unsure to sure
 */
public record Reliability(List<Group> groups) {

    /** Each a tenth wide. */
    public static final int GROUPS = 10;

    /**
     * The answers with a probability from {@code from} to below {@code to}; the last group has 1 too.
     *
     * @param count how many there are
     * @param right how many of them are right
     * @param certainty the mean of their probabilities; NaN where there are none
     */
    public record Group(double from, double to, int count, int right, double certainty) {

        /** The share that is right; NaN where there are none. */
        public double accuracy() {
            return (double) right / count;
        }
    }

    public Reliability {
        groups = List.copyOf(groups);
    }

    public static Reliability of(Parameters network, Dataset data) {
        AnsweredDigits answers = AnsweredDigits.of(network, data);
        int[] counts = new int[GROUPS];
        int[] right = new int[GROUPS];
        double[] sums = new double[GROUPS];
        for (int picture = 0; picture < data.size(); picture++) {
            float probability = answers.probability(picture);
            int group = Math.max(0, Math.min(GROUPS - 1, (int) (probability * GROUPS)));
            counts[group]++;
            right[group] += answers.isRight(picture) ? 1 : 0;
            sums[group] += probability;
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(new Group((double) i / GROUPS, (i + 1.0) / GROUPS, counts[i], right[i], sums[i] / counts[i]));
        }
        return new Reliability(groups);
    }

    /** The same network with all logits divided by a number above 0: the same answers, less sure for more than 1. */
    public static Parameters divided(Parameters network, double by) {
        Layer last = network.last();
        return network.withLayer(network.depth(), new Layer(divided(last.kernel(), by), divided(last.bias(), by), last.activation()));
    }

    private static FMatrixRMaj divided(FMatrixRMaj matrix, double by) {
        FMatrixRMaj divided = matrix.copy();
        for (int i = 0; i < divided.data.length; i++) {
            divided.data[i] = (float) (divided.data[i] / by);
        }
        return divided;
    }

    /** All answers. */
    public int count() {
        return groups.stream().mapToInt(Group::count).sum();
    }

    /** Σ countᵢ/count · |accuracyᵢ − certaintyᵢ|: by how much certainty and accuracy differ on average, the expected calibration error. */
    public double gap() {
        return groups.stream().filter(group -> group.count() > 0)
                .mapToDouble(group -> group.count() * Math.abs(group.accuracy() - group.certainty())).sum() / count();
    }
}
