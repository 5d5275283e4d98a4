package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MnistFitTest {

    @Test
    void theCentreOfMassLiesAtPixel14WhereverAndHoweverLargeOneDraws() {
        Random random = new Random(1);
        for (int trial = 0; trial < 100; trial++) {
            int size = 10 + random.nextInt(150);
            byte[] fitted = MnistFit.fit(ell(200, random.nextInt(200 - size), random.nextInt(200 - size), size)).orElseThrow();
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < 784; i++) {
                int value = fitted[i] & 0xFF;
                mass += value;
                x += value * (i % 28);
                y += value * (i / 28);
            }
            assertEquals(14, x / mass, 0.05);
            assertEquals(14, y / mass, 0.05);
        }
    }

    @Test
    void theSameShapeGivesTheSamePictureAtEveryPlace() {
        byte[] here = MnistFit.fit(ell(200, 3, 5, 80)).orElseThrow();
        assertArrayEquals(here, MnistFit.fit(ell(200, 117, 99, 80)).orElseThrow());
    }

    @Test
    void theLongerSideBecomes20PixelsAndTheAspectIsKept() {
        float[] ink = new float[100 * 100];
        for (int y = 20; y < 60; y++) {
            for (int x = 30; x < 50; x++) {
                ink[y * 100 + x] = 1;
            }
        }
        byte[] fitted = MnistFit.fit(new GrayImage(100, 100, ink)).orElseThrow();
        double height = 0;
        double width = 0;
        for (int i = 0; i < 28; i++) {
            height += (fitted[i * 28 + 14] & 0xFF) / 255.0;
            width += (fitted[14 * 28 + i] & 0xFF) / 255.0;
        }
        assertEquals(20, height, 0.02);
        assertEquals(10, width, 0.02);
    }

    @Test
    void aDotALineAndAPixelInACornerAllGiveAPicture() {
        for (int[] box : new int[][] {{0, 0, 1, 1}, {199, 199, 1, 1}, {0, 100, 200, 1}, {100, 0, 1, 200}, {50, 50, 3, 3}}) {
            float[] ink = new float[200 * 200];
            for (int y = box[1]; y < box[1] + box[3]; y++) {
                for (int x = box[0]; x < box[0] + box[2]; x++) {
                    ink[y * 200 + x] = 1;
                }
            }
            byte[] fitted = MnistFit.fit(new GrayImage(200, 200, ink)).orElseThrow();
            int brightest = 0;
            for (byte value : fitted) {
                brightest = Math.max(brightest, value & 0xFF);
            }
            assertEquals(255, brightest);
        }
    }

    @Test
    void noInkGivesNoPicture() {
        assertTrue(MnistFit.fit(new GrayImage(10, 10, new float[100])).isEmpty());
    }

    @Test
    void greyPaperAndFaintNoiseAreNotInk() {
        Random random = new Random(2);
        float[] brightness = new float[50 * 50];
        for (int i = 0; i < brightness.length; i++) {
            brightness[i] = 0.8f + 0.03f * random.nextFloat();
        }
        assertTrue(MnistFit.fit(GrayImage.ofBrightness(50, 50, brightness)).isEmpty());
        brightness[25 * 50 + 25] = 0.1f;
        float[] ink = GrayImage.ofBrightness(50, 50, brightness).ink();
        for (int i = 0; i < ink.length; i++) {
            assertEquals(i == 25 * 50 + 25 ? 1 : 0, ink[i]);
        }
    }

    /** An L whose centre of mass isn't the middle of its box. */
    private static GrayImage ell(int canvas, int left, int top, int size) {
        float[] ink = new float[canvas * canvas];
        int pen = Math.max(1, size / 8);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size * 3 / 4; x++) {
                if (x < pen || y >= size - pen) {
                    ink[(top + y) * canvas + left + x] = 1;
                }
            }
        }
        return new GrayImage(canvas, canvas, ink);
    }
}
