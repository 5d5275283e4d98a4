package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PercentTextTest {

    @Test
    void whatIsNotZeroIsNeverWrittenAsZeroAndHasNoPowerOfTen() {
        assertEquals("0.00 %", PercentText.of(0));
        assertEquals("< 0.01 %", PercentText.of(8.2e-10));
        assertEquals("< 0.01 %", PercentText.of(4.9e-5));
        assertEquals("0.01 %", PercentText.of(6e-5));
        assertEquals("23.20 %", PercentText.of(0.232));
        assertEquals("100.00 %", PercentText.of(1));
        assertEquals("NaN %", PercentText.of(Double.NaN));
    }
}
