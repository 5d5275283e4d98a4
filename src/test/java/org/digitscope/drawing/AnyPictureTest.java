package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Whatever a picture shows, it is blank or it is fitted. */
class AnyPictureTest {

    private static final MnistFit BEST = new MnistFit(FitStage.all());

    @Test
    void everyPictureIsBlankOrFitted() {
        int[][] sizes = {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 300}, {300, 1}, {3, 200}, {28, 28}, {30, 40}, {41, 41}, {120, 90}};
        for (int[] size : sizes) {
            contents(size[0], size[1]).forEach((name, picture) -> assertBlankOrFitted(name + " of " + size[0] + "×" + size[1], picture));
        }
    }

    @Test
    void blotsOfEverySizeAndPlaceLeaveALine() {
        for (int side : new int[] {20, 90}) {
            for (int blot = 1; blot < 8; blot++) {
                for (int place = 1; place < side - blot - 1; place += side / 3) {
                    for (boolean round : new boolean[] {false, true}) {
                        GrayImage picture = blot(side, blot, place, round);
                        Sheet sheet = Sheet.of(Backdrop.ofPicture(picture));
                        assertFalse(sheet.isBlank(), "a blot of " + blot + " in " + side + " at " + place);
                        assertTrue(sheet.fit(BEST).isPresent());
                    }
                }
            }
        }
    }

    @Test
    void specksThatAreNoLineAreNoInk() {
        Random random = new Random(1);
        float[] noise = new float[300 * 300];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextInt(40) == 0 ? 0 : 1;
        }
        assertTrue(Sheet.of(Backdrop.ofPicture(new GrayImage(300, 300, noise))).isBlank());
    }

    private static void assertBlankOrFitted(String what, GrayImage picture) {
        Sheet sheet = Sheet.of(Backdrop.ofPicture(picture));
        Optional<FittedDigit> fitted = sheet.fit(BEST);
        assertEquals(sheet.isBlank(), fitted.isEmpty(), what);
        if (!sheet.isFramed()) {
            fitted.ifPresent(digit -> digit.fits().forEach(fit -> assertFalse(Arrays.equals(new byte[784], fit), what)));
        }
    }

    private static Map<String, GrayImage> contents(int width, int height) {
        Random random = new Random(width * 1000L + height);
        Map<String, GrayImage> all = new LinkedHashMap<>();
        int middle = height / 2 * width + width / 2;
        double radius = Math.min(width, height) / 3.0;
        all.put("black", picture(width, height, i -> 0));
        all.put("white", picture(width, height, i -> 1));
        all.put("grey", picture(width, height, i -> 0.5));
        all.put("a dot", picture(width, height, i -> i == middle ? 0 : 1));
        all.put("a light dot", picture(width, height, i -> i == middle ? 1 : 0));
        all.put("a corner", picture(width, height, i -> i == 0 ? 0 : 1));
        all.put("a level line", picture(width, height, i -> i / width == height / 2 ? 0 : 1));
        all.put("an upright line", picture(width, height, i -> i % width == width / 2 ? 0 : 1));
        all.put("a line at the edge", picture(width, height, i -> i % width < 2 ? 0 : 1));
        all.put("halves", picture(width, height, i -> 2 * (i % width) < width ? 0 : 1));
        all.put("a frame", picture(width, height, i -> i % width == 0 || i % width == width - 1 || i / width == 0
                || i / width == height - 1 ? 0 : 1));
        all.put("a disc", picture(width, height, i -> Math.hypot(i % width - width / 2.0, i / width - height / 2.0) < radius ? 0 : 1));
        all.put("a ramp", picture(width, height, i -> (i % width + i / width) / (double) (width + height)));
        all.put("a board", picture(width, height, i -> (i % width + i / width) % 2));
        all.put("noise", picture(width, height, i -> random.nextDouble()));
        all.put("stripes", picture(width, height, i -> i / width % 8 < 2 ? 0 : 1));
        return all;
    }

    private static GrayImage blot(int side, int size, int place, boolean round) {
        double middle = place + (size - 1) / 2.0;
        return picture(side, side, i -> {
            double x = i % side - middle;
            double y = i / side - middle;
            return (round ? Math.hypot(x, y) : Math.max(Math.abs(x), Math.abs(y))) <= size / 2.0 ? 0 : 1;
        });
    }

    private static GrayImage picture(int width, int height, IntToDoubleFunction value) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i);
        }
        return new GrayImage(width, height, values);
    }
}
