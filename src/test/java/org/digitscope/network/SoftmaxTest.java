package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void exponentialIsWithinTwoToTheMinus22OfTheTruth() {
        double worst = 0;
        for (float x = 0; x >= -87; x -= 0.000977f) {
            worst = Math.max(worst, Math.abs(Softmax.exp(x) / Math.exp(x) - 1));
        }
        assertTrue(worst < 0x1p-22, "worst relative error " + worst);
        assertEquals(1f, Softmax.exp(0));
        assertEquals(0f, Softmax.exp(-1000));
        assertEquals(0f, Softmax.exp(Float.NEGATIVE_INFINITY));
        assertTrue(Float.isNaN(Softmax.exp(Float.NaN)));
    }

    @Test
    void probabilitiesAddUpToOneAndFollowTheLogits() {
        float[] z = {9, 1, 2, 3, 9};
        float[] p = new float[5];
        double loss = Softmax.probabilities(z, p, 1, 3, 2);
        double sum = Math.exp(1) + Math.exp(2) + Math.exp(3);
        assertEquals(Math.exp(1) / sum, p[1], 1e-7);
        assertEquals(Math.exp(2) / sum, p[2], 1e-7);
        assertEquals(Math.exp(3) / sum, p[3], 1e-7);
        assertEquals(Math.log(sum) - 3, loss, 1e-6);
        assertEquals(0, p[0]);
        assertEquals(0, p[4]);
    }

    @Test
    void hugeLogitsNeitherOverflowNorLoseTheLoss() {
        float[] z = {1e30f, -1e30f, 0};
        double loss = Softmax.probabilities(z, z, 0, 3, 1);
        assertEquals(1, z[0]);
        assertEquals(2e30, loss, 1e24);
    }

    @Test
    void aLogitThatIsNotFiniteMakesTheLossNaN() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            for (int place = 0; place < 3; place++) {
                float[] z = {1, 2, 3};
                z[place] = bad;
                for (int label = 0; label < 3; label++) {
                    assertTrue(!Double.isFinite(Softmax.probabilities(z.clone(), new float[3], 0, 3, label)));
                }
            }
        }
    }

    @Test
    void onlyALogitThatIsNoNumberMakesProbabilitiesNaN() {
        float[] each = {Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, -1, 0, Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN};
        for (float a : each) {
            for (float b : each) {
                for (float c : each) {
                    float[] z = {9, a, b, c, 9};
                    float[] p = z.clone();
                    Softmax.probabilities(p, p, 1, 3, 0);
                    boolean number = !Float.isNaN(a) && !Float.isNaN(b) && !Float.isNaN(c);
                    double sum = 0;
                    for (int k = 1; k <= 3; k++) {
                        assertEquals(number, !Float.isNaN(p[k]), Arrays.toString(z));
                        sum += p[k];
                    }
                    assertTrue(!number || Math.abs(sum - 1) < 1e-6, Arrays.toString(z) + Arrays.toString(p));
                    assertEquals(9, p[0]);
                    assertEquals(9, p[4]);
                }
            }
        }
    }

    @Test
    void infiniteLogitsShareAllOfIt() {
        float infinity = Float.POSITIVE_INFINITY;
        float[] p = new float[4];
        Softmax.probabilities(new float[] {infinity, 3e38f, infinity, -infinity}, p, 0, 4, 0);
        assertArrayEquals(new float[] {0.5f, 0, 0.5f, 0}, p);
        Softmax.probabilities(new float[] {-infinity, -infinity, -infinity, -infinity}, p, 0, 4, 0);
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f, 0.25f}, p);
    }

    @Test
    void ofEqualLogitsTheFirstIsTheAnswer() {
        assertEquals(1, Softmax.argMax(new float[] {0, 0, 5, 5, 5}, 1, 4));
    }
}
