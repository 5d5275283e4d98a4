package org.digitscope.experiment;

import java.util.List;
import java.util.Optional;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/**
 * What came of a run.
 *
 * @param settings of the run; empty for a curve of which nothing else is known
 * @param data SHA-256 of the pictures that it was trained with
 * @param hasDiverged whether a step spoilt the network, which ended the run
 * @param curve how it came there; one that was kept in a table knows its epochs alone
 * @param fingerprint of the run
 * @param seconds that it took; the one part that differs from time to time
 */
public record RunResult(Optional<Hyperparameters> settings, String data, boolean hasDiverged, LearningCurve curve, String fingerprint, double seconds) {

    public RunResult(Hyperparameters settings, String data, boolean hasDiverged, LearningCurve curve, String fingerprint, double seconds) {
        this(Optional.of(settings), data, hasDiverged, curve, fingerprint, seconds);
    }

    /** Of a curve from elsewhere. */
    public static RunResult of(LearningCurve curve) {
        return new RunResult(Optional.empty(), "", false, curve, "", Double.NaN);
    }

    /** The finished epochs, oldest first. */
    public List<LearningCurve.Epoch> epochs() {
        return curve.epochs();
    }

    /** The figures of the network that the run gave; empty where no epoch was finished. */
    public Optional<LearningCurve.Epoch> resultEpoch() {
        int result = hasDiverged || settings.isEmpty() ? epochs().size() : settings.get().earlyStopping().resultOf(epochs());
        return result == 0 ? Optional.empty() : Optional.of(epochs().get(result - 1));
    }

    /** The epoch with the largest validation accuracy, from 1 on; of equal ones the first, and 0 where none was finished. */
    public int bestEpoch() {
        return curve.bestEpoch();
    }
}
