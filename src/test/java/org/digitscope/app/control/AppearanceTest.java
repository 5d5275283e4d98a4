package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Dimension2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearanceTest {

    @ParameterizedTest
    @CsvSource({"1280, 800, 13", "800, 560, 13", "1024, 700, 13", "1920, 1080, 18", "2560, 1440, 23", "3840, 2160, 35", "3840, 800, 13"})
    void lettersGrowWithTheWindowAndAreNeverSmallerThanUsual(double width, double height, int letter) {
        assertEquals(letter, Appearance.letter(false, new Dimension2D(width, height)));
    }

    @ParameterizedTest
    @CsvSource({"800, 560, 1.2", "1024, 700, 1.2", "1280, 800, 1.5", "2560, 1440, 1.5", "3840, 2160, 1.5"})
    void anAudienceReadsLargerLettersInEveryWindow(double width, double height, double larger) {
        Dimension2D window = new Dimension2D(width, height);
        double usual = Appearance.letter(false, window);
        assertTrue(Appearance.letter(true, window) + 0.5 >= larger * usual, Appearance.letter(true, window) + " for " + usual);
    }
}
