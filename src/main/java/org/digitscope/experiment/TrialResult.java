package org.digitscope.experiment;

import java.util.List;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/**
 * What came of a run.
 *
 * @param settings of the run
 * @param data SHA-256 of the pictures that it was trained with
 * @param hasDiverged whether a step spoilt the network, which ended the run
 * @param epochs the finished ones
 * @param fingerprint of the run
 * @param seconds that it took; the one part that differs from time to time
 */
public record TrialResult(Hyperparameters settings, String data, boolean hasDiverged, List<LearningCurve.Epoch> epochs, String fingerprint,
        double seconds) {

    public TrialResult {
        epochs = List.copyOf(epochs);
    }

    /** The epoch with the largest validation accuracy, from 1 on; of equal ones the first, and 0 where none was finished. */
    public int bestEpoch() {
        int best = 0;
        for (int i = 0; i < epochs.size(); i++) {
            best = best == 0 || epochs.get(i).validationAccuracy() > epochs.get(best - 1).validationAccuracy() ? i + 1 : best;
        }
        return best;
    }
}
