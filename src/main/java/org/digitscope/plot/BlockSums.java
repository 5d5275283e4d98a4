package org.digitscope.plot;

import java.util.Arrays;

/**
 * Sums, lowest and highest values of whole blocks of {@link #SIZE} points of a series that only grows. Reducing it then
 * reads a block at a time, and a refresh costs what is new.
 */
final class BlockSums {

    /** Points of a block; a power of two. */
    static final int SIZE = 64;

    /** Reads one figure of a point. */
    interface Figure {
        float at(int point);
    }

    /** The figures of a series. */
    record Figures(Figure mean, Figure low, Figure high) {
    }

    /** What some points have in common. */
    private static final class Total {
        private double sum;
        private int finite;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        private void add(double otherSum, int otherFinite, double otherLow, double otherHigh) {
            sum += otherSum;
            finite += otherFinite;
            low = Math.min(low, otherLow);
            high = Math.max(high, otherHigh);
        }
    }

    private int blocks;
    private double[] sum = new double[SIZE];
    private int[] finite = new int[SIZE];
    private double[] low = new double[SIZE];
    private double[] high = new double[SIZE];

    void clear() {
        blocks = 0;
    }

    /** Points in whole blocks. */
    int points() {
        return blocks * SIZE;
    }

    /** Adds the blocks that are complete with {@code points} points. */
    void grow(Figures figures, int points) {
        while (points() + SIZE <= points) {
            reserve();
            Total total = new Total();
            addPoints(figures, points(), points() + SIZE, total);
            sum[blocks] = total.sum;
            finite[blocks] = total.finite;
            low[blocks] = total.low;
            high[blocks] = total.high;
            blocks++;
        }
    }

    /** Writes the bucket of the points [from, to). */
    void fill(Figures figures, int from, int to, Buckets buckets, int bucket) {
        Total total = new Total();
        int point = from;
        while (point < to) {
            if (point % SIZE == 0 && point + SIZE <= Math.min(to, points())) {
                int block = point / SIZE;
                total.add(sum[block], finite[block], low[block], high[block]);
                point += SIZE;
            } else {
                int end = Math.min(to, (point / SIZE + 1) * SIZE);
                addPoints(figures, point, end, total);
                point = end;
            }
        }
        boolean gap = total.finite == 0;
        buckets.mean()[bucket] = gap ? Double.NaN : total.sum / total.finite;
        buckets.low()[bucket] = gap ? Double.NaN : total.low;
        buckets.high()[bucket] = gap ? Double.NaN : total.high;
    }

    private static void addPoints(Figures figures, int from, int to, Total total) {
        for (int point = from; point < to; point++) {
            float mean = figures.mean.at(point);
            if (Float.isFinite(mean)) {
                total.add(mean, 1, figures.low.at(point), figures.high.at(point));
            }
        }
    }

    private void reserve() {
        if (blocks == sum.length) {
            sum = Arrays.copyOf(sum, 2 * blocks);
            finite = Arrays.copyOf(finite, 2 * blocks);
            low = Arrays.copyOf(low, 2 * blocks);
            high = Arrays.copyOf(high, 2 * blocks);
        }
    }
}
