package org.digitscope.plot;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.ejml.data.FMatrixRMaj;

/**
 * The weights of a neuron of layer_1 as a picture of 28×28 pixels: what it likes to see (red) and what it doesn't
 * (blue). Pixels don't depend on light or dark mode.
 */
public final class Heatmap {

    /** Two greys that no signed map has, for a pixel that is black in every training picture. */
    private static final int NEVER_LIT_LIGHT = 0xFFBDBDBD;
    private static final int NEVER_LIT_DARK = 0xFF8C8C8C;

    private Heatmap() {
    }

    /**
     * A pixel of a picture.
     *
     * @param row 0 to 27, from the top
     * @param column 0 to 27, from the left
     */
    public record Pixel(int row, int column) {

        /** @throws IllegalArgumentException outside of the picture */
        public Pixel {
            if (row < 0 || row >= Dataset.ROWS || column < 0 || column >= Dataset.COLUMNS) {
                throw new IllegalArgumentException("a picture has no row " + row + ", column " + column);
            }
        }

        /** row·28 + column. */
        public int index() {
            return row * Dataset.COLUMNS + column;
        }
    }

    /** Paints one neuron in the colours {@link ColorMap#SIGNED}. */
    public static void paint(FMatrixRMaj kernel, int neuron, double limit, int[] target, int offset, int stride) {
        paint(ColorMap.SIGNED, kernel, neuron, limit, target, offset, stride);
    }

    /**
     * Paints one neuron.
     *
     * @param kernel shape (784, neurons)
     * @param limit the weight that gets the strongest colour
     * @param target modified: receives 28×28 colours 0xAARRGGBB
     * @param offset position of the first of them
     * @param stride distance between two rows in {@code target}
     */
    public static void paint(ColorMap colors, FMatrixRMaj kernel, int neuron, double limit, int[] target, int offset,
            int stride) {
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            int at = offset + pixel / Dataset.COLUMNS * stride + pixel % Dataset.COLUMNS;
            target[at] = colors.argb(kernel.data[pixel * kernel.numCols + neuron], limit);
        }
    }

    /** Paints a grey chequer over the pixels that are black in every training picture. */
    public static void markNeverLit(boolean[] neverLit, int[] target, int offset, int stride) {
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            if (neverLit[pixel]) {
                int row = pixel / Dataset.COLUMNS;
                int column = pixel % Dataset.COLUMNS;
                target[offset + row * stride + column] = (row + column) % 2 == 0 ? NEVER_LIT_LIGHT : NEVER_LIT_DARK;
            }
        }
    }

    /** Which of the 784 pixels are black in every picture. */
    public static boolean[] neverLit(Dataset pictures) {
        int[] counts = pictures.nonZeroPictures();
        boolean[] never = new boolean[counts.length];
        for (int pixel = 0; pixel < never.length; pixel++) {
            never[pixel] = counts[pixel] == 0;
        }
        return never;
    }

    /** The largest absolute weight of a neuron, the limit of its own scale; weights that aren't finite don't count. */
    public static double limit(FMatrixRMaj kernel, int neuron) {
        return limit(kernel, neuron, kernel.numCols);
    }

    /** The largest absolute weight of all neurons, the limit of a shared scale. */
    public static double limit(FMatrixRMaj kernel) {
        return limit(kernel, 0, 1);
    }

    /** The limit of each neuron's own scale, all found in one pass: the weights of a neuron lie far apart. */
    public static double[] limits(FMatrixRMaj kernel) {
        float[] limits = new float[kernel.numCols];
        for (int at = 0; at < kernel.getNumElements(); at += kernel.numCols) {
            for (int neuron = 0; neuron < limits.length; neuron++) {
                float size = Math.abs(kernel.data[at + neuron]);
                if (size > limits[neuron] && size <= Float.MAX_VALUE) {
                    limits[neuron] = size;
                }
            }
        }
        double[] exact = new double[limits.length];
        Arrays.setAll(exact, neuron -> limits[neuron]);
        return exact;
    }

    private static double limit(FMatrixRMaj kernel, int first, int stride) {
        float limit = 0;
        for (int i = first; i < kernel.getNumElements(); i += stride) {
            float size = Math.abs(kernel.data[i]);
            if (size > limit && size <= Float.MAX_VALUE) {
                limit = size;
            }
        }
        return limit;
    }
}
