package org.digitscope.drawing;

import java.util.Optional;

/** The smallest rectangle of a picture that holds its ink. */
record InkBox(GrayImage ink, int top, int left, int height, int width) {

    /** The box around all pixels of at least {@code threshold}; empty when there is none. */
    static Optional<InkBox> of(GrayImage ink, float threshold) {
        int top = ink.height();
        int bottom = -1;
        int left = ink.width();
        int right = -1;
        for (int row = 0; row < ink.height(); row++) {
            for (int column = 0; column < ink.width(); column++) {
                if (ink.get(row, column) >= threshold) {
                    top = Math.min(top, row);
                    bottom = row;
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                }
            }
        }
        return bottom < 0 ? Optional.empty()
                : Optional.of(new InkBox(ink, top, left, bottom - top + 1, right - left + 1));
    }

    double[] row(int row) {
        double[] values = new double[width];
        for (int column = 0; column < width; column++) {
            values[column] = ink.get(top + row, left + column);
        }
        return values;
    }

    double[] columnSums() {
        double[] sums = new double[width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                sums[column] += ink.get(top + row, left + column);
            }
        }
        return sums;
    }

    double[] rowSums() {
        double[] sums = new double[height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                sums[row] += ink.get(top + row, left + column);
            }
        }
        return sums;
    }
}
