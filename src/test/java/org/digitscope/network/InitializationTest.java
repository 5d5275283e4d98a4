package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializationTest {

    private static final Architecture ARCHITECTURE = Architecture.relu(300, 100);

    /** A uniform distribution between ±a has the deviation a/√3. */
    @Test
    void weightsOfEachLayerHaveTheDeviationThatTheirRuleSays() {
        for (Layer layer : create(StartValues.GLOROT_UNIFORM, 0.05).layers()) {
            check(layer, Math.sqrt(6.0 / (layer.inputs() + layer.outputs())));
        }
        for (Layer layer : create(StartValues.HE_UNIFORM, 0.05).layers()) {
            check(layer, Math.sqrt(6.0 / layer.inputs()));
        }
        for (Layer layer : create(StartValues.NORMAL, 0.3).layers()) {
            assertEquals(0.3, deviation(layer), 0.015);
        }
        for (Layer layer : create(StartValues.ZERO, 0.05).layers()) {
            assertEquals(0, deviation(layer));
        }
    }

    @ParameterizedTest
    @EnumSource(StartValues.class)
    void theSeedDecidesAndBiasesAreZero(StartValues values) {
        Parameters start = create(values, 0.05);
        assertEquals(start.checksum(), create(values, 0.05).checksum());
        for (Layer layer : start.layers()) {
            assertArrayEquals(new float[layer.outputs()], layer.bias().data);
        }
        boolean depends = values != StartValues.ZERO;
        assertEquals(depends, !start.checksum().equals(new Initialization(values, 0.05).create(ARCHITECTURE, 2).checksum()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 101})
    void aDeviationOutOfRangeIsRefusedInASentence(double deviation) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> new Initialization(StartValues.NORMAL, deviation)).getMessage();
        assertTrue(sentence.startsWith("deviation of the start values must be above 0"), sentence);
    }

    private static Parameters create(StartValues values, double deviation) {
        return new Initialization(values, deviation).create(ARCHITECTURE, 1);
    }

    private static void check(Layer layer, double limit) {
        double largest = IntStream.range(0, layer.kernel().data.length).mapToDouble(i -> Math.abs(layer.kernel().data[i])).max().orElseThrow();
        assertTrue(largest <= limit * (1 + 1e-6) && largest > 0.98 * limit, layer.inputs() + ": " + largest + " of " + limit);
        assertEquals(limit / Math.sqrt(3), deviation(layer), 0.04 * limit);
    }

    private static double deviation(Layer layer) {
        float[] weights = layer.kernel().data;
        return Math.sqrt(IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * weights[i]).average().orElseThrow());
    }
}
