package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {

    @ParameterizedTest
    @EnumSource
    void zeroIsNeutralAndNearlyWhite(ColorMap map) {
        assertEquals(0xFFF7F7F7, map.argb(0, 1));
        assertEquals(0xFFF7F7F7, map.argb(-0.0, 0.3));
        assertEquals(0xFFF7F7F7, map.argb(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void bothSignsAreEquallyLight(ColorMap map) {
        for (int i = 1; i <= 255; i++) {
            double negative = CieLab.of(map.argb(-i, 255)).l();
            double positive = CieLab.of(map.argb(i, 255)).l();
            assertEquals(negative, positive, 0.7, "L* at " + i);
            assertEquals(ColorVision.luminance(map.argb(-i, 255)), ColorVision.luminance(map.argb(i, 255)), 0.01,
                    "Y at " + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void getsDarkerInEvenStepsFromZeroToBothSides(ColorMap map) {
        double lightest = CieLab.of(map.argb(0, 1)).l();
        double darkest = CieLab.of(map.argb(1, 1)).l();
        assertTrue(lightest - darkest > 60);
        for (int sign = -1; sign <= 1; sign += 2) {
            double before = lightest;
            for (int i = 1; i <= 51; i++) {
                double lightness = CieLab.of(map.argb(sign * i, 51)).l();
                assertTrue(lightness < before, "at " + sign * i);
                assertEquals(lightest + (darkest - lightest) * i / 51, lightness, 0.8, "at " + sign * i);
                before = lightness;
            }
        }
    }

    @Test
    void negativeIsBlueAndPositiveIsRed() {
        int negative = ColorMap.BLUE_RED.argb(-0.7, 1);
        int positive = ColorMap.BLUE_RED.argb(0.7, 1);
        assertTrue((negative & 0xFF) > (negative >> 16 & 0xFF) + 80);
        assertTrue((positive >> 16 & 0xFF) > (positive & 0xFF) + 80);
    }

    @ParameterizedTest
    @EnumSource
    void theSignsDifferClearlyForEveryKindOfRedGreenVision(ColorMap map) {
        for (ColorVision vision : ColorVision.values()) {
            for (double value = 0.25; value <= 1; value += 0.05) {
                double difference = vision.difference(map.argb(-value, 1), map.argb(value, 1));
                // to people with tritanopia, who are rare, a yellow is a pale rose
                assertTrue(difference > (vision == ColorVision.TRITANOPIA ? 6 : 25), vision + " sees a difference of " + difference + " at " + value);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void notANumberLooksLikeNoNumber(ColorMap map) {
        int nan = map.argb(Double.NaN, 1);
        for (ColorVision vision : ColorVision.values()) {
            for (int i = -255; i <= 255; i++) {
                double difference = vision.difference(nan, map.argb(i, 255));
                // to people with tritanopia, who are rare, a yellow is a pale rose
                assertTrue(difference > (vision == ColorVision.TRITANOPIA ? 6 : 25), vision + " sees a difference of " + difference + " at " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void beyondTheLimitTheStrongestColourStays(ColorMap map) {
        assertEquals(map.argb(1, 1), map.argb(7, 1));
        assertEquals(map.argb(-1, 1), map.argb(-7, 1));
        assertEquals(map.argb(1, 1), map.argb(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertEquals(map.argb(-1, 1), map.argb(Double.NEGATIVE_INFINITY, 1));
        assertEquals(map.argb(1, 1), map.argb(0.1, 0));
        assertEquals(map.argb(-1, 1), map.argb(-0.1, Double.NaN));
    }

    @ParameterizedTest
    @EnumSource
    void everyColourIsOpaque(ColorMap map) {
        double[] values = {-2, -1, -0.3, 0, 0.3, 1, 2, Double.NaN};
        assertTrue(Arrays.stream(values).allMatch(value -> map.argb(value, 1) >>> 24 == 0xFF));
    }

    @Test
    void labKnowsThePublishedValuesOfSrgbColours() {
        CieLab blue = CieLab.of(0x0000FF);
        assertEquals(32.30, blue.l(), 0.01);
        assertEquals(79.19, blue.a(), 0.02);
        assertEquals(-107.86, blue.b(), 0.02);
        for (int rgb = 0; rgb <= 0xFFFFFF; rgb += 9973) {
            assertEquals(rgb, CieLab.of(rgb).rgb());
        }
    }
}
