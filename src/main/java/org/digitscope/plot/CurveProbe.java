package org.digitscope.plot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.digitscope.training.LearningCurve;

/**
 * Reads exact values off a learning curve, as a crosshair shows them.
 *
 * @param stepsPerEpoch batches of an epoch, at least 1
 */
public record CurveProbe(LearningCurve curve, int stepsPerEpoch) {

    /**
     * A point of the curve.
     *
     * @param firstStep the first step that it covers; 1 is the run's first
     * @param lastStep the last step that it covers; the same one unless the run is very long
     * @param loss mean loss of its batches, in nats
     * @param accuracy share of right answers, 0 to 1
     */
    public record Reading(int firstStep, int lastStep, float loss, float lowestLoss, float highestLoss, float accuracy,
            float lowestAccuracy, float highestAccuracy) {
    }

    /** Figures of several batches. */
    public record Mean(double loss, double accuracy) {
    }

    /**
     * The step of the run nearest to a place on an axis in epochs, where step 1 of 1,875 lies at 1/1875.
     *
     * @param reach how far from there it may lie, in epochs
     * @return empty where the run has no step so near, as beyond its end
     */
    public OptionalInt stepNear(double epoch, double reach) {
        int last = Math.max(curve.points() == 0 ? 0 : curve.step(curve.points() - 1), curve.epochs().size() * stepsPerEpoch);
        int nearest = (int) Math.max(1, Math.min(last, Math.round(epoch * stepsPerEpoch)));
        return last > 0 && Math.abs((double) nearest / stepsPerEpoch - epoch) <= reach ? OptionalInt.of(nearest) : OptionalInt.empty();
    }

    /** The point that covers a step, or the nearest one; none if the curve has no points. */
    public Optional<Reading> at(int step) {
        if (curve.points() == 0) {
            return Optional.empty();
        }
        int point = Math.max(0, Math.min(curve.points() - 1, (step - 1) / curve.stride()));
        return Optional.of(new Reading(point * curve.stride() + 1, curve.step(point),
                curve.loss(point), curve.lowestLoss(point), curve.highestLoss(point),
                curve.accuracy(point), curve.lowestAccuracy(point), curve.highestAccuracy(point)));
    }

    /**
     * Mean loss (nats) and share of right answers of the batches of a step's epoch, up to that step; none without points, or before the
     * first step. Of a long run whose points cover several steps the point that holds the step counts whole.
     */
    public Optional<Mean> epochSoFar(int step) {
        int end = Math.min(curve.points(), (step + curve.stride() - 1) / curve.stride());
        int start = Math.min(Math.max(0, step - 1) / stepsPerEpoch * stepsPerEpoch / curve.stride(), end - 1);
        if (end == 0) {
            return Optional.empty();
        }
        double loss = 0;
        double accuracy = 0;
        for (int point = start; point < end; point++) {
            loss += curve.loss(point);
            accuracy += curve.accuracy(point);
        }
        return Optional.of(new Mean(loss / (end - start), accuracy / (end - start)));
    }

    /** The epochs that had ended by a step, oldest first. */
    public List<LearningCurve.Epoch> epochsUpTo(int step) {
        return curve.epochs().subList(0, Math.max(0, Math.min(curve.epochs().size(), step / stepsPerEpoch)));
    }
}
