package org.digitscope.drawing;

import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;

/**
 * Straightens digits: shears a picture about its centre of mass until columns and rows of its ink are uncorrelated, that is by
 * the slope Σ m·(x − x̄)(y − ȳ) / Σ m·(y − ȳ)², and brings that centre to pixel 14. A network that is trained with straightened digits must be asked about
 * straightened ones.
 */
public final class Deskew {

    /** A picture's slope is taken for no more than this; a lone horizontal line has any. */
    private static final double STEEPEST = 1;

    /** Where MNIST has the centre of mass, in both directions. */
    private static final int MIDDLE = 14;

    private Deskew() {
    }

    /** Both sets straightened; labels, their names, order and size stay. */
    public static DigitSets of(DigitSets sets) {
        return new DigitSets(of(sets.training()), of(sets.validation()), sets.classes());
    }

    static Dataset of(Dataset data) {
        Dataset.Builder straight = Dataset.builder(data.name() + ", straightened", data.size());
        for (int image = 0; image < data.size(); image++) {
            straight.add(of(data.image(image)), data.label(image));
        }
        return straight.build();
    }

    /**
     * One picture straightened.
     *
     * @param pixels 784 grey values, row by row
     * @return a fresh array
     */
    public static byte[] of(byte[] pixels) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < pixels.length; i++) {
            int ink = pixels[i] & 0xFF;
            mass += ink;
            x += ink * (i % Dataset.COLUMNS);
            y += ink * (i / Dataset.COLUMNS);
        }
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < pixels.length; i++) {
            double down = i / Dataset.COLUMNS - y / mass;
            xy += (pixels[i] & 0xFF) * (i % Dataset.COLUMNS - x / mass) * down;
            yy += (pixels[i] & 0xFF) * down * down;
        }
        double slope = yy > 0 ? Math.max(-STEEPEST, Math.min(STEEPEST, xy / yy)) : 0;
        return mass == 0 ? pixels.clone() : sheared(pixels, slope, x / mass, y / mass);
    }

    /** The centre of mass (x, y) comes to pixel 14 in both directions; between pixels by bilinear interpolation. */
    private static byte[] sheared(byte[] pixels, double slope, double x, double y) {
        Bilinear.Pixels source = (row, column) -> at(pixels, row, column);
        byte[] result = new byte[pixels.length];
        for (int row = 0; row < Dataset.ROWS; row++) {
            double fromRow = row - MIDDLE + y;
            for (int column = 0; column < Dataset.COLUMNS; column++) {
                double value = Bilinear.at(source, fromRow, column - MIDDLE + x + slope * (row - MIDDLE));
                result[row * Dataset.COLUMNS + column] = (byte) Math.round(value);
            }
        }
        return result;
    }

    private static int at(byte[] pixels, int row, int column) {
        return row < 0 || row >= Dataset.ROWS || column < 0 || column >= Dataset.COLUMNS ? 0 : pixels[row * Dataset.COLUMNS + column] & 0xFF;
    }
}
