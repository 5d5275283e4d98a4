package org.digitscope.drawing;

import java.util.Optional;
import org.digitscope.data.Dataset;

/**
 * Makes a picture look as MNIST's do: cropped to its ink, the longer side 20 pixels, averaged over areas, and placed so
 * that the centre of mass lies at pixel index 14 in both directions (14.5 in edge coordinates). Cropping, scaling and
 * placing are one resampling at sub-pixel positions, so nothing is blurred twice.
 */
public final class MnistFit {

    private static final int SIZE = Dataset.ROWS;
    private static final double BOX = 20;
    private static final double CENTER = 14.5;

    private MnistFit() {
    }

    /**
     * Fits a picture.
     *
     * @return 784 grey values, the darkest ink 255; empty when there is no ink
     */
    public static Optional<byte[]> fit(GrayImage picture) {
        return Box.around(picture).map(box -> fit(picture, box));
    }

    private static byte[] fit(GrayImage picture, Box box) {
        double scale = BOX / Math.max(box.right - box.left, box.bottom - box.top);
        double[][] columns = overlaps(picture.width(), placed(box.centerX, box.left, box.right, scale), scale);
        double[][] rows = overlaps(picture.height(), placed(box.centerY, box.top, box.bottom, scale), scale);
        double[] narrow = new double[picture.height() * SIZE];
        for (int y = box.top; y < box.bottom; y++) {
            for (int x = box.left; x < box.right; x++) {
                float ink = picture.ink()[y * picture.width() + x];
                if (ink > 0) {
                    spread(columns[x], ink, narrow, y * SIZE, 1);
                }
            }
        }
        double[] small = new double[SIZE * SIZE];
        for (int y = box.top; y < box.bottom; y++) {
            for (int column = 0; column < SIZE; column++) {
                spread(rows[y], narrow[y * SIZE + column], small, column, SIZE);
            }
        }
        return quantized(small);
    }

    /** Where coordinate 0 of the picture comes to lie; the box stays within the 28 pixels. */
    private static double placed(double center, int from, int to, double scale) {
        double start = CENTER - (center - from) * scale;
        double inside = Math.max(0, Math.min(SIZE - (to - from) * scale, start));
        return inside - from * scale;
    }

    /** For each source pixel: its first target pixel, and the share of target pixels covered from there on. */
    private static double[][] overlaps(int length, double origin, double scale) {
        double[][] all = new double[length][];
        for (int i = 0; i < length; i++) {
            double from = origin + i * scale;
            double to = from + scale;
            int first = (int) Math.floor(from);
            int last = (int) Math.ceil(to) - 1;
            double[] shares = new double[Math.max(0, last - first + 1) + 1];
            shares[0] = first;
            for (int target = first; target <= last; target++) {
                shares[1 + target - first] = Math.min(to, target + 1) - Math.max(from, target);
            }
            all[i] = shares;
        }
        return all;
    }

    private static void spread(double[] shares, double amount, double[] target, int at, int stride) {
        int first = (int) shares[0];
        for (int i = 1; i < shares.length; i++) {
            int index = first + i - 1;
            if (index >= 0 && index < SIZE) {
                target[at + index * stride] += amount * shares[i];
            }
        }
    }

    private static byte[] quantized(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) Math.round(255 * values[i] / max);
        }
        return pixels;
    }

    /** Where the ink is: [left, right) × [top, bottom), and its centre of mass in edge coordinates. */
    private record Box(int left, int top, int right, int bottom, double centerX, double centerY) {

        static Optional<Box> around(GrayImage picture) {
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            int right = 0;
            int bottom = 0;
            double mass = 0;
            double momentX = 0;
            double momentY = 0;
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    float ink = picture.ink()[y * picture.width() + x];
                    if (ink > 0) {
                        left = Math.min(left, x);
                        right = Math.max(right, x + 1);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y + 1);
                        mass += ink;
                        momentX += ink * (x + 0.5);
                        momentY += ink * (y + 0.5);
                    }
                }
            }
            return mass == 0 ? Optional.empty()
                    : Optional.of(new Box(left, top, right, bottom, momentX / mass, momentY / mass));
        }
    }
}
