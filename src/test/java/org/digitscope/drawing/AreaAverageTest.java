package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaAverageTest {

    @Test
    void averagesPartsOfPixels() {
        // 3 old pixels to 2 new ones, and even mass, so they come to lie in the middle of 4 new ones
        AreaAverage average = new AreaAverage(4, 1.5, 2, new double[] {1, 1, 1});
        assertArrayEquals(new double[] {0, (2 + 4 / 2.0) / 1.5, (4 / 2.0 + 7) / 1.5, 0},
                average.apply(new double[] {2, 4, 7}), 1e-5);
    }

    @Test
    void keepsTheMassAndPutsItsCentreInPlaceWhenGrowingAndWhenShrinking() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double[] mass = random.doubles(1 + random.nextInt(100)).toArray();
            double scale = mass.length / 20.0;
            double[] result = new AreaAverage(60, scale, 30.5, mass).apply(mass);
            assertEquals(sum(mass, false), sum(result, false) * scale, 1e-9);
            assertEquals(30.5, sum(result, true) / sum(result, false), 1e-3);
        }
    }

    private static double sum(double[] values, boolean timesPosition) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * (timesPosition ? i + 0.5 : 1);
        }
        return sum;
    }
}
