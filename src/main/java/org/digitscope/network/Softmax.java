package org.digitscope.network;

/**
 * From ten logits to ten probabilities and the loss, stably: the largest logit is subtracted first, so nothing
 * overflows, and log p = (z − max) − ln Σ exp(z − max). Where logits are infinite themselves, the probabilities are the limit: the
 * largest ones share all of it.
 */
public final class Softmax {

    /** What is said where a logit is NaN. */
    public static final String NO_ANSWER = "A sum of this network is no number, so there is no answer to this picture.";

    private Softmax() {
    }

    /**
     * p_k = exp(z_k − max) / Σ exp(z_i − max); NaN only where a logit is NaN.
     *
     * @param z logits at [at, at + n)
     * @param p modified: probabilities at [at, at + n); may be the same array as {@code z}
     * @param label the true class, or any other class whose probability is asked for
     * @return −ln p_label, the cross-entropy, NaN when a logit is not finite
     */
    public static double probabilities(float[] z, float[] p, int at, int n, int label) {
        float max = z[at + argMax(z, at, n)];
        if (Float.isInfinite(max)) {
            shareAmongLargest(z, p, at, n, max);
            return Double.NaN;
        }
        float margin = z[at + label] - max;
        float sum = 0;
        for (int k = at; k < at + n; k++) {
            float e = exp(z[k] - max);
            p[k] = e;
            sum += e;
        }
        for (int k = at; k < at + n; k++) {
            p[k] /= sum;
        }
        return crossEntropy(sum, margin);
    }

    /** As z − max is NaN for an infinite z = max. */
    private static void shareAmongLargest(float[] z, float[] p, int at, int n, float max) {
        float share = 1f / countLargest(z, at, n, max);
        for (int k = at; k < at + n; k++) {
            p[k] = Float.isNaN(share) ? share : z[k] == max ? share : 0;
        }
    }

    /** How many of n logits equal the largest; NaN where one is NaN. */
    public static float countLargest(float[] z, int at, int n, float max) {
        float count = 0;
        for (int k = at; k < at + n; k++) {
            count += Float.isNaN(z[k]) ? z[k] : z[k] == max ? 1 : 0;
        }
        return count;
    }

    /**
     * −ln p = ln Σ − (z − max).
     *
     * @param sum Σ exp(z_i − max), added in float32 in the order of i
     * @param margin the logit of the class that is asked for, less the largest one
     */
    public static double crossEntropy(float sum, float margin) {
        // StrictMath gives the same bits on every machine; Math may not
        return StrictMath.log(sum) - margin;
    }

    /** The position, counted from {@code at}, of the largest of n values; of equal ones the first. */
    public static int argMax(float[] z, int at, int n) {
        int best = 0;
        for (int k = 1; k < n; k++) {
            if (z[at + k] > z[at + best]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * eˣ for x ≤ 0 in float32 with a relative error below 2⁻²², the same bits on every machine: x = n·ln 2 + r with
     * |r| ≤ ln 2 / 2, and eʳ by a polynomial of degree 7 with the coefficients of Cephes' {@code expf}. Values below
     * −87, whose result would not be a normal float, give 0. NaN gives NaN.
     */
    public static float exp(float x) {
        if (x < -87) {
            return 0;
        }
        int n = (int) (x * 1.44269504f - 0.5f);
        float r = x - n * 0.693359375f + n * 2.12194440e-4f;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        return (p * r * r + r + 1) * Float.intBitsToFloat(n + 127 << 23);
    }
}
