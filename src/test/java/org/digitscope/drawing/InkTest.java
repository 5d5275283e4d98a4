package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void darkInkOnLightPaperAndTheInverseAreTheSame() {
        float[] expected = {0, 0, 0, 0, 0, 1, 0.5f, 0, 0, 0, 0, 0};
        assertArrayEquals(expected, ink(1, 0, 0.5f), 1e-6f);
        assertArrayEquals(expected, ink(0, 1, 0.5f), 1e-6f);
    }

    @Test
    void greyPaperIsNoInkAndTheStrongestInkIsOne() {
        float[] expected = {0, 0, 0, 0, 0, 1, 0.5f, 0, 0, 0, 0, 0};
        assertArrayEquals(expected, ink(0.7f, 0.3f, 0.5f), 1e-6f);
        assertArrayEquals(expected, ink(0.4f, 0.2f, 0.3f), 1e-6f, "dark ink on paper in the shadow");
        assertArrayEquals(expected, ink(0.6f, 0.8f, 0.7f), 1e-6f, "chalk on a light board");
    }

    @Test
    void theGrainOfThePaperIsNoInk() {
        assertArrayEquals(new float[12], ink(0.9f, 0.85f, 0.95f));
        assertArrayEquals(new float[1], Ink.of(new GrayImage(1, 1, new float[] {0.3f})).values());
    }

    @Test
    void paleInkOnEvenPaperIsAsStrongAsBlackInk() {
        float[] expected = Ink.of(line(1, 0, 0)).values();
        assertArrayEquals(expected, Ink.of(line(1, 1 - 9 / 255f, 0)).values(), 1e-4f, "9 of 255 grey levels darker");
        assertArrayEquals(expected, Ink.of(line(0.5f, 0.55f, 0)).values(), 1e-4f, "chalk");
        assertArrayEquals(new float[900], Ink.of(line(1, 1 - 4 / 255f, 0)).values(), "4 may be rounding");
        assertArrayEquals(new float[900], Ink.of(line(0.8f, 0.75f, 0.02f)).values(), "grain of two fifths");
    }

    @Test
    void whyThereIsNoInkIsSaid() {
        assertEquals("shows no ink; expected a digit, dark on light or light on dark", Ink.missing(line(1, 1, 0)));
        String pale = "has too little contrast to tell ink from paper; expected a digit that is clearly darker or lighter than its paper";
        assertEquals(pale, Ink.missing(line(1, 1 - 4 / 255f, 0)));
        assertEquals(pale, Ink.missing(line(0.8f, 0.75f, 0.02f)));
        float[] shadow = new float[900];
        for (int i = 0; i < shadow.length; i++) {
            shadow[i] = (float) (0.8 - 0.09 * Math.cos((i % 30 - 14.5) / 30 * Math.PI) * Math.cos((i / 30 - 14.5) / 30 * Math.PI));
        }
        assertEquals(pale, Ink.missing(new GrayImage(30, 30, shadow)), "a soft shadow in the middle");
    }

    /** An upright line in the middle of paper whose grain is a board of squares. */
    private static GrayImage line(float paper, float ink, float grain) {
        float[] values = new float[900];
        for (int i = 0; i < values.length; i++) {
            boolean inked = Math.abs(i % 30 - 15) < 2 && i / 30 > 5 && i / 30 < 25;
            values[i] = (inked ? ink : paper) + ((i % 30 + i / 30) % 2 == 0 ? grain : -grain);
        }
        return new GrayImage(30, 30, values);
    }

    @Test
    void thePaperIsTheMedianOfASmallBorder() {
        float[] values = {0.9f, 0.9f, 0.9f, 0.9f, 0, 0.8f, 0.1f, 0.1f, 0.9f};
        assertEquals(0.9f, Paper.of(new GrayImage(3, 3, values)).median());
    }

    @Test
    void aSoftShadowOnThePaperIsNoInk() {
        int side = 200;
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            double x = i % side / (double) side;
            double y = i / side / (double) side;
            boolean ink = Math.abs(x - 0.5) < 0.03 && y > 0.2 && y < 0.8;
            // from 0.95 in one corner to 0.35 in the other; ink takes half of the light
            values[i] = (float) ((0.95 - 0.5 * x - 0.1 * y * y) * (ink ? 0.5 : 1));
        }
        GrayImage ink = Ink.of(new GrayImage(side, side, values));
        for (int i = 0; i < values.length; i++) {
            boolean expected = Math.abs(i % side / (double) side - 0.5) < 0.03 && i / side > 40 && i / side < 160;
            assertEquals(expected, ink.values()[i] > 0.5, "row " + i / side + ", column " + i % side);
        }
    }

    /** The ink of a picture 4 wide and 3 high with two pixels of ink in its middle. */
    private static float[] ink(float paper, float strong, float weak) {
        float[] values = new float[12];
        Arrays.fill(values, paper);
        values[5] = strong;
        values[6] = weak;
        return Ink.of(new GrayImage(4, 3, values)).values();
    }
}
