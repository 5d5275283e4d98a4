package org.digitscope.drawing;

import java.util.List;
import java.util.Random;
import org.digitscope.data.Dataset;

/** Makes pictures of digits, as other programs and cameras make them. */
public final class PictureOf {

    /** Pixels of the picture that is shrunk, to one of the digit's 100. */
    private static final int FINE = 192;

    private PictureOf() {
    }

    /**
     * Ink from 0 to 1 of pen lines, fitted into a square.
     *
     * @param pen its width through the longer side of the digit
     * @param margin on each side, through the picture's side
     */
    public static float[] lines(List<PenLine> digit, double pen, double margin, int side) {
        PenLines drawing = new PenLines(digit);
        Box box = drawing.box();
        double scale = FINE * (1 - 2 * margin) / (box.longerSide() * (1 + pen));
        double width = scale * pen * box.longerSide();
        Affine map = Affine.scale(scale, scale, FINE / 2.0 - scale * box.centre().x(), FINE / 2.0 - scale * box.centre().y());
        return shrunk(PenRaster.draw(drawing.map(map, 1).withWidth(width), FINE, FINE), side);
    }

    /**
     * Ink of a digit of MNIST, cropped to its ink, enlarged smoothly and made bolder.
     *
     * @param bolder by so much on each side of a stroke, through the picture's side
     */
    public static float[] mnist(byte[] pixels, double bolder, double margin, int side) {
        Box box = new Box(Dataset.COLUMNS, Dataset.ROWS, 0, 0);
        for (int i = 0; i < pixels.length; i++) {
            if ((pixels[i] & 0xFF) > 60) {
                int row = i / Dataset.COLUMNS;
                int column = i % Dataset.COLUMNS;
                box = new Box(Math.min(box.left(), column), Math.min(box.top(), row), Math.max(box.right(), column + 1), Math.max(box.bottom(), row + 1));
            }
        }
        double scale = box.longerSide() / (FINE * (1 - 2 * margin - 2 * bolder));
        Bilinear.Pixels at = (row, column) -> row < 0 || column < 0 || row >= Dataset.ROWS || column >= Dataset.COLUMNS ? 0
                : (pixels[row * Dataset.COLUMNS + column] & 0xFF) / 255f;
        float[] fine = new float[FINE * FINE];
        for (int row = 0; row < FINE; row++) {
            for (int column = 0; column < FINE; column++) {
                fine[row * FINE + column] = (float) Bilinear.at(at, box.centre().y() + (row + 0.5 - FINE / 2.0) * scale - 0.5,
                        box.centre().x() + (column + 0.5 - FINE / 2.0) * scale - 0.5);
            }
        }
        int reach = (int) Math.round(bolder * FINE);
        return shrunk(spread(spread(fine, reach, 1), reach, FINE), side);
    }

    /** Brightness: ink on paper, of which the lighter is from 0.75 to 1 and the darker from 0 to 0.25. */
    public static GrayImage onPaper(float[] ink, int side, boolean darkInk, Random random) {
        float light = 1 - 0.25f * random.nextFloat();
        float dark = 0.25f * random.nextFloat();
        float[] values = new float[ink.length];
        for (int i = 0; i < values.length; i++) {
            float share = darkInk ? 1 - ink[i] : ink[i];
            values[i] = dark + (light - dark) * share;
        }
        return new GrayImage(side, side, values);
    }

    /** The largest value within reach along rows (step 1) or columns. */
    private static float[] spread(float[] values, int reach, int step) {
        float[] spread = values.clone();
        for (int i = 0; i < values.length; i++) {
            int place = step == 1 ? i % FINE : i / FINE;
            for (int d = -Math.min(reach, place); d <= Math.min(reach, FINE - 1 - place); d++) {
                spread[i] = Math.max(spread[i], values[i + d * step]);
            }
        }
        return spread;
    }

    /** Area averages. */
    private static float[] shrunk(float[] fine, int side) {
        float[] ink = new float[side * side];
        double step = (double) FINE / side;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double sum = 0;
                int count = 0;
                for (int y = (int) (row * step); y < Math.max((int) ((row + 1) * step), (int) (row * step) + 1); y++) {
                    for (int x = (int) (column * step); x < Math.max((int) ((column + 1) * step), (int) (column * step) + 1); x++) {
                        sum += fine[y * FINE + x];
                        count++;
                    }
                }
                ink[row * side + column] = (float) (sum / count);
            }
        }
        return ink;
    }
}
