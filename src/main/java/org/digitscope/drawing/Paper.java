package org.digitscope.drawing;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * The brightness of the paper of a picture, with or without a soft shadow: a quadratic surface through the border, where
 * there is paper and hardly any ink. Border pixels that deviate much from the first fit are left out of the second.
 */
final class Paper {

    /** 1, x, y, x², xy, y² with x and y from −1 to 1. */
    private static final int TERMS = 6;
    /** Fewer border pixels than this say too little about a shadow; then the paper is as bright as their median. */
    private static final int LEAST_BORDER = 128;
    /** Of the brightness from black to white; the grain of paper deviates by less, see {@link Ink}, and ink by more. */
    private static final float OUTLIER = Ink.LEAST_CONTRAST;
    /** Of the brightness from the median: a line along the border deviates by more, and a soft shadow by less. */
    private static final float LINE = 0.5f;
    /** The grain of paper of one colour hardly deviates by more. */
    private static final float GRAIN = OUTLIER / 2;
    private static final int MOST_SAMPLED = 100_003;
    /** Keeps a border solvable that is all of one column or row; a border of {@link #LEAST_BORDER} pixels outweighs it by far. */
    private static final float RIDGE = 1e-3f;

    private final int width;
    private final int height;
    private final float median;
    private final FMatrixRMaj surface;

    private Paper(GrayImage brightness) {
        width = brightness.width();
        height = brightness.height();
        float[] border = border(brightness);
        median = border[border.length / 2];
        surface = new FMatrixRMaj(TERMS, 1);
        surface.data[0] = paper(border, sample(brightness));
        // where marks run along the border, too little of it is paper to tell a shadow
        if (border.length >= LEAST_BORDER && surface.data[0] == median) {
            fit(brightness, LINE);
            fit(brightness, OUTLIER);
        }
    }

    /**
     * The median of the border; but where the border has two colours, as rules run along it, that of the whole picture. A shadow has many.
     */
    private static float paper(float[] border, float[] whole) {
        float ofBorder = border[border.length / 2];
        float ofWhole = whole[whole.length / 2];
        int likeBorder = 0;
        int likeWhole = 0;
        for (float value : border) {
            likeBorder += Math.abs(value - ofBorder) < GRAIN ? 1 : 0;
            likeWhole += Math.abs(value - ofWhole) < GRAIN ? 1 : 0;
        }
        boolean twoColours = Math.abs(ofWhole - ofBorder) > OUTLIER && 2 * likeBorder >= border.length && 4 * likeWhole >= border.length;
        return twoColours ? ofWhole : ofBorder;
    }

    /** Some of the pixels, evenly over all, sorted. */
    private static float[] sample(GrayImage brightness) {
        float[] values = brightness.values();
        int step = (values.length + MOST_SAMPLED - 1) / MOST_SAMPLED;
        float[] sample = new float[(values.length + step - 1) / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[i * step];
        }
        Arrays.sort(sample);
        return sample;
    }

    static Paper of(GrayImage brightness) {
        return new Paper(brightness);
    }

    /** The median of the outermost pixels; of an even number of them the upper one of the middle pair. */
    float median() {
        return median;
    }

    float brightness(int row, int column) {
        float[] terms = terms(row, column);
        float sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += surface.data[i] * terms[i];
        }
        return sum;
    }

    /** Least squares, (TᵀT + ridge)·s = Tᵀv, over the border pixels that lie within {@code tolerance} of the present surface. */
    private void fit(GrayImage brightness, float tolerance) {
        FMatrixRMaj normal = CommonOps_FDRM.identity(TERMS);
        CommonOps_FDRM.scale(RIDGE, normal);
        FMatrixRMaj right = new FMatrixRMaj(TERMS, 1);
        right.data[0] = RIDGE * surface.data[0];
        for (int row = 0; row < height; row++) {
            boolean edge = row == 0 || row == height - 1;
            for (int column = 0; column < width; column += edge ? 1 : Math.max(1, width - 1)) {
                float value = brightness.get(row, column);
                if (Math.abs(value - brightness(row, column)) <= tolerance) {
                    add(terms(row, column), value, normal, right);
                }
            }
        }
        CommonOps_FDRM.solve(normal, right, surface);
    }

    private static void add(float[] terms, float value, FMatrixRMaj normal, FMatrixRMaj right) {
        for (int i = 0; i < TERMS; i++) {
            right.data[i] += terms[i] * value;
            for (int j = 0; j < TERMS; j++) {
                normal.data[i * TERMS + j] += terms[i] * terms[j];
            }
        }
    }

    private float[] terms(int row, int column) {
        float x = 2f * column / Math.max(1, width - 1) - 1;
        float y = 2f * row / Math.max(1, height - 1) - 1;
        return new float[] {1, x, y, x * x, x * y, y * y};
    }

    private static float[] border(GrayImage brightness) {
        int width = brightness.width();
        int height = brightness.height();
        float[] border = new float[2 * (width + height)];
        int count = 0;
        for (int column = 0; column < width; column++) {
            border[count++] = brightness.get(0, column);
            border[count++] = brightness.get(height - 1, column);
        }
        for (int row = 0; row < height; row++) {
            border[count++] = brightness.get(row, 0);
            border[count++] = brightness.get(row, width - 1);
        }
        Arrays.sort(border);
        return border;
    }
}
