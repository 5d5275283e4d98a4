package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class PerturbationTest {

    private final Parameters parameters = Examples.parameters(20, 3);

    @Test
    void withoutBiasesOnlyTheWeightsAreLeft() {
        float[][] before = parameters.copy().arrays();
        float[][] edited = Perturbation.withoutBiases(parameters).arrays();
        assertArrayEquals(before[0], edited[0]);
        assertArrayEquals(new float[20], edited[1]);
        assertArrayEquals(before[2], edited[2]);
        assertArrayEquals(new float[10], edited[3]);
        assertArrayEquals(before, parameters.arrays());
    }

    @Test
    void noiseOnTheWeightsIsNormalWithTheGivenDeviation() {
        float[][] before = parameters.copy().arrays();
        float[][] edited = Perturbation.withNoise(parameters, 0.5f, 1).arrays();
        int n = before[0].length;
        double sum = 0;
        double squares = 0;
        int within = 0;
        for (int i = 0; i < n; i++) {
            double noise = (edited[0][i] - before[0][i]) / 0.5;
            sum += noise;
            squares += noise * noise;
            within += Math.abs(noise) < 1 ? 1 : 0;
        }
        assertEquals(0, sum / n, 0.03);
        assertEquals(1, squares / n, 0.05);
        assertEquals(0.6827, (double) within / n, 0.02);
        assertFalse(Arrays.equals(before[2], edited[2]));
        assertArrayEquals(before[1], edited[1]);
        assertArrayEquals(before[3], edited[3]);
        assertArrayEquals(before, parameters.arrays());
    }

    @Test
    void theSeedDecidesTheNoise() {
        assertArrayEquals(Perturbation.withNoise(parameters, 0.1f, 7).arrays(),
                Perturbation.withNoise(parameters, 0.1f, 7).arrays());
        assertFalse(Arrays.equals(Perturbation.withNoise(parameters, 0.1f, 7).arrays()[0],
                Perturbation.withNoise(parameters, 0.1f, 8).arrays()[0]));
        assertArrayEquals(parameters.arrays(), Perturbation.withNoise(parameters, 0, 7).arrays());
    }

    @Test
    void aDeviationIsANumberFromZeroOn() {
        for (float sigma : new float[] {-0.1f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Perturbation.withNoise(parameters, sigma, 1));
        }
    }
}
