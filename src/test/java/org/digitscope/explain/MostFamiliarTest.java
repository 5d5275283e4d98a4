package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.PictureOf;
import org.digitscope.drawing.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which of a picture's two colours is ink. */
class MostFamiliarTest {

    private static final MnistFit FIT = new MnistFit(FitStage.all());
    private static final int DIGITS = 40;

    private static DigitSets mnist;
    private static NearestDigits nearest;

    @BeforeAll
    static void load() throws IOException {
        mnist = Mnist.load();
        nearest = NearestDigits.of(mnist.training());
    }

    @Test
    void digitsThatFillAPictureOf28PixelsAreReadAlikeInBothPolarities() {
        long black = right(28, 0, true);
        long white = right(28, 0, false);
        assertTrue(black >= 36, black + " of " + DIGITS);
        assertTrue(Math.abs(black - white) <= 1, black + " and " + white);
    }

    @Test
    void smallPicturesOfOtherProgramsAreReadAlikeInBothPolarities() {
        for (int side : new int[] {16, 40}) {
            long black = right(side, 0, true);
            long white = right(side, 0, false);
            assertTrue(black >= 34 && white >= 34, side + ": " + black + " and " + white + " of " + DIGITS);
        }
    }

    @Test
    void mnistsOwnDigitsAreTakenAsTheyAre() {
        for (int i = 0; i < mnist.validation().size(); i += 7) {
            List<Backdrop> readings = Backdrop.readings(Backdrop.ofDigit(mnist.validation().image(i)).ink());
            assertTrue(readings.size() == 1 && readings.get(0).isFramed(), "test digit " + i);
        }
    }

    @Test
    void aPictureWithPaperAllAroundIsPlain() {
        GrayImage picture = PictureOf.onPaper(PictureOf.mnist(mnist.validation().image(0), 0, 0.15, 90), 90, true, new Random(1));
        List<Backdrop> readings = Backdrop.readings(picture);
        assertEquals(1, readings.size());
        assertSame(readings.get(0), MostFamiliar.of(readings, mnist.training()));
    }

    @Test
    void exchangedTwiceItIsTheSamePicture() {
        Backdrop digit = Backdrop.ofDigit(mnist.validation().image(3));
        assertFalse(digit.exchanged().isFramed());
        Backdrop again = digit.exchanged().exchanged();
        assertTrue(again.isFramed());
        for (int i = 0; i < 784; i++) {
            assertEquals(digit.ink().values()[i], again.ink().values()[i], 1e-6f);
        }
    }

    /** By the nearest training digit. */
    private static long right(int side, double margin, boolean darkInk) {
        Random random = new Random(2);
        return IntStream.range(0, DIGITS).map(i -> i * 250 + 1).filter(i -> {
            GrayImage picture = PictureOf.onPaper(PictureOf.mnist(mnist.validation().image(i), 0, margin, side), side, darkInk, random);
            Backdrop read = MostFamiliar.of(Backdrop.readings(picture), nearest);
            return nearest.to(Sheet.of(read).fit(FIT).orElseThrow().main(), 1).get(0).label() == mnist.validation().label(i);
        }).count();
    }
}
