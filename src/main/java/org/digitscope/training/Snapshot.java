package org.digitscope.training;

import org.digitscope.network.Parameters;

/**
 * What a run had reached after one step. Immutable and cumulative, so receivers may skip some and lose nothing.
 *
 * @param settings of the run
 * @param step batches done so far; 0 is the start
 * @param stepsPerEpoch batches of an epoch
 * @param loss mean training loss of the epoch so far; NaN before the first step
 * @param accuracy share of the epoch's training pictures so far that were answered rightly; NaN before the first step
 * @param learningRate the rate in force
 * @param seconds time spent training so far, validation included, pauses not
 * @param curve all that was measured up to this step
 * @param parameters the network after this step; nobody writes to it
 */
public record Snapshot(Hyperparameters settings, int step, int stepsPerEpoch, double loss, double accuracy,
        double learningRate, double seconds, LearningCurve curve, Parameters parameters) {

    /** The epoch that the last step belonged to: 1 is the first; 0 before the first step. */
    public int epoch() {
        return step == 0 ? 0 : (step - 1) / stepsPerEpoch + 1;
    }

    /** Steps done of {@link #epoch}, from 1 to {@link #stepsPerEpoch}; 0 before the first step. */
    public int stepInEpoch() {
        return step == 0 ? 0 : (step - 1) % stepsPerEpoch + 1;
    }

    /** Steps that the whole run takes; of small batches they may be more than an int holds, see {@link Trainer#MAX_STEPS}. */
    public long totalSteps() {
        return settings.totalSteps(stepsPerEpoch);
    }

    /** Epochs that the run is to have, or has begun where those are more: others may be wanted at any time. */
    public int epochsInAll() {
        return Math.max(settings.epochs(), epoch());
    }

    /** Steps that the run is to take, or has taken where those are more. */
    public long stepsInAll() {
        return Math.max(totalSteps(), step);
    }

    /** Whether all epochs are done, or early stopping has ended the run. */
    public boolean isFinished() {
        return settings.isOver(step, stepsPerEpoch, curve.epochs());
    }

    /** The best of the finished epochs, see {@link EarlyStopping#bestEpoch}: from 1 on, 0 where none was finished. */
    public int bestEpoch() {
        return settings.earlyStopping().bestEpoch(curve.epochs());
    }

    /** The step whose network the run gives, see {@link Trainer#result}. */
    public int resultStep() {
        return settings.resultStep(step, stepsPerEpoch, curve.epochs());
    }
}
