package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MnistFitTest {

    private interface Shape {
        boolean covers(double x, double y);
    }

    private static final Shape SEVEN = (x, y) -> y < 0.15 && x < 0.7 || Math.abs(x - (0.65 - 0.4 * y)) < 0.06 && y < 1;
    private static final Shape SIX = (x, y) -> Math.abs(Math.hypot(x - 0.4, y - 0.7) - 0.22) < 0.07
            || Math.abs(x - 0.2) < 0.05 && y < 0.7;

    @Test
    void theCentreOfMassIsAtFourteenWhereverAndHoweverLargeAShapeIsDrawn() {
        for (Shape shape : new Shape[] {SEVEN, SIX}) {
            for (double size : new double[] {12, 28, 90.5, 400}) {
                for (double offset : new double[] {0, 3.3, 17.8}) {
                    double[] centre = centre(MnistFit.ofInk(draw(shape, 500, offset, 2 * offset, size)).orElseThrow());
                    assertEquals(14, centre[0], 0.05, "row, size " + size + " at " + offset);
                    assertEquals(14, centre[1], 0.05, "column, size " + size + " at " + offset);
                }
            }
        }
    }

    @Test
    void theSameShapeLooksTheSameAtEverySizeAndPlace() {
        byte[] expected = MnistFit.ofInk(draw(SIX, 700, 0, 0, 600)).orElseThrow();
        byte[] other = MnistFit.ofInk(draw(SIX, 700, 250, 120, 300)).orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i] & 0xFF, other[i] & 0xFF, 26, "pixel " + i);
        }
    }

    @Test
    void theLongerSideIsTwentyPixelsAndTheAspectIsKept() {
        assertSides(20, 10, draw((x, y) -> x < 0.5 && y < 1, 300, 20, 30, 200));
        assertSides(5, 20, draw((x, y) -> x < 1 && y < 0.25, 300, 20, 30, 200));
        assertSides(20, 20, draw((x, y) -> x < 1 && y < 1, 300, 20, 30, 7));
    }

    @Test
    void aTinyDotBecomesASquareInTheMiddle() {
        float[] ink = new float[400];
        ink[399] = 1;
        byte[] pixels = MnistFit.ofInk(new GrayImage(20, 20, ink)).orElseThrow();
        assertEquals(20 * 20, sum(pixels) / 255, 1);
        assertEquals(14, centre(pixels)[0], 0.05);
        assertEquals(14, centre(pixels)[1], 0.05);
    }

    @Test
    void aLoneThinLineIsNotFaint() {
        GrayImage line = draw((x, y) -> Math.abs(x - 0.5) < 0.002 && y < 1, 600, 10, 10, 500);
        byte[] pixels = MnistFit.ofInk(line).orElseThrow();
        for (int row = 5; row < 24; row++) {
            assertEquals(255, pixels[row * 28 + 14] & 0xFF, "row " + row);
            assertEquals(0, pixels[row * 28 + 13], "row " + row);
        }
    }

    @Test
    void aHugePictureIsAveragedAndNotSampled() {
        // a chessboard of single pixels is grey; one corner is black so that grey has something to be compared with
        int size = 2000;
        float[] ink = new float[size * size];
        for (int i = 0; i < ink.length; i++) {
            int row = i / size;
            int column = i % size;
            ink[i] = (row + column) % 2 == 0 || row < 500 && column < 500 ? 1 : 0;
        }
        byte[] pixels = MnistFit.ofInk(new GrayImage(size, size, ink)).orElseThrow();
        assertEquals(128, pixels[20 * 28 + 20] & 0xFF, 1);
        assertEquals(255, pixels[8 * 28 + 8] & 0xFF);
    }

    @Test
    void withoutInkThereIsNoAnswer() {
        assertEquals(Optional.empty(), MnistFit.ofInk(new GrayImage(3, 2, new float[6])));
        float[] white = new float[300];
        Arrays.fill(white, 1);
        assertEquals(Optional.empty(), MnistFit.ofPicture(new GrayImage(30, 10, white)));
        assertEquals(Optional.empty(), MnistFit.ofPicture(new GrayImage(28, 28, new float[784])));
    }

    @Test
    void aPictureAsMnistHasItIsKeptToTheByte() {
        byte[] digit = new byte[784];
        float[] brightness = new float[784];
        for (int i = 0; i < 784; i++) {
            digit[i] = (byte) (i > 60 && i < 700 ? i * 7 : 0);
            brightness[i] = (digit[i] & 0xFF) / 255f;
        }
        assertArrayEquals(digit, MnistFit.ofPicture(new GrayImage(28, 28, brightness)).orElseThrow());

        float[] inverse = new float[784];
        for (int i = 0; i < 784; i++) {
            inverse[i] = 1 - brightness[i];
        }
        assertFalse(Arrays.equals(digit, MnistFit.ofPicture(new GrayImage(28, 28, inverse)).orElseThrow()),
                "dark on light is not as MNIST has it, so it is fitted");
    }

    @Test
    void faintPixelsAroundTheDigitDoNotShrinkIt() {
        GrayImage clean = draw(SEVEN, 300, 80, 80, 150);
        float[] dusty = clean.values().clone();
        dusty[0] = 0.09f;
        dusty[dusty.length - 1] = 0.09f;
        assertArrayEquals(MnistFit.ofInk(clean).orElseThrow(),
                MnistFit.ofInk(new GrayImage(300, 300, dusty)).orElseThrow());
    }

    private static GrayImage draw(Shape shape, int canvas, double left, double top, double size) {
        float[] ink = new float[canvas * canvas];
        for (int i = 0; i < ink.length; i++) {
            double x = (i % canvas + 0.5 - left) / size;
            double y = (i / canvas + 0.5 - top) / size;
            ink[i] = x >= 0 && y >= 0 && shape.covers(x, y) ? 1 : 0;
        }
        return new GrayImage(canvas, canvas, ink);
    }

    /** Measures a filled rectangle by its ink, since its edges may lie within pixels. */
    private static void assertSides(int height, int width, GrayImage rectangle) {
        byte[] pixels = MnistFit.ofInk(rectangle).orElseThrow();
        double across = 0;
        double down = 0;
        for (int i = 0; i < 28; i++) {
            across += (pixels[14 * 28 + i] & 0xFF) / 255.0;
            down += (pixels[i * 28 + 14] & 0xFF) / 255.0;
        }
        assertEquals(width, across, 0.01);
        assertEquals(height, down, 0.01);
    }

    private static double sum(byte[] pixels) {
        double sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xFF;
        }
        return sum;
    }

    /** Row and column of the centre of mass, as pixel indices. */
    private static double[] centre(byte[] pixels) {
        double row = 0;
        double column = 0;
        for (int i = 0; i < pixels.length; i++) {
            row += (pixels[i] & 0xFF) * (i / 28);
            column += (pixels[i] & 0xFF) * (i % 28);
        }
        assertTrue(sum(pixels) > 0);
        return new double[] {row / sum(pixels), column / sum(pixels)};
    }
}
