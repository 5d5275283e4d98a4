package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Frames, rules and lines along the edge are no part of a digit. */
class PaperMarksTest {

    private static final int SIDE = 200;
    private static final MnistFit BEST = new MnistFit(FitStage.all());
    private static final PenLine TWO = new PenLine(List.of(new Point(70, 70), new Point(90, 50), new Point(120, 60), new Point(115, 90),
            new Point(70, 145), new Point(125, 143)), 9);

    @Test
    void aFrameWithOrWithoutAMarginIsLeftOut() {
        for (int margin : new int[] {0, 1, 10}) {
            for (int width : new int[] {1, 4, 15}) {
                assertSameDigit("frame of " + width + " at " + margin, i -> {
                    int fromEdge = Math.min(Math.min(i % SIDE, SIDE - 1 - i % SIDE), Math.min(i / SIDE, SIDE - 1 - i / SIDE));
                    return fromEdge >= margin && fromEdge < margin + width;
                });
            }
        }
    }

    @Test
    void ruledAndSquaredPaperIsPaper() {
        for (int distance : new int[] {12, 25, 40}) {
            for (int width : new int[] {1, 2, 3}) {
                assertSameDigit("ruled " + distance, i -> i / SIDE % distance < width);
                // rules along two edges of the page are more than half of its border
                assertSameDigit("squared from the corner " + distance + " " + width, i -> i / SIDE % distance < width || i % SIDE % distance < width);
                assertSameDigit("squared " + distance, i -> (i / SIDE + 4) % distance < width || (i % SIDE + 6) % distance < width);
            }
        }
    }

    @Test
    void aLineAlongAnEdgeIsLeftOutAndAloneItIsNoInk() {
        List<IntPredicate> edges = List.of(i -> i % SIDE < 3, i -> i % SIDE >= SIDE - 4, i -> i / SIDE < 1, i -> i / SIDE >= SIDE - 2);
        for (IntPredicate edge : edges) {
            assertSameDigit("an edge", edge);
            assertTrue(Sheet.of(Backdrop.ofPicture(picture(edge, false))).isBlank());
        }
    }

    @Test
    void straightStrokesOfADigitStay() {
        // a 1, a 0 and an 8 of straight lines, a 7 cropped to its ink
        List<IntPredicate> digits = List.<IntPredicate>of(i -> in(i, 90, 30, 110, 170), i -> in(i, 50, 20, 150, 180) && !in(i, 65, 35, 135, 165),
                i -> in(i, 50, 20, 150, 180) && !in(i, 65, 35, 135, 92) && !in(i, 65, 107, 135, 165),
                i -> i / SIDE < 8 || Math.abs(i % SIDE - (SIDE - i / SIDE)) < 8);
        for (IntPredicate digit : digits) {
            GrayImage picture = picture(digit, false);
            assertArrayEquals(Ink.of(picture).values(), Rules.leftOut(Ink.of(Frame.leftOut(picture))).values());
        }
    }

    private static boolean in(int i, int left, int top, int right, int bottom) {
        return i % SIDE >= left && i % SIDE < right && i / SIDE >= top && i / SIDE < bottom;
    }

    /** Up to what the marks take of the digit where they meet. */
    private static void assertSameDigit(String what, IntPredicate marks) {
        byte[] expected = fit(picture(i -> false, true));
        byte[] actual = fit(picture(marks, true));
        double difference = 0;
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.abs((expected[i] & 0xFF) - (actual[i] & 0xFF));
            sum += expected[i] & 0xFF;
        }
        assertTrue(difference < 0.3 * sum, what + ": " + difference / sum);
    }

    private static byte[] fit(GrayImage picture) {
        return Sheet.of(Backdrop.ofPicture(picture)).fit(BEST).orElseThrow().main();
    }

    private static GrayImage picture(IntPredicate marks, boolean withDigit) {
        float[] values = PenRaster.draw(new PenLines(withDigit ? List.of(TWO) : List.of()), SIDE, SIDE);
        for (int i = 0; i < values.length; i++) {
            values[i] = marks.test(i) ? 0.1f : 0.95f - 0.85f * values[i];
        }
        return new GrayImage(SIDE, SIDE, values);
    }
}
