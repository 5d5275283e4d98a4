package org.digitscope.drawing;

import java.util.Arrays;

/**
 * Tells ink from paper, whichever is the darker one. The paper's brightness is the median of the picture's border; ink
 * is what deviates from it, towards the side (darker or lighter) that deviates more.
 */
public final class Ink {

    /** Paper alone varies by less, and stretching its grain to full contrast would make ink of nothing. */
    private static final float LEAST_CONTRAST = 0.1f;

    private Ink() {
    }

    /**
     * The ink of a picture, scaled so that the strongest is 1; all 0 when nothing stands out from the paper.
     *
     * @param brightness 0 is black, 1 is white
     */
    public static GrayImage of(GrayImage brightness) {
        float paper = paper(brightness);
        float direction = isInkLighter(brightness, paper) ? 1 : -1;
        float[] ink = new float[brightness.values().length];
        float strongest = 0;
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.max(0, direction * (brightness.values()[i] - paper));
            strongest = Math.max(strongest, ink[i]);
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] = strongest < LEAST_CONTRAST ? 0 : ink[i] / strongest;
        }
        return new GrayImage(brightness.width(), brightness.height(), ink);
    }

    /** The median of the outermost pixels; of an even number of them the upper one of the middle pair. */
    static float paper(GrayImage brightness) {
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
        return border[count / 2];
    }

    /** Squares, so that a few strokes outweigh the grain of the paper. */
    private static boolean isInkLighter(GrayImage brightness, float paper) {
        double balance = 0;
        for (float value : brightness.values()) {
            double deviation = value - paper;
            balance += deviation * Math.abs(deviation);
        }
        return balance > 0;
    }
}
