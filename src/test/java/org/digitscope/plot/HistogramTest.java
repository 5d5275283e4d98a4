package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.digitscope.data.ShownNumbers;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void everyFiniteNumberIsCountedInTheBinWhoseEdgesHoldIt() {
        Random random = new Random(2);
        for (int round = 0; round < 50; round++) {
            float[] values = new float[1 + random.nextInt(500)];
            float scale = (float) Math.pow(10, random.nextInt(9) - 4);
            for (int i = 0; i < values.length; i++) {
                values[i] = scale * (float) random.nextGaussian();
            }
            Histogram histogram = Histogram.of(values, 40);
            int[] expected = new int[histogram.bins()];
            for (float value : values) {
                int bin = histogram.bin(value);
                assertTrue(histogram.edge(bin) <= value && value < histogram.edge(bin + 1), value + " in " + histogram.edge(bin));
                expected[bin]++;
            }
            for (int bin = 0; bin < expected.length; bin++) {
                assertEquals(expected[bin], histogram.count(bin));
            }
            assertTrue(histogram.bins() <= 40, String.valueOf(histogram.bins()));
        }
    }

    @Test
    void edgesAreRoundAndBelongToTheUpperBin() {
        Histogram histogram = Histogram.of(new float[] {-0.5f, 0, 0.1f, 0.25f, 0.5f}, 15);
        assertEquals(0.1, histogram.edge(1) - histogram.edge(0), 1e-12);
        assertEquals(histogram.bin(0.05), histogram.bin(0));
        assertEquals(0, histogram.edge(histogram.bin(0)));
        assertEquals(5, IntStream.range(0, histogram.bins()).map(histogram::count).sum());
        assertEquals(1, histogram.most());
    }

    @Test
    void edgesReadAsTheRoundNumbersThatTheyAre() {
        for (int power = -12; power <= 32; power++) {
            Histogram histogram = Histogram.of(new float[] {-3 * (float) Math.pow(10, power), (float) Math.pow(10, power)});
            for (int bin = 0; bin <= histogram.bins(); bin++) {
                assertTrue(histogram.edgeText(bin).length() <= 10, histogram.edgeText(bin));
                double read = Double.parseDouble(ShownNumbers.ascii(histogram.edgeText(bin)).replace(",", ""));
                assertEquals(histogram.edge(bin), read, 1e-12 * Math.abs(read));
            }
        }
    }

    @Test
    void manyNumbersHaveManyBinsAndFewNumbersFew() {
        Random random = new Random(3);
        for (int[] sizeFromTo : new int[][] {{10, 3, 7}, {20, 3, 8}, {200, 6, 14}, {15_680, 20, 53}, {401_408, 25, 60}}) {
            for (int round = 0; round < 5; round++) {
                float[] values = new float[sizeFromTo[0]];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) random.nextGaussian();
                }
                int bins = Histogram.of(values).bins();
                assertTrue(bins >= sizeFromTo[1] && bins <= sizeFromTo[2], bins + " bins for " + values.length + " numbers");
            }
        }
        assertTrue(Histogram.of(new float[0]).bins() <= 8);
    }

    @Test
    void numbersThatAreAllTheSameHaveOneBinThatNamesThem() {
        for (float value : new float[] {0, -0.0f, 0.05f, -2, 1e20f, Float.MAX_VALUE}) {
            Histogram histogram = Histogram.of(new float[] {value, value, Float.NaN, value});
            assertEquals(OptionalDouble.of(value + 0.0), histogram.only());
            assertEquals(1, histogram.bins());
            assertEquals(3, histogram.count(histogram.bin(value)));
        }
        assertEquals(OptionalDouble.empty(), Histogram.of(new float[] {0, 0, 1e-9f}).only());
        assertEquals(OptionalDouble.empty(), Histogram.of(new float[] {Float.NaN}).only());
    }

    @Test
    void constantEmptyAndInfiniteNumbersDoNoHarm() {
        assertEquals(3, Histogram.of(new float[] {2, 2, 2}, 10).most());
        assertEquals(0, Histogram.of(new float[0], 10).most());
        assertEquals(1, Histogram.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1}, 10).most());
    }
}
