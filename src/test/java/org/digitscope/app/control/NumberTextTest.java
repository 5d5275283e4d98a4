package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0,001", " 0,001 ", "1e-3", ".001", "1e−3"})
    void decimalsMayHaveACommaOrAPoint(String text) {
        assertEquals(0.001, NumberText.decimal("learning rate", text));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        refused("epochs must be a whole number, not \"abc\"", "abc");
        refused("epochs must be a whole number, not blank", "  ");
        refused("epochs must be a whole number, not \"1.5\"", "1.5");
        refused("epochs is too large: 99999999999", "99999999999");
        refused("epochs must be a number of 64 bits, from -9.2e18 to 9.2e18, not \"99999999999999999999\"", "99999999999999999999");
        for (String noNumber : new String[] {"fast", "1f", "1d", "0x1p-3", "NaN", "Infinity", "1e", ".", "1.2.3", ""}) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> NumberText.decimal("learning rate", noNumber))
                    .getMessage().startsWith("learning rate must be a number"), noNumber);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "1.0, 1", "0.00001, 0.00001", "1e20, 1e20", "100, 100"})
    void numbersAreWrittenAsPeopleWriteThem(double number, String text) {
        assertEquals(text, NumberText.shortest(number));
        assertEquals(number, NumberText.decimal("x", NumberText.shortest(number)));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0", "-0.0, 0", "-7.777136E-4, -0.0007777136", "0.036292512, 0.036292512", "9.4e-9, 9.4e-9", "1, 1", "-2.5e9, -2.5e9",
            "1e30, 1e30", "1234567.5, 1234567.5", "NaN, NaN"})
    void floatsAreWrittenWithoutJavasPowersOfTenAmidDecimals(float number, String text) {
        assertEquals(text, NumberText.exact(number));
        assertEquals(number, Float.parseFloat(NumberText.exact(number)) + 0f, 0);
    }

    private static void refused(String sentence, String text) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> NumberText.whole("epochs", text)).getMessage());
    }

    @Test
    void aNumberThatIsTooLongForItsPlaceHasFewerDecimals() {
        assertEquals("−12.346", NumberText.within(8, "%.3f", -12.3456));
        assertEquals("−1234.57", NumberText.within(8, "%.3f", -1234.567));
        assertEquals("−3103518", NumberText.within(8, "%.3f", -3_103_518.444));
        assertEquals("−3103518.4", NumberText.within(10, "%.5f", -3_103_518.444));
        assertEquals("1234567", NumberText.within(4, "%.0f", 1_234_567), "a count has all its digits");
    }
}
