package org.digitscope.evaluation;

import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.network.Activation;
import org.ejml.data.FMatrixRMaj;

/**
 * What a network computes on the way to its answers, kept for all pictures of a data set: the activations of layer_1, the
 * logits, the answers and the losses. Built with a {@link ForwardPass}; 54 bytes and 4 for each neuron a picture.
 *
 * <p>The pictures of a block lie side by side, in an array of {@link ForwardPass#BLOCK} numbers for each neuron or digit:
 * with one index for all arrays of a loop the compiler uses vectors. The last block is filled up with zeros. Immutable by
 * agreement: the arrays that it hands out are only read.
 */
final class ScoreCache {

    private final Parameters parameters;
    private final Dataset data;
    private final Evaluation evaluation;
    /** A = max(0, Z₁), shape (blocks, hidden, BLOCK). */
    private final float[][][] activations;
    /** Z₂, shape (blocks, 10, BLOCK). */
    private final float[][][] logits;

    /** @param parameters copied */
    ScoreCache(Parameters parameters, Dataset data) {
        this.parameters = parameters.copy();
        this.data = data;
        activations = new float[ForwardPass.blocks(data)][parameters.layer(1).outputs()][ForwardPass.BLOCK];
        logits = new float[ForwardPass.blocks(data)][Dataset.CLASSES][ForwardPass.BLOCK];
        Evaluation.Builder builder = new Evaluation.Builder(data.size());
        ForwardPass.run(parameters, data, (block, network, z2) -> {
            transpose(z2, logits[block]);
            activate(network.sums(1), activations[block]);
            builder.addLosses(network, data);
        });
        evaluation = builder.build();
    }

    Parameters parameters() {
        return parameters;
    }

    Dataset data() {
        return data;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    float[][] activations(int block) {
        return activations[block];
    }

    float[][] logits(int block) {
        return logits[block];
    }

    int blocks() {
        return logits.length;
    }

    /** Number of pictures in a block. */
    int size(int block) {
        return Math.min(ForwardPass.BLOCK, data.size() - block * ForwardPass.BLOCK);
    }

    /**
     * The activations that other parameters have, shape (blocks, hidden, BLOCK): a network of only the neurons whose weights
     * or bias differ computes theirs; the rest are this cache's own.
     */
    float[][][] activations(Parameters edited) {
        int[] changed = IntStream.range(0, edited.layer(1).outputs()).filter(neuron -> differs(edited, neuron)).toArray();
        if (changed.length == 0) {
            return activations;
        }
        float[][][] result = new float[blocks()][][];
        ForwardPass.run(select(edited.layer(1), changed), data, (block, network, z2) -> {
            float[][] fresh = new float[changed.length][ForwardPass.BLOCK];
            activate(network.sums(1), fresh);
            result[block] = activations[block].clone();
            for (int i = 0; i < changed.length; i++) {
                result[block][changed[i]] = fresh[i];
            }
        });
        return result;
    }

    private boolean differs(Parameters edited, int neuron) {
        float[] now = edited.layer(1).kernel().data;
        float[] before = parameters.layer(1).kernel().data;
        // NaN differs from itself and is computed anew, which is right too
        boolean differs = edited.layer(1).bias().data[neuron] != parameters.layer(1).bias().data[neuron];
        for (int i = neuron; i < now.length && !differs; i += edited.layer(1).outputs()) {
            differs = now[i] != before[i];
        }
        return differs;
    }

    /** A network with these neurons alone; its layer_2 is zero. */
    private static Parameters select(Layer layer1, int[] neurons) {
        Parameters selection = Parameters.zeros(Architecture.relu(neurons.length));
        for (int i = 0; i < neurons.length; i++) {
            for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
                selection.layer(1).kernel().set(pixel, i, layer1.kernel().get(pixel, neurons[i]));
            }
            selection.layer(1).bias().data[i] = layer1.bias().data[neurons[i]];
        }
        return selection;
    }

    private static void activate(FMatrixRMaj sums, float[][] activations) {
        transpose(sums, activations);
        for (float[] neuron : activations) {
            for (int i = 0; i < sums.numRows; i++) {
                neuron[i] = Activation.RELU.of(neuron[i]);
            }
        }
    }

    private static void transpose(FMatrixRMaj rows, float[][] columns) {
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.numRows; row++) {
                columns[column][row] = rows.data[row * rows.numCols + column];
            }
        }
    }
}
