package org.digitscope.drawing;

import java.util.Arrays;

/**
 * A picture as amounts of ink.
 *
 * @param width in pixels
 * @param height in pixels
 * @param ink row by row, from 0 (paper) to 1 (full ink)
 */
public record GrayImage(int width, int height, float[] ink) {

    /** Share of the full contrast below which a pixel counts as paper, so that noise doesn't widen the box. */
    private static final float PAPER = 0.15f;
    /** Difference of brightness, of 1, below which a picture is taken to be empty. */
    private static final float LEAST_CONTRAST = 0.08f;

    /** @throws IllegalArgumentException when the size doesn't fit */
    public GrayImage {
        if (width < 1 || height < 1 || ink.length != width * height) {
            throw new IllegalArgumentException(width + "×" + height + " pixels need as many values, not " + ink.length);
        }
    }

    /**
     * From brightness, whether dark on light or light on dark: the border tells what is paper, and what differs most from
     * it is full ink.
     *
     * @param brightness row by row, from 0 (black) to 1 (white)
     */
    public static GrayImage ofBrightness(int width, int height, float[] brightness) {
        float paper = borderMedian(width, height, brightness);
        boolean darkInk = paper > 0.5f;
        float contrast = 0;
        for (float value : brightness) {
            contrast = Math.max(contrast, darkInk ? paper - value : value - paper);
        }
        float[] ink = new float[brightness.length];
        if (contrast >= LEAST_CONTRAST) {
            for (int i = 0; i < ink.length; i++) {
                float amount = (darkInk ? paper - brightness[i] : brightness[i] - paper) / contrast;
                ink[i] = amount < PAPER ? 0 : amount;
            }
        }
        return new GrayImage(width, height, ink);
    }

    private static float borderMedian(int width, int height, float[] values) {
        float[] border = new float[2 * width + 2 * height];
        int at = 0;
        for (int x = 0; x < width; x++) {
            border[at++] = values[x];
            border[at++] = values[(height - 1) * width + x];
        }
        for (int y = 0; y < height; y++) {
            border[at++] = values[y * width];
            border[at++] = values[y * width + width - 1];
        }
        Arrays.sort(border);
        return border[border.length / 2];
    }
}
