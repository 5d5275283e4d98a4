package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.digitscope.plot.ChartModel.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    @ParameterizedTest
    @EnumSource
    void everySeriesReadsOnItsBackground(Palette palette) {
        for (Role role : Role.values()) {
            double contrast = contrast(palette.of(role), palette);
            assertTrue(contrast >= 3, role + " has a contrast of " + contrast);
        }
    }

    @ParameterizedTest
    @EnumSource
    void textHasTheContrastThatWcagAsksOfText(Palette palette) {
        assertTrue(contrast(palette.text(), palette) >= 7);
        assertTrue(contrast(palette.mutedText(), palette) >= 4.5);
    }

    @ParameterizedTest
    @EnumSource
    void seriesDifferForEveryKindOfRedGreenVision(Palette palette) {
        for (ColorVision vision : ColorVision.values()) {
            for (Role one : Role.values()) {
                for (Role other : Role.values()) {
                    double difference = vision.difference(ColorVision.rgb(palette.of(one)),
                            ColorVision.rgb(palette.of(other)));
                    assertTrue(one == other || difference > 20,
                            vision + " sees " + one + " and " + other + " at " + difference);
                }
            }
        }
    }

    private static double contrast(String color, Palette palette) {
        return ColorVision.contrast(ColorVision.rgb(color), ColorVision.rgb(palette.background()));
    }
}
