package org.digitscope.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * What muting some neurons costs.
 *
 * @param neurons which, ascending
 * @param score with them muted
 * @param unchanged without
 */
public record AblationCost(List<Integer> neurons, Score score, Score unchanged) {

    /** Those that are missed most come first: the fewest right answers and, among equals, the largest loss. */
    public static final Comparator<AblationCost> COSTLIEST_FIRST = Comparator
            .comparingInt((AblationCost cost) -> cost.score.correct())
            .thenComparing(Comparator.comparingDouble((AblationCost cost) -> cost.score.loss()).reversed());

    public AblationCost {
        neurons = List.copyOf(neurons);
    }

    /** By how much the accuracy falls, as a share; negative when the network does better without these neurons. */
    public double accuracy() {
        return unchanged.accuracy() - score.accuracy();
    }

    /** By how much the mean loss rises, in nats. */
    public double loss() {
        return score.loss() - unchanged.loss();
    }
}
