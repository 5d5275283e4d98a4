package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReluTest {

    @Test
    void letsPositiveSumsPassAndNotANumberToo() {
        assertEquals(2.5f, Relu.of(2.5f));
        assertEquals(Float.MIN_VALUE, Relu.of(Float.MIN_VALUE));
        assertEquals(0, Relu.of(-2.5f));
        assertEquals(0, Relu.of(Float.NEGATIVE_INFINITY));
        assertEquals(0f, Relu.of(-0f));
        assertTrue(Float.isNaN(Relu.of(Float.NaN)));
    }

    @Test
    void aNeuronIsOnWhereItsSumIsPositive() {
        assertTrue(Relu.isOn(Float.MIN_VALUE));
        assertFalse(Relu.isOn(0) || Relu.isOn(-1) || Relu.isOn(Float.NaN));
    }
}
