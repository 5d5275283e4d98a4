package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.plot.ChartModel.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    @ParameterizedTest
    @EnumSource
    void everySeriesReadsOnItsBackground(Palette palette) {
        Stream.concat(Arrays.stream(Role.values()), runs().stream()).forEach(colour -> {
            double contrast = contrast(palette.of(colour), palette);
            assertTrue(contrast >= 3, colour + " has a contrast of " + contrast);
        });
    }

    @ParameterizedTest
    @EnumSource
    void textHasTheContrastThatWcagAsksOfText(Palette palette) {
        assertTrue(contrast(palette.text(), palette) >= 7);
        assertTrue(contrast(palette.mutedText(), palette) >= 4.5);
    }

    @ParameterizedTest
    @EnumSource
    void seriesDifferForEveryKindOfColourVision(Palette palette) {
        assertDiffer(palette, List.of(Role.values()), 20);
        assertDiffer(palette, runs(), 25);
    }

    @ParameterizedTest
    @EnumSource
    void theColoursOfRunsRepeatAfterTheLast(Palette palette) {
        assertTrue(RunColour.COUNT >= 8);
        for (int number = -3; number < 20; number++) {
            assertEquals(palette.of(new RunColour(number)), palette.of(new RunColour(number + RunColour.COUNT)));
        }
        assertEquals(RunColour.COUNT, runs().stream().map(palette::of).distinct().count());
    }

    private static List<RunColour> runs() {
        return IntStream.range(0, RunColour.COUNT).mapToObj(RunColour::new).toList();
    }

    private static void assertDiffer(Palette palette, List<? extends SeriesColour> colours, double least) {
        for (ColorVision vision : ColorVision.values()) {
            for (SeriesColour one : colours) {
                for (SeriesColour other : colours) {
                    double difference = vision.difference(ColorVision.rgb(palette.of(one)), ColorVision.rgb(palette.of(other)));
                    assertTrue(one == other || difference > least, vision + " sees " + one + " and " + other + " at " + difference);
                }
            }
        }
    }

    private static double contrast(String color, Palette palette) {
        return ColorVision.contrast(ColorVision.rgb(color), ColorVision.rgb(palette.background()));
    }
}
