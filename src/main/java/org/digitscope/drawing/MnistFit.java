package org.digitscope.drawing;

import java.util.Arrays;
import java.util.Optional;
import org.digitscope.data.Dataset;

/**
 * Brings a digit to 28×28 as MNIST has its own: cropped to its ink, the longer side scaled to 20 pixels with the aspect
 * kept, the centre of mass at pixel index 14 in both directions. Scaling and placing are one exact area average at
 * sub-pixel position, so nothing is blurred twice. The strongest pixel becomes 255, so a thin pen isn't a faint one.
 * A long thin end that then lies outside the 28×28 is cut off (7 of MNIST's 10,000 test digits lose a trace).
 */
public final class MnistFit {

    /** Less than this is no ink, when the digit's box is looked for. */
    private static final float THRESHOLD = 0.1f;
    private static final int LONGER_SIDE = 20;
    /** The middle of pixel 14, counted from the picture's edge. */
    private static final double CENTRE = 14.5;
    private static final float WHITE = 255;

    private MnistFit() {
    }

    /**
     * The digit in a picture, dark on light or light on dark. A picture that already is as MNIST has it, 28×28 on
     * black, is taken as it is, to the byte.
     *
     * @param brightness 0 is black, 1 is white
     * @return 784 grey values, row by row, ink is 255; empty when there is no ink
     */
    public static Optional<byte[]> ofPicture(GrayImage brightness) {
        if (isAsMnist(brightness)) {
            return Optional.of(bytes(brightness.values(), WHITE)).filter(pixels -> !isBlack(pixels));
        }
        return ofInk(Ink.of(brightness));
    }

    /**
     * The digit that was drawn.
     *
     * @param ink 0 is none, 1 is full ink
     * @return 784 grey values, row by row, ink is 255; empty when there is no ink
     */
    public static Optional<byte[]> ofInk(GrayImage ink) {
        return InkBox.of(ink, THRESHOLD).map(MnistFit::fit);
    }

    private static boolean isAsMnist(GrayImage picture) {
        return picture.width() == Dataset.COLUMNS && picture.height() == Dataset.ROWS && Ink.paper(picture) < THRESHOLD;
    }

    private static boolean isBlack(byte[] pixels) {
        return Arrays.equals(pixels, new byte[pixels.length]);
    }

    private static byte[] fit(InkBox box) {
        double scale = (double) Math.max(box.width(), box.height()) / LONGER_SIDE;
        AreaAverage across = new AreaAverage(Dataset.COLUMNS, scale, CENTRE, box.columnSums());
        AreaAverage down = new AreaAverage(Dataset.ROWS, scale, CENTRE, box.rowSums());

        double[][] narrowed = new double[box.height()][];
        for (int row = 0; row < box.height(); row++) {
            narrowed[row] = across.apply(box.row(row));
        }
        float[] values = new float[Dataset.PIXELS];
        double[] column = new double[box.height()];
        float strongest = 0;
        for (int x = 0; x < Dataset.COLUMNS; x++) {
            for (int row = 0; row < box.height(); row++) {
                column[row] = narrowed[row][x];
            }
            double[] shrunk = down.apply(column);
            for (int y = 0; y < Dataset.ROWS; y++) {
                values[y * Dataset.COLUMNS + x] = (float) shrunk[y];
                strongest = Math.max(strongest, values[y * Dataset.COLUMNS + x]);
            }
        }
        return bytes(values, WHITE / strongest);
    }

    private static byte[] bytes(float[] values, float factor) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(values[i] * factor);
        }
        return bytes;
    }
}
