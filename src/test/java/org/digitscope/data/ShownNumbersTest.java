package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNumbersTest {

    @ParameterizedTest
    @CsvSource({"-0.25, −0.25", "1.0E-5, 1e−5", "-1.5E10, −1.5e10", "9.4e-09, 9.4e−9", "+1.000e+32, +1.000e32", "1e-4, 1e−4", "2e20, 2e20",
        "0.0, 0.0", "-Infinity, −Infinity", "NaN, NaN", "1.0e+00, 1.0e0"})
    void everyWayToWriteANumberBecomesOne(String written, String shown) {
        assertEquals(shown, ShownNumbers.in(written));
        assertEquals(shown, ShownNumbers.in(shown));
        assertEquals(Double.parseDouble(written), Double.parseDouble(ShownNumbers.ascii(shown)));
    }

    @ParameterizedTest
    @CsvSource({"-0, 0", "-0.0, 0.0", "x = -0.00; y, x = 0.00; y", "(-0) %, (0) %", "-0.04, −0.04", "-0e5, −0e5", "-0.0.1, −0.0.1", "−0, 0"})
    void zeroHasNoSign(String written, String shown) {
        assertEquals(shown, ShownNumbers.in(written));
    }

    @Test
    void behindAnOperatorNegativeNumbersStandInBrackets() {
        assertEquals("(-0.0056) 0.25 0.0 0.0 NaN (-1.0E-5)", String.join(" ", ShownNumbers.operand(-0.0056f), ShownNumbers.operand(0.25f),
                ShownNumbers.operand(-0.0f), ShownNumbers.operand(-0.0), ShownNumbers.operand(Float.NaN), ShownNumbers.operand(-1e-5)));
    }

    @Test
    void numbersInATextAreFoundAndHyphensStay() {
        assertEquals("m = 0.9·−1e−5 − (−0.1), step 3-7 of x-1 (−3 digits)", ShownNumbers.in("m = 0.9·-1.0E-5 − (-0.1), step 3-7 of x-1 (-3 digits)"));
    }
}
