package org.digitscope.evaluation;

import java.util.Arrays;
import org.digitscope.data.Dataset;

/**
 * One neuron's sum z = b + Σ x_i·w_i over the pixels in ascending order, for each of several values of its bias or of one
 * weight. Float additions don't commute: what comes before the value is added once, but all that follows must be added to
 * each value's own sum, one product after the other.
 */
final class SumCurve {

    private static final int BIAS = -1;

    private final ScoreCache cache;
    private final Dataset data;
    private final float[] values;
    /** The pixel whose weight changes, or BIAS. */
    private final int edited;
    private final float bias;
    private final float[] weights = new float[Dataset.PIXELS];
    private final int[] pixels = new int[Dataset.PIXELS];
    /** x_i, then x_i·w_i. */
    private final float[] products = new float[Dataset.PIXELS];

    SumCurve(ScoreCache cache, ScalarParameter parameter, float[] values) {
        this.cache = cache;
        this.values = values;
        data = cache.data();
        int neuron = parameter.output();
        edited = parameter.isBias() ? BIAS : parameter.input();
        bias = cache.parameters().layer(1).bias().data[neuron];
        for (int pixel = 0; pixel < weights.length; pixel++) {
            weights[pixel] = cache.parameters().layer(1).kernel().get(pixel, neuron);
        }
    }

    /** @param sums modified: z for each value */
    void compute(int image, float[] sums) {
        int count = data.copyNonZero(image, pixels, products, 0, cache.parameters().inputs());
        int next = 0;
        if (edited == BIAS) {
            System.arraycopy(values, 0, sums, 0, sums.length);
        } else {
            float sum = bias;
            for (; next < count && pixels[next] < edited; next++) {
                sum += products[next] * weights[pixels[next]];
            }
            Arrays.fill(sums, sum);
            if (next < count && pixels[next] == edited) {
                for (int point = 0; point < sums.length; point++) {
                    sums[point] += products[next] * values[point];
                }
                next++;
            }
        }
        for (int i = next; i < count; i++) {
            products[i] *= weights[pixels[i]];
        }
        addProducts(next, count, sums);
    }

    /** Eight products a pass, in their order, so that the sums are loaded and stored less often. */
    private void addProducts(int from, int to, float[] sums) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            float p0 = products[i];
            float p1 = products[i + 1];
            float p2 = products[i + 2];
            float p3 = products[i + 3];
            float p4 = products[i + 4];
            float p5 = products[i + 5];
            float p6 = products[i + 6];
            float p7 = products[i + 7];
            for (int point = 0; point < sums.length; point++) {
                sums[point] = sums[point] + p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7;
            }
        }
        for (; i < to; i++) {
            float product = products[i];
            for (int point = 0; point < sums.length; point++) {
                sums[point] += product;
            }
        }
    }
}
