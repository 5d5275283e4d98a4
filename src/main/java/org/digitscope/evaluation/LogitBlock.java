package org.digitscope.evaluation;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.network.Layer;

/**
 * The logits of a block of pictures, Z₂ = A·W₂ + b₂, added up neuron by neuron in the network's own order, so that they
 * have the network's own bits.
 *
 * <p>The network leaves out neurons that are off and this class adds their 0·w, so that the compiler can use vectors. That
 * can at most turn −0 into +0, on which neither the answer nor the loss depends.
 */
final class LogitBlock {

    private final ScoreCache cache;
    /** Shape (10, BLOCK). */
    private final float[][] z = new float[Dataset.CLASSES][ForwardPass.BLOCK];
    private final Readout readout = new Readout();
    private final float[] difference = new float[ForwardPass.BLOCK];
    private final byte[] truths = new byte[ForwardPass.BLOCK];
    /** Positions of the pictures whose logits changed. */
    private final int[] changed = new int[ForwardPass.BLOCK];
    private int block;

    LogitBlock(ScoreCache cache) {
        this.cache = cache;
    }

    /** z = b₂. */
    void start(int block, Layer layer2) {
        this.block = block;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            start(digit, layer2.bias().data[digit]);
        }
    }

    /** z = b for one digit. */
    void start(int digit, float bias) {
        Arrays.fill(z[digit], bias);
    }

    /** z = the other one's z for the same pictures. */
    void set(LogitBlock other) {
        block = other.block;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            System.arraycopy(other.z[digit], 0, z[digit], 0, ForwardPass.BLOCK);
        }
    }

    /** z = z + a·w for the neurons [first, last) of {@code activations}, shape (hidden, BLOCK). */
    void add(float[][] activations, Layer layer2, int first, int last) {
        for (int neuron = first; neuron < last; neuron++) {
            add(activations[neuron], layer2, neuron);
        }
    }

    /** z = z + a·w for the ten weights of a neuron. */
    void add(float[] activations, Layer layer2, int neuron) {
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            add(digit, activations, layer2.kernel().data[neuron * Dataset.CLASSES + digit]);
        }
    }

    /** z = z + a·w for one digit. */
    void add(int digit, float[] activations, float weight) {
        if (Float.isFinite(weight)) {
            addProducts(z[digit], activations, weight);
        } else {
            addProductsOfActive(z[digit], activations, weight);
        }
    }

    /** Reads answers and losses from the logits; where they are those of the unchanged network, so are answer and loss. */
    void read(Sink sink) {
        Evaluation unchanged = cache.evaluation();
        int from = block * ForwardPass.BLOCK;
        int size = cache.size(block);
        unchanged.copyTruths(from, truths, size);
        Arrays.fill(difference, 0);
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            addDifference(difference, z[digit], cache.logits(block)[digit]);
        }
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (difference[i] != 0) {
                changed[count++] = i;
            }
        }
        readout.compute(z, truths, changed, count);
        for (int i = 0; i < size; i++) {
            if (difference[i] != 0) {
                sink.add(truths[i], readout.answer(i), readout.loss(i), readout.probability(i));
            } else {
                unchanged.repeat(from + i, sink);
            }
        }
    }

    private static void addProducts(float[] z, float[] activations, float weight) {
        for (int i = 0; i < z.length; i++) {
            z[i] += activations[i] * weight;
        }
    }

    /** For ∞ and NaN: 0 times these is not 0. */
    private static void addProductsOfActive(float[] z, float[] activations, float weight) {
        for (int i = 0; i < z.length; i++) {
            if (activations[i] != 0) {
                z[i] += activations[i] * weight;
            }
        }
    }

    /** Σ |z − z of the unchanged network|; NaN counts as a difference. */
    private static void addDifference(float[] difference, float[] z, float[] unchanged) {
        for (int i = 0; i < difference.length; i++) {
            difference[i] += Math.abs(z[i] - unchanged[i]);
        }
    }
}
