package org.digitscope.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How loss and accuracy went, for every batch and for every epoch. Immutable: it is a view of the first {@link #points}
 * entries of arrays to which the trainer only appends, so neither a copy nor a lock is needed to share it.
 *
 * <p>A point covers {@link #stride} steps. That is 1, exact for each batch, until a very long run (more than
 * {@link CurveRecorder#CAPACITY} steps) has its points merged in pairs; each point then keeps the mean, the lowest and the
 * highest value of its steps.
 */
public final class LearningCurve {

    /** A curve without any point. */
    public static final LearningCurve EMPTY = ofEpochs(List.of());

    /**
     * One epoch.
     *
     * @param accuracy share of the training pictures answered rightly, each by the network as it was at that step
     * @param loss mean training loss, likewise
     * @param validationAccuracy share of the validation pictures answered rightly at the epoch's end
     * @param validationLoss mean validation loss at the epoch's end
     */
    public record Epoch(double accuracy, double loss, double validationAccuracy, double validationLoss) {
    }

    /** From the step after {@code step} on, the learning rate is {@code rate}. */
    public record RateChange(int step, double rate) {
    }

    /** Mean, lowest and highest value of each point. */
    static final class Series {
        final float[] mean;
        final float[] low;
        final float[] high;

        Series(int capacity) {
            this(new float[capacity], new float[capacity], new float[capacity]);
        }

        Series(float[] mean, float[] low, float[] high) {
            this.mean = mean;
            this.low = low;
            this.high = high;
        }

        /** A copy with room for {@code capacity} points. */
        Series withCapacity(int capacity) {
            return new Series(Arrays.copyOf(mean, capacity), Arrays.copyOf(low, capacity), Arrays.copyOf(high, capacity));
        }

        void copy(int from, int to) {
            mean[to] = mean[from];
            low[to] = low[from];
            high[to] = high[from];
        }
    }

    final Series loss;
    final Series accuracy;
    private final int points;
    private final int stride;
    /** The six values of the next point as far as its steps are done; empty when it has none yet. */
    private final float[] begun;
    private final List<Epoch> epochs;
    private final List<RateChange> rateChanges;

    LearningCurve(Series loss, Series accuracy, int points, int stride, float[] begun, List<Epoch> epochs,
            List<RateChange> rateChanges) {
        this.loss = loss;
        this.accuracy = accuracy;
        this.points = points;
        this.stride = stride;
        this.begun = begun;
        this.epochs = epochs;
        this.rateChanges = rateChanges;
    }

    /** A curve that is known only by its epochs, as a file keeps it. */
    public static LearningCurve ofEpochs(List<Epoch> epochs) {
        return new LearningCurve(new Series(0), new Series(0), 0, 1, new float[0], List.copyOf(epochs), List.of());
    }

    /**
     * A curve that was written down.
     *
     * @param values mean, lowest and highest loss, then mean, lowest and highest accuracy of each point; copied
     * @param stride steps of a point
     * @throws IllegalArgumentException when there are not six equally long arrays, or the stride is not positive
     */
    public static LearningCurve of(float[][] values, int stride, List<Epoch> epochs, List<RateChange> rateChanges) {
        if (values.length != 6 || stride < 1) {
            throw new IllegalArgumentException("a curve has six series and a stride of 1 or more");
        }
        int points = values[0].length;
        for (float[] array : values) {
            if (array.length != points) {
                throw new IllegalArgumentException("the series of a curve are equally long");
            }
        }
        return new LearningCurve(new Series(values[0], values[1], values[2]).withCapacity(points),
                new Series(values[3], values[4], values[5]).withCapacity(points), points, stride, new float[0],
                List.copyOf(epochs), List.copyOf(rateChanges));
    }

    /**
     * What {@link #of} takes: six arrays, fresh ones. A point of which not all steps are done yet is their last entry, so that a
     * run can go on with it.
     */
    public float[][] values() {
        float[][] values = Stream.of(loss.mean, loss.low, loss.high, accuracy.mean, accuracy.low, accuracy.high)
                .map(array -> Arrays.copyOf(array, begun.length == 0 ? points : points + 1)).toArray(float[][]::new);
        for (int i = 0; i < begun.length; i++) {
            values[i][points] = begun[i];
        }
        return values;
    }

    /** Number of points, {@link #stride} steps each. */
    public int points() {
        return points;
    }

    public int stride() {
        return stride;
    }

    /** The last step (1 is the first) that a point covers. */
    public int step(int point) {
        return (point + 1) * stride;
    }

    /** Mean loss of the batches of a point. */
    public float loss(int point) {
        return loss.mean[point];
    }

    public float lowestLoss(int point) {
        return loss.low[point];
    }

    public float highestLoss(int point) {
        return loss.high[point];
    }

    /** Mean share of right answers of the batches of a point. */
    public float accuracy(int point) {
        return accuracy.mean[point];
    }

    public float lowestAccuracy(int point) {
        return accuracy.low[point];
    }

    public float highestAccuracy(int point) {
        return accuracy.high[point];
    }

    /** The finished epochs, oldest first. */
    public List<Epoch> epochs() {
        return epochs;
    }

    /** The epoch with the largest validation accuracy, from 1 on; of equal ones the first, and 0 where none was finished. */
    public int bestEpoch() {
        return Monitor.VAL_ACCURACY.bestEpoch(epochs);
    }

    /** The learning rate of the step after {@code step}, if the run started with {@code first} and went on from there. */
    public double rateAfter(int step, double first) {
        double rate = first;
        for (RateChange change : rateChanges) {
            if (change.step() <= step) {
                rate = change.rate();
            }
        }
        return rate;
    }

    /** Where the learning rate was changed during the run. */
    public List<RateChange> rateChanges() {
        return rateChanges;
    }
}
