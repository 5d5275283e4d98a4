package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MnistFitTest {

    private static final List<Point> SEVEN = List.of(new Point(0, 0), new Point(0.7, 0.02), new Point(0.3, 1));
    private static final List<Point> TWO = List.of(new Point(0, 0.2), new Point(0.3, 0), new Point(0.6, 0.2),
            new Point(0, 1), new Point(0.65, 0.95));
    private static final MnistFit BEST = new MnistFit(FitStage.all());

    @Test
    void theCentreOfMassIsAtFourteenWhereverAndHoweverLargeADigitIsDrawn() {
        for (List<Point> points : List.of(SEVEN, TWO)) {
            for (double size : new double[] {0.05, 0.3, 0.9}) {
                for (double offset : new double[] {0, 0.03, 0.5}) {
                    for (byte[] fit : BEST.of(drawing(points, size, offset, 0.065)).orElseThrow().fits()) {
                        assertEquals(14, centre(fit)[0], 0.02, "row, size " + size + " at " + offset);
                        assertEquals(14, centre(fit)[1], 0.02, "column, size " + size + " at " + offset);
                    }
                }
            }
        }
    }

    @Test
    void theSameDigitLooksTheSameAtEverySizeAndPlaceAndWithEveryPen() {
        byte[] expected = BEST.of(drawing(TWO, 0.9, 0, 0.065)).orElseThrow().main();
        for (double pen : new double[] {0.01, 0.3}) {
            byte[] other = BEST.of(drawing(TWO, 0.1, 0.7, pen)).orElseThrow().main();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i] & 0xFF, other[i] & 0xFF, 1, "pixel " + i);
            }
        }
    }

    @Test
    void theLongerSideOfTheInkIsNineteenPixelsAndTheAspectIsKept() {
        MnistFit upright = new MnistFit(EnumSet.of(FitStage.SIZE, FitStage.PEN, FitStage.CENTRE));
        List<Point> frame = List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 1), new Point(0, 1), new Point(0, 0));
        byte[] pixels = upright.of(drawing(frame, 0.4, 0.2, 0.065)).orElseThrow().main();
        assertEquals(19, extent(pixels, true), 0.15);
        // 17.2 px of line and half of it across, with 1.8 px of pen
        assertEquals(17.2 / 2 + 1.8, extent(pixels, false), 0.15);
    }

    @Test
    void aDotStaysADotAndALoneLineIsALine() {
        byte[] dot = BEST.of(drawing(List.of(new Point(0, 0)), 1, 0.9, 0.065)).orElseThrow().main();
        assertEquals(Math.PI * 0.9 * 0.9, sum(dot) / 255, 0.4);
        assertEquals(14, centre(dot)[0], 0.02);
        byte[] line = BEST.of(drawing(List.of(new Point(0.5, 0), new Point(0.5, 1)), 0.3, 0.1, 0.065)).orElseThrow().main();
        for (int row = 6; row < 23; row++) {
            assertEquals(255, line[row * 28 + 14] & 0xFF, "row " + row);
            assertEquals(0, line[row * 28 + 11], "row " + row);
        }
    }

    @Test
    void withoutInkThereIsNoAnswer() {
        assertEquals(Optional.empty(), BEST.of(new PenLines(List.of())));
        assertEquals(Optional.empty(), Sheet.BLANK.fit(BEST));
        assertEquals(Optional.empty(), Sheet.of(Backdrop.ofPicture(new GrayImage(28, 28, new float[784]))).fit(BEST));
        float[] white = new float[300];
        Arrays.fill(white, 1);
        assertEquals(Optional.empty(), Sheet.of(Backdrop.ofPicture(new GrayImage(30, 10, white))).fit(BEST));
    }

    @Test
    void everyStageChangesWhatItSaysAndNothingElse() {
        PenLines leaning = drawing(List.of(new Point(0.6, 0), new Point(0, 1)), 0.3, 0.05, 0.065);
        byte[] whole = new MnistFit(Set.of()).of(leaning).orElseThrow().main();
        assertTrue(centre(whole)[0] < 8, "the whole pad is shrunk: the drawing stays in its corner");
        byte[] centred = new MnistFit(EnumSet.of(FitStage.CENTRE)).of(leaning).orElseThrow().main();
        assertEquals(14, centre(centred)[0], 0.02);
        assertEquals(sum(whole), sum(centred), 0.1 * sum(whole), "moving changes no size");
        double before = slope(new MnistFit(EnumSet.of(FitStage.SIZE)).of(leaning).orElseThrow().main());
        double after = slope(new MnistFit(EnumSet.of(FitStage.SIZE, FitStage.SLANT)).of(leaning).orElseThrow().main());
        assertEquals(-0.6, before, 0.05);
        assertEquals(0.6 * before + 0.4 * 0.1, after, 0.05);
        assertEquals(9, new MnistFit(EnumSet.of(FitStage.AVERAGE)).of(leaning).orElseThrow().fits().size());
    }

    @Test
    void theBarOfASevenIsLeftOutAndNoPartOfAnotherDigit() {
        PenLine stem = line(0, 0, 0.7, 0, 0.3, 1);
        assertEquals(1, SevenBar.leftOut(new PenLines(List.of(stem, line(0.2, 0.5, 0.7, 0.52)))).lines().size());
        assertEquals(2, SevenBar.leftOut(new PenLines(List.of(stem, line(0.1, 0.02, 0.8, 0)))).lines().size(), "a hat");
        assertEquals(2, SevenBar.leftOut(new PenLines(List.of(stem, line(0.6, 0.3, 0.5, 0.9)))).lines().size(), "upright");
        PenLine one = line(0.3, 0.2, 0.5, 0, 0.5, 1);
        assertEquals(2, SevenBar.leftOut(new PenLines(List.of(one, line(0.2, 1.02, 0.8, 1.02)))).lines().size(), "a foot");
        PenLine angle = line(0.4, 0, 0, 0.6, 0.8, 0.6);
        assertEquals(2, SevenBar.leftOut(new PenLines(List.of(angle, line(0.6, 0.3, 0.6, 1)))).lines().size(), "a 4");
    }

    @Test
    void aDigitAsMnistHasItIsKeptToTheByteAndDrawnOnInPlace() {
        byte[] digit = new byte[784];
        for (int i = 60; i < 700; i++) {
            digit[i] = (byte) (i * 7);
        }
        Sheet sheet = Sheet.of(Backdrop.ofDigit(digit));
        assertArrayEquals(digit, sheet.fit(BEST).orElseThrow().main());
        assertTrue(sheet.isFramed());
        byte[] more = sheet.drawn(line(0, 0.5 / 28, 1, 0.5 / 28)).fit(BEST).orElseThrow().main();
        assertEquals(255, more[3] & 0xFF);
        assertEquals(digit[400], more[400]);
        byte[] less = sheet.erased(new PenLine(List.of(new Point(0, 0.5), new Point(1, 0.5)), 0.1)).fit(BEST).orElseThrow().main();
        assertEquals(0, less[14 * 28 + 3]);
        assertEquals(digit[100], less[100]);
    }

    @Test
    void aPictureOfADigitIsFittedLikeItsStrokes() {
        PenLines strokes = drawing(TWO, 0.7, 0.15, 0.07);
        float[] brightness = PenRaster.draw(strokes.map(Affine.scale(300, 300), 300), 300, 300);
        for (int i = 0; i < brightness.length; i++) {
            brightness[i] = 0.9f - 0.7f * brightness[i];
        }
        byte[] expected = BEST.of(strokes).orElseThrow().main();
        byte[] actual = Sheet.of(Backdrop.ofPicture(new GrayImage(300, 300, brightness))).fit(BEST).orElseThrow().main();
        double difference = 0;
        for (int i = 0; i < 784; i++) {
            difference += Math.abs((expected[i] & 0xFF) - (actual[i] & 0xFF));
        }
        assertTrue(difference < 0.2 * sum(expected), difference + " of " + sum(expected));
        assertFalse(Arrays.equals(expected, actual), "a picture has no strokes, only pixels");
    }

    static PenLine line(double... xy) {
        Point[] points = new Point[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(xy[2 * i], xy[2 * i + 1]);
        }
        return new PenLine(List.of(points), 0.065);
    }

    private static PenLines drawing(List<Point> points, double size, double offset, double pen) {
        return new PenLines(List.of(new PenLine(
                points.stream().map(point -> new Point(offset + size * point.x(), offset + size * point.y())).toList(), pen)));
    }

    /** How many pixels of ink there are between the first and the last row or column. */
    private static double extent(byte[] pixels, boolean down) {
        double extent = 0;
        for (int i = 0; i < 28; i++) {
            int strongest = 0;
            for (int j = 0; j < 28; j++) {
                strongest = Math.max(strongest, pixels[down ? i * 28 + j : j * 28 + i] & 0xFF);
            }
            extent += strongest / 255.0;
        }
        return extent;
    }

    private static double slope(byte[] pixels) {
        double[] centre = centre(pixels);
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < pixels.length; i++) {
            xy += (pixels[i] & 0xFF) * (i % 28 - centre[1]) * (i / 28 - centre[0]);
            yy += (pixels[i] & 0xFF) * (i / 28 - centre[0]) * (i / 28 - centre[0]);
        }
        return xy / yy;
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
