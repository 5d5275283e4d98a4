package org.digitscope.plot;

import org.digitscope.plot.BlockSums.Figures;
import org.digitscope.training.LearningCurve;

/**
 * Reduces a learning curve to buckets. It remembers what it has summed up: if the next curve is the same run, further
 * on, only the new points and a sample of the old ones are read. For one thread.
 */
public final class CurveDecimator {

    private LearningCurve curve = LearningCurve.EMPTY;
    private final BlockSums lossSums = new BlockSums();
    private final BlockSums accuracySums = new BlockSums();

    public CurveDecimator() {
    }

    /** Starts with a curve. */
    public CurveDecimator(LearningCurve curve) {
        update(curve);
    }

    /** Takes the next curve, of the same run or of another. */
    public void update(LearningCurve next) {
        if (!goesOn(next)) {
            lossSums.clear();
            accuracySums.clear();
        }
        curve = next;
        lossSums.grow(loss(), curve.points());
        accuracySums.grow(accuracy(), curve.points());
    }

    public LearningCurve curve() {
        return curve;
    }

    /** The mean loss (nats) of the points [from, to), in at most {@code most} buckets. */
    public Buckets loss(int from, int to, int most) {
        return reduce(lossSums, loss(), from, to, most);
    }

    /** The share of right answers, 0 to 1, of the points [from, to), in at most {@code most} buckets. */
    public Buckets accuracy(int from, int to, int most) {
        return reduce(accuracySums, accuracy(), from, to, most);
    }

    /**
     * The width of a bucket is a power of two and its edges are multiples of it, so a complete bucket stays the same
     * while the curve grows and while one scrolls along it.
     */
    private Buckets reduce(BlockSums sums, Figures figures, int from, int to, int most) {
        int start = Math.max(0, from);
        int end = Math.min(curve.points(), to);
        if (start >= end) {
            return new Buckets(0);
        }
        int shift = 0;
        while (((end - 1) >> shift) - (start >> shift) >= Math.max(2, most)) {
            shift++;
        }
        int first = start >> shift;
        Buckets buckets = new Buckets(((end - 1) >> shift) - first + 1);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            int left = Math.max(start, (first + bucket) << shift);
            int right = (int) Math.min(end, (long) (first + bucket + 1) << shift);
            buckets.steps()[bucket] = (double) right * curve.stride();
            sums.fill(figures, left, right, buckets, bucket);
        }
        return buckets;
    }

    /**
     * Whether the summed points of the curve so far also begin the next one. It compares the last two points of each
     * block and all of the last block: once runs have parted, nearly all their losses differ. A NaN counts as
     * different.
     */
    private boolean goesOn(LearningCurve next) {
        int summed = lossSums.points();
        if (next.stride() != curve.stride() || next.points() < summed) {
            return false;
        }
        for (int end = BlockSums.SIZE; end <= summed; end += BlockSums.SIZE) {
            int compared = end == summed ? BlockSums.SIZE : 2;
            for (int point = end - compared; point < end; point++) {
                if (next.loss(point) != curve.loss(point) || next.accuracy(point) != curve.accuracy(point)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Figures loss() {
        return new Figures(curve::loss, curve::lowestLoss, curve::highestLoss);
    }

    private Figures accuracy() {
        return new Figures(curve::accuracy, curve::lowestAccuracy, curve::highestAccuracy);
    }
}
