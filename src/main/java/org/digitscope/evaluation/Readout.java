package org.digitscope.evaluation;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.network.Softmax;

/**
 * From logits to answers and losses, for a block of pictures:
 *
 * <pre>
 *   x_k = z_k − max z      Σ = Σ exp(x_k)      loss = ln Σ − x_truth      P[answer] = 1 / Σ
 * </pre>
 *
 * <p>The bits are those of {@link Softmax#probabilities}. Each step is done for all pictures before the next one, and
 * without a branch that depends on the answer, so that the processor can work on several pictures at once.
 */
final class Readout {

    private final float[][] x = new float[Dataset.CLASSES][ForwardPass.BLOCK];
    /** The x of each place whose exponential was computed last: along a curve of layer_2 nine in ten stay the same. */
    private final float[][] known = new float[Dataset.CLASSES][ForwardPass.BLOCK];
    /** exp(known). */
    private final float[][] exponentials = new float[Dataset.CLASSES][ForwardPass.BLOCK];
    private final float[] max = new float[ForwardPass.BLOCK];
    private final byte[] answers = new byte[ForwardPass.BLOCK];
    private final float[] sums = new float[ForwardPass.BLOCK];
    private final double[] losses = new double[ForwardPass.BLOCK];

    Readout() {
        for (float[] ofZero : exponentials) {
            Arrays.fill(ofZero, 1);
        }
    }

    /**
     * @param z logits, shape (10, BLOCK)
     * @param truths the digits of the pictures
     * @param positions the pictures to read: the first {@code count} entries
     */
    void compute(float[][] z, byte[] truths, int[] positions, int count) {
        System.arraycopy(z[0], 0, max, 0, max.length);
        for (int digit = 1; digit < Dataset.CLASSES; digit++) {
            max(max, z[digit]);
        }
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            subtract(z[digit], max, x[digit]);
        }
        for (int p = 0; p < count; p++) {
            addExponentials(positions[p]);
        }
        for (int p = 0; p < count; p++) {
            int i = positions[p];
            losses[i] = Softmax.crossEntropy(sums[i], x[truths[i]][i]);
            if (Float.isNaN(sums[i])) {
                readInfinite(z, i);
            }
        }
    }

    int answer(int position) {
        return answers[position];
    }

    double loss(int position) {
        return losses[position];
    }

    /** P[answer]. */
    float probability(int position) {
        return 1 / sums[position];
    }

    /** Finds Σ and the answer of one picture. */
    private void addExponentials(int position) {
        float sum = 0;
        int largest = 0;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            float value = x[digit][position];
            if (value != known[digit][position]) {
                known[digit][position] = value;
                exponentials[digit][position] = Softmax.exp(value);
            }
            sum += exponentials[digit][position];
            // +0 for the largest logit and its equals, negative for all others
            largest |= (~Float.floatToRawIntBits(value) >>> 31) << digit;
        }
        sums[position] = sum;
        answers[position] = (byte) Integer.numberOfTrailingZeros(largest);
    }

    private static void max(float[] max, float[] z) {
        for (int i = 0; i < max.length; i++) {
            max[i] = Math.max(max[i], z[i]);
        }
    }

    private static void subtract(float[] z, float[] max, float[] x) {
        for (int i = 0; i < x.length; i++) {
            // −0 − 0 is −0, which + 0 makes +0
            x[i] = z[i] - max[i] + 0f;
        }
    }

    /** The answer and its share where a logit is not finite. */
    private void readInfinite(float[][] z, int position) {
        float[] logits = new float[Dataset.CLASSES];
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            logits[digit] = z[digit][position];
        }
        int answer = Softmax.argMax(logits, 0, Dataset.CLASSES);
        answers[position] = (byte) answer;
        sums[position] = Softmax.countLargest(logits, 0, Dataset.CLASSES, logits[answer]);
    }
}
