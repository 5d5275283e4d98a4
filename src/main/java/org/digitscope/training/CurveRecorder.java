package org.digitscope.training;

import java.util.ArrayList;
import java.util.List;

/** Where the trainer writes its learning curve. Used by one thread; {@link #curve} hands out immutable views. */
final class CurveRecorder {

    /** The largest number of points, 12 MB. When they are full, neighbours are merged and the stride doubles. */
    static final int CAPACITY = 1 << 19;
    private static final int FIRST_CAPACITY = 1 << 12;

    private LearningCurve.Series loss = new LearningCurve.Series(FIRST_CAPACITY);
    private LearningCurve.Series accuracy = new LearningCurve.Series(FIRST_CAPACITY);
    private int points;
    private int stride = 1;
    /** Steps gathered so far for the point that isn't complete yet. */
    private int pending;
    private List<LearningCurve.Epoch> epochs = List.of();
    private List<LearningCurve.RateChange> rateChanges = List.of();

    CurveRecorder() {
    }

    /**
     * Goes on from the first {@code steps} steps of an earlier curve, which stays as it is. Where they end within a point, what is
     * known of that point stands for them; where nothing is known of it, which older projects didn't keep, the point before.
     */
    CurveRecorder(LearningCurve past, int steps, int stepsPerEpoch) {
        float[][] values = past.values();
        int known = values[0].length;
        stride = past.stride();
        points = Math.min(known, steps / stride);
        pending = known == 0 ? 0 : steps % stride;
        int capacity = FIRST_CAPACITY;
        while (capacity < points + Math.min(1, pending)) {
            capacity *= 2;
        }
        loss = new LearningCurve.Series(values[0], values[1], values[2]).withCapacity(capacity);
        accuracy = new LearningCurve.Series(values[3], values[4], values[5]).withCapacity(capacity);
        if (pending > 0 && points == known) {
            loss.copy(points - 1, points);
            accuracy.copy(points - 1, points);
        }
        epochs = past.epochs().subList(0, Math.min(past.epochs().size(), steps / stepsPerEpoch));
        rateChanges = past.rateChanges().stream().filter(change -> change.step() < steps).toList();
    }

    void addStep(float batchLoss, float batchAccuracy) {
        if (pending == 0) {
            reserve();
        }
        put(loss, points, batchLoss, pending);
        put(accuracy, points, batchAccuracy, pending);
        pending++;
        if (pending == stride) {
            points++;
            pending = 0;
        }
    }

    void addEpoch(LearningCurve.Epoch epoch) {
        epochs = appended(epochs, epoch);
    }

    /** The finished ones, oldest first. */
    List<LearningCurve.Epoch> epochs() {
        return epochs;
    }

    void addRateChange(int step, double rate) {
        rateChanges = appended(rateChanges, new LearningCurve.RateChange(step, rate));
    }

    LearningCurve curve() {
        float[] begun = pending == 0 ? new float[0] : new float[] {loss.mean[points], loss.low[points], loss.high[points],
                accuracy.mean[points], accuracy.low[points], accuracy.high[points]};
        return new LearningCurve(loss, accuracy, points, stride, begun, epochs, rateChanges);
    }

    /** The point that is being filled lies beyond every view's length, so nobody sees it change. */
    private static void put(LearningCurve.Series series, int point, float value, int before) {
        if (before == 0) {
            series.mean[point] = value;
            series.low[point] = value;
            series.high[point] = value;
        } else {
            series.mean[point] += (value - series.mean[point]) / (before + 1);
            series.low[point] = Math.min(series.low[point], value);
            series.high[point] = Math.max(series.high[point], value);
        }
    }

    private void reserve() {
        int capacity = loss.mean.length;
        if (points < capacity) {
            return;
        }
        if (capacity < CAPACITY) {
            loss = loss.withCapacity(capacity * 2);
            accuracy = accuracy.withCapacity(capacity * 2);
        } else {
            loss = merged(loss);
            accuracy = merged(accuracy);
            points /= 2;
            stride *= 2;
        }
    }

    private static LearningCurve.Series merged(LearningCurve.Series old) {
        LearningCurve.Series series = new LearningCurve.Series(old.mean.length);
        for (int i = 0; i < old.mean.length / 2; i++) {
            series.mean[i] = (old.mean[2 * i] + old.mean[2 * i + 1]) / 2;
            series.low[i] = Math.min(old.low[2 * i], old.low[2 * i + 1]);
            series.high[i] = Math.max(old.high[2 * i], old.high[2 * i + 1]);
        }
        return series;
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
