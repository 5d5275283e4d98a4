package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void ofEqualLogitsTheFirstIsTheAnswer() {
        assertEquals(1, Softmax.argMax(new float[] {0, 0, 5, 5, 5}, 1, 4));
    }
}
