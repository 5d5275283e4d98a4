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

    /** Goes on from the first {@code steps} steps of an earlier curve, which stays as it is. */
    CurveRecorder(LearningCurve past, int steps, int stepsPerEpoch) {
        for (int point = 0; point < past.points() && past.step(point) <= steps; point++) {
            reserve();
            copy(past.loss, loss, point);
            copy(past.accuracy, accuracy, point);
            points++;
        }
        stride = past.stride();
        // a point that covers later steps as well can't be split; its values stand for the steps up to here
        for (int i = points * stride; i < steps && points < past.points(); i++) {
            addStep(past.loss(points), past.accuracy(points));
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

    void addRateChange(int step, double rate) {
        rateChanges = appended(rateChanges, new LearningCurve.RateChange(step, rate));
    }

    LearningCurve curve() {
        return new LearningCurve(loss, accuracy, points, stride, epochs, rateChanges);
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

    private static void copy(LearningCurve.Series from, LearningCurve.Series to, int point) {
        to.mean[point] = from.mean[point];
        to.low[point] = from.low[point];
        to.high[point] = from.high[point];
    }

    private void reserve() {
        int capacity = loss.mean.length;
        if (points < capacity) {
            return;
        }
        if (capacity < CAPACITY) {
            loss = grown(loss, capacity * 2);
            accuracy = grown(accuracy, capacity * 2);
        } else {
            loss = merged(loss);
            accuracy = merged(accuracy);
            points /= 2;
            stride *= 2;
        }
    }

    private static LearningCurve.Series grown(LearningCurve.Series old, int capacity) {
        LearningCurve.Series series = new LearningCurve.Series(capacity);
        System.arraycopy(old.mean, 0, series.mean, 0, old.mean.length);
        System.arraycopy(old.low, 0, series.low, 0, old.low.length);
        System.arraycopy(old.high, 0, series.high, 0, old.high.length);
        return series;
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
