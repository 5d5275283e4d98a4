package org.digitscope.evaluation;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * The rest of a network behind some layer, for a block of pictures: from that layer's sums, or its activations, to answers and
 * losses. Where the logits are those of the unchanged network, so are answer and loss.
 */
final class Tail {

    private final ScoreCache cache;
    private final Parameters network;
    /** Of each layer, its sums and activations; the last layer has no activations. */
    private final SumBlock[] sums;
    private final float[][][] activations;
    private final Readout readout = new Readout();
    private final float[] difference = new float[ForwardPass.BLOCK];
    private final byte[] truths = new byte[ForwardPass.BLOCK];
    /** Positions of the pictures whose logits changed. */
    private final int[] changed = new int[ForwardPass.BLOCK];

    /**
     * @param network with the architecture of the cache's
     * @param first the first layer that is ever asked for, 1 for layer_1
     */
    Tail(ScoreCache cache, Parameters network, int first) {
        this.cache = cache;
        this.network = network;
        int depth = network.depth();
        sums = new SumBlock[depth];
        activations = new float[depth - 1][][];
        for (int number = first; number <= depth; number++) {
            int outputs = network.layer(number).outputs();
            sums[number - 1] = new SumBlock(outputs);
            if (number < depth) {
                activations[number - 1] = new float[outputs][ForwardPass.BLOCK];
            }
        }
    }

    /** Where the sums of a layer are to be put for {@link #readSums}. */
    SumBlock sums(int number) {
        return sums[number - 1];
    }

    /**
     * Reads what the network makes of the activations that a layer receives.
     *
     * @param number the layer
     * @param received shape (inputs, BLOCK)
     */
    void read(int block, int number, float[][] received, Sink sink) {
        Layer layer = network.layer(number);
        sums(number).start(layer);
        sums(number).add(received, layer, 0, layer.inputs());
        readSums(block, number, sink);
    }

    /** Reads what the network makes of the sums of a layer, which were put into {@link #sums}. */
    void readSums(int block, int number, Sink sink) {
        if (number < network.depth()) {
            sums(number).activate(network.layer(number), activations[number - 1]);
            read(block, number + 1, activations[number - 1], sink);
        } else {
            readLogits(block, sums(number).sums(), sink);
        }
    }

    private void readLogits(int block, float[][] z, Sink sink) {
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

    /** Σ |z − z of the unchanged network|; NaN counts as a difference. */
    private static void addDifference(float[] difference, float[] z, float[] unchanged) {
        for (int i = 0; i < difference.length; i++) {
            difference[i] += Math.abs(z[i] - unchanged[i]);
        }
    }
}
