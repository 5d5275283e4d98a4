package org.digitscope.plot;

import java.util.Arrays;

/**
 * Places labels side by side in a row, each as near to its place as it can be without touching another or leaving the row: the
 * places of least squares, which are found by pooling neighbours that would overlap.
 *
 * @param from left end of the row, in pixels
 * @param to right end
 * @param gap from one label to the next, at least
 */
public record LabelRow(double from, double to, double gap) {

    /** Labels that touch each other, and where the first of them would begin by their own wishes. */
    private record Pool(int labels, double width, double wish) {

        private Pool with(Pool next) {
            double shifted = next.wish - width;
            return new Pool(labels + next.labels, width + next.width, (labels * wish + next.labels * shifted) / (labels + next.labels));
        }
    }

    /** Whether so many pixels of labels can stand side by side. */
    public boolean holds(double[] widths) {
        return Arrays.stream(widths).sum() + gap * Math.max(0, widths.length - 1) <= to - from;
    }

    /** The factor by which labels have to be narrower to stand side by side; 1 where they do already. */
    public double shrinkage(double[] widths) {
        return holds(widths) ? 1 : Math.max(0, to - from - gap * (widths.length - 1)) / Arrays.stream(widths).sum();
    }

    /**
     * The left edges.
     *
     * @param centers where the labels belong, ascending
     * @param widths of the labels, which the row {@link #holds}
     */
    public double[] place(double[] centers, double[] widths) {
        Pool[] pools = new Pool[centers.length];
        int count = 0;
        for (int i = 0; i < centers.length; i++) {
            pools[count++] = new Pool(1, widths[i] + gap, centers[i] - widths[i] / 2);
            while (count > 1 && start(pools[count - 2]) + pools[count - 2].width > start(pools[count - 1])) {
                pools[count - 2] = pools[count - 2].with(pools[count - 1]);
                count--;
            }
        }
        double[] left = new double[centers.length];
        int label = 0;
        for (int pool = 0; pool < count; pool++) {
            double at = start(pools[pool]);
            for (int i = 0; i < pools[pool].labels; i++) {
                left[label] = at;
                at += widths[label++] + gap;
            }
        }
        return left;
    }

    private double start(Pool pool) {
        return Math.max(from, Math.min(to + gap - pool.width, pool.wish));
    }
}
