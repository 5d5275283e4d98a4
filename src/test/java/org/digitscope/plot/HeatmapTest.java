package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.digitscope.data.Dataset;
import org.digitscope.plot.Heatmap.Pixel;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class HeatmapTest {

    /** Weights of two neurons: all 0, but for a strong and a weak one. */
    private static FMatrixRMaj kernel() {
        FMatrixRMaj kernel = new FMatrixRMaj(Dataset.PIXELS, 2);
        kernel.set(new Pixel(0, 1).index(), 0, -0.5f);
        kernel.set(new Pixel(27, 26).index(), 1, 0.25f);
        return kernel;
    }

    @Test
    void aKnownMatrixGivesKnownColours() {
        int[] pixels = new int[Dataset.PIXELS];
        Heatmap.paint(kernel(), 0, 0.5, pixels, 0, 28);
        assertEquals(ColorMap.BLUE_RED.argb(-1, 1), pixels[1]);
        assertEquals(783, Arrays.stream(pixels).filter(color -> color == 0xFFF7F7F7).count());
        Heatmap.paint(kernel(), 1, 0.5, pixels, 0, 28);
        assertEquals(ColorMap.BLUE_RED.argb(0.5, 1), pixels[27 * 28 + 26]);
        assertEquals(0xFFF7F7F7, pixels[1]);
    }

    @Test
    void paintsOnlyItsPlaceInALargerPicture() {
        int stride = 60;
        int[] pixels = new int[stride * 30];
        Heatmap.paint(kernel(), 1, 0.25, pixels, stride + 30, stride);
        assertEquals(Dataset.PIXELS, Arrays.stream(pixels).filter(color -> color != 0).count());
        assertEquals(ColorMap.BLUE_RED.argb(1, 1), pixels[(1 + 27) * stride + 30 + 26]);
        assertEquals(0, pixels[(1 + 27) * stride + 29]);
        assertEquals(0, pixels[30]);
    }

    @Test
    void theLimitsOfAllNeuronsAreThoseOfEach() {
        FMatrixRMaj kernel = new FMatrixRMaj(784, 3);
        Random random = new Random(3);
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = (float) random.nextGaussian();
        }
        kernel.set(7, 0, Float.NaN);
        kernel.set(8, 1, Float.NEGATIVE_INFINITY);
        kernel.set(9, 2, -50);
        double[] limits = Heatmap.limits(kernel);
        assertEquals(3, limits.length);
        for (int neuron = 0; neuron < 3; neuron++) {
            assertEquals(Heatmap.limit(kernel, neuron), limits[neuron], 0);
        }
        assertEquals(50, limits[2], 0);
    }

    @Test
    void limitsAreTheLargestFiniteWeights() {
        FMatrixRMaj kernel = kernel();
        assertEquals(0.5, Heatmap.limit(kernel, 0));
        assertEquals(0.25, Heatmap.limit(kernel, 1));
        assertEquals(0.5, Heatmap.limit(kernel));
        kernel.set(3, 1, Float.NaN);
        kernel.set(4, 1, Float.NEGATIVE_INFINITY);
        assertEquals(0.25, Heatmap.limit(kernel, 1));
        assertEquals(0.5, Heatmap.limit(kernel));
        assertEquals(0, Heatmap.limit(new FMatrixRMaj(Dataset.PIXELS, 1)));
    }

    @Test
    void marksJustThePixelsThatAreBlackInEveryPicture() {
        byte[] first = new byte[Dataset.PIXELS];
        byte[] second = new byte[Dataset.PIXELS];
        Arrays.fill(first, (byte) 200);
        first[0] = 0;
        first[1] = 0;
        first[783] = 0;
        second[1] = 1;
        boolean[] never = Heatmap.neverLit(Dataset.builder("test", 2).add(first, 0).add(second, 1).build());
        assertTrue(never[0]);
        assertFalse(never[1]);
        assertTrue(never[783]);

        int[] pixels = new int[Dataset.PIXELS];
        Heatmap.markNeverLit(never, pixels, 0, 28);
        assertEquals(2, Arrays.stream(pixels).filter(color -> color != 0).count());
        for (int value = -255; value <= 255; value++) {
            assertNotEquals(pixels[0], ColorMap.BLUE_RED.argb(value, 255));
        }
    }

    @Test
    void aPixelHasAFlatIndexAndLiesInThePicture() {
        for (int index = 0; index < Dataset.PIXELS; index++) {
            assertEquals(index, new Pixel(index / 28, index % 28).index());
        }
        assertThrows(IllegalArgumentException.class, () -> new Pixel(28, 0));
        assertThrows(IllegalArgumentException.class, () -> new Pixel(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Pixel(0, 28));
    }
}
