package org.digitscope.drawing;

/**
 * Tells ink from paper, whichever is the darker one. Ink is what deviates from the paper, towards the side (darker or
 * lighter) that deviates more.
 */
public final class Ink {

    /** Paper alone varies by less, and stretching its grain to full contrast would make ink of nothing. */
    static final float LEAST_CONTRAST = 0.1f;

    private Ink() {
    }

    /**
     * The ink of a picture, scaled so that the strongest is 1; all 0 when nothing stands out from the paper.
     *
     * @param brightness 0 is black, 1 is white
     */
    public static GrayImage of(GrayImage brightness) {
        Paper paper = Paper.of(brightness);
        int width = brightness.width();
        float[] ink = new float[brightness.values().length];
        double balance = 0;
        for (int i = 0; i < ink.length; i++) {
            ink[i] = brightness.values()[i] - paper.brightness(i / width, i % width);
            // squares, so that a few strokes outweigh the grain of the paper
            balance += ink[i] * Math.abs(ink[i]);
        }
        float direction = balance > 0 ? 1 : -1;
        float strongest = 0;
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.max(0, direction * ink[i]);
            strongest = Math.max(strongest, ink[i]);
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] = strongest < LEAST_CONTRAST ? 0 : ink[i] / strongest;
        }
        return new GrayImage(width, brightness.height(), ink);
    }
}
