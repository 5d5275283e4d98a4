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
    void thePaperIsTheMedianOfTheBorder() {
        float[] values = {0.9f, 0.9f, 0.9f, 0.9f, 0, 0.8f, 0.1f, 0.1f, 0.9f};
        assertEquals(0.9f, Ink.paper(new GrayImage(3, 3, values)));
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
