package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.digitscope.data.ShownNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTextTest {

    @ParameterizedTest
    @CsvSource({"%.6f, 9.4e-9, 9.4e−9", "%.6f, 0, 0.000000", "%.3f, -0.0, 0.000", "%.5f, -1.5, −1.50000", "%.0f, -0.2, 0", "%.2f, 0.004, 4.0e−3",
        "%+.1e, 0, 0.0", "%+.1e, -0.0, 0.0", "%+.7f, 0, 0.0000000", "%+.2f, 0.004, +4.0e−3", "%.0e, 0, 0", "%+.1e, -3e-5, −3.0e−5"})
    void nothingIsRoundedToZerosAloneAndZeroHasNoSign(String format, double number, String text) {
        assertEquals(text, RoundedText.of(format, number));
    }

    @ParameterizedTest
    @CsvSource({"%+.7f, 1e32, +1.000e32", "%+.7f, -2.5e9, −2.500e9", "%.4f, 123456789, 1.235e8", "%.4f, 1234567, 1234567.0000",
        "%.0f, 12345678, 12345678", "%.4f, NaN, NaN", "%.4f, Infinity, Infinity"})
    void noNumberHasMoreDigitsBeforeThePointThanItHasMeaning(String format, double number, String text) {
        assertEquals(text, RoundedText.of(format, number));
    }

    @Test
    void everyMagnitudeIsShortAndReadsAsTheNumber() {
        for (int power = -12; power <= 32; power++) {
            double number = -1.2345 * Math.pow(10, power);
            String text = RoundedText.of("%+.7f", number);
            assertTrue(text.length() <= 17, text);
            assertEquals(number, Double.parseDouble(ShownNumbers.ascii(text)), Math.max(0.05 * Math.abs(number), 0.5e-7), text);
            assertEquals(text, text.toLowerCase(Locale.ROOT));
        }
    }
}
