package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    @ParameterizedTest
    @EnumSource(Activation.class)
    void isTheFunctionWithinAFewRoundings(Activation activation) {
        for (float sum = -30; sum <= 30; sum += 0.01f) {
            double expected = SlowNetwork.activation(activation, sum);
            assertEquals(expected, activation.of(sum), 3e-7 * Math.abs(expected) + 1e-30, activation + " of " + sum);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void slopeEqualsCentralDifferences(Activation activation) {
        double h = 1e-6;
        for (float sum = -9.005f; sum <= 9; sum += 0.01f) {
            double expected = (SlowNetwork.activation(activation, sum + h) - SlowNetwork.activation(activation, sum - h)) / (2 * h);
            assertEquals(expected, activation.slope(sum), 1e-6, activation + " at " + sum);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void whatIsNoNumberPasses(Activation activation) {
        assertTrue(Float.isNaN(activation.of(Float.NaN)));
    }

    @Test
    void endsOfTheScale() {
        assertEquals(0, Activation.RELU.of(Float.NEGATIVE_INFINITY));
        assertEquals(0f, Activation.RELU.of(-0f));
        assertEquals(Float.MIN_VALUE, Activation.RELU.of(Float.MIN_VALUE));
        assertEquals(0, Activation.RELU.slope(0));
        assertEquals(1, Activation.RELU.slope(Float.MIN_VALUE));
        assertEquals(0, Activation.RELU.slope(Float.NaN));
        assertEquals(-1, Activation.TANH.of(Float.NEGATIVE_INFINITY));
        assertEquals(1, Activation.TANH.of(100));
        assertEquals(1e-10f, Activation.TANH.of(1e-10f));
        assertEquals(0, Activation.SIGMOID.of(-1000));
        assertEquals(1, Activation.SIGMOID.of(Float.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void isFoundByItsLabelHoweverItIsWritten(Activation activation) {
        assertEquals(Optional.of(activation), Activation.ofLabel(activation.label().toUpperCase(Locale.ROOT)));
        assertTrue(Activation.labels().contains(activation.label()));
        assertEquals(Optional.empty(), Activation.ofLabel("swish"));
    }
}
