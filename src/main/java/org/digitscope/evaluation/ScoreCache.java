package org.digitscope.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * What a network computes on the way to its answers, kept for all pictures of a data set: the activations of the hidden layers,
 * the logits, the answers and the losses. Built with a {@link ForwardPass}; 54 bytes and 4 for each neuron a picture.
 *
 * <p>The pictures of a block lie side by side, in an array of {@link ForwardPass#BLOCK} numbers for each neuron or digit:
 * with one index for all arrays of a loop the compiler uses vectors. The last block is filled up with zeros. Immutable by
 * agreement: the arrays that it hands out are only read.
 */
final class ScoreCache {

    private final Parameters parameters;
    private final Dataset data;
    private final Evaluation evaluation;
    /** A_l of the hidden layers, shape (layers, blocks, neurons, BLOCK). */
    private final float[][][][] activations;
    /** Z_n, shape (blocks, 10, BLOCK). */
    private final float[][][] logits;

    /** @param parameters copied */
    ScoreCache(Parameters parameters, Dataset data) {
        this.parameters = parameters.copy();
        this.data = data;
        int blocks = ForwardPass.blocks(data);
        activations = parameters.hiddenLayers().stream().map(layer -> new float[blocks][layer.outputs()][ForwardPass.BLOCK])
                .toArray(float[][][][]::new);
        logits = new float[blocks][Dataset.CLASSES][ForwardPass.BLOCK];
        Evaluation.Builder builder = new Evaluation.Builder(data.size());
        ForwardPass.run(parameters, data, (block, network, output) -> {
            SumBlock.transpose(output, logits[block]);
            for (int number = 1; number < parameters.depth(); number++) {
                activate(parameters.layer(number), network.sums(number), activations[number - 1][block]);
            }
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

    /** A of a hidden layer in a block, shape (neurons, BLOCK). */
    float[][] activations(int number, int block) {
        return activations[number - 1][block];
    }

    /** Z_n in a block, shape (10, BLOCK). */
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
     * The activations of layer_1 that another network of the same architecture has, shape (blocks, neurons, BLOCK): a network of
     * only the neurons whose weights or bias differ computes theirs; the rest are this cache's own.
     */
    float[][][] firstActivations(Parameters edited) {
        int[] changed = IntStream.range(0, edited.layer(1).outputs()).filter(neuron -> differs(edited, neuron)).toArray();
        if (changed.length == 0) {
            return activations[0];
        }
        float[][][] result = new float[blocks()][][];
        ForwardPass.run(select(edited, changed), data, (block, network, output) -> {
            float[][] fresh = new float[changed.length][ForwardPass.BLOCK];
            activate(edited.layer(1), network.sums(1), fresh);
            result[block] = activations[0][block].clone();
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

    /** A network with these neurons alone in its only hidden layer; its last layer is zero. */
    private static Parameters select(Parameters network, int[] neurons) {
        Layer first = network.layer(1);
        Layer some = Layer.zeros(first.inputs(), neurons.length, first.activation());
        for (int i = 0; i < neurons.length; i++) {
            for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
                some.kernel().set(pixel, i, first.kernel().get(pixel, neurons[i]));
            }
            some.bias().data[i] = first.bias().data[neurons[i]];
        }
        return new Parameters(List.of(some, Layer.zeros(neurons.length, Dataset.CLASSES, Activation.LINEAR)),
                network.inputs());
    }

    private static void activate(Layer layer, FMatrixRMaj sums, float[][] activations) {
        SumBlock.transpose(sums, activations);
        for (float[] neuron : activations) {
            for (int i = 0; i < sums.numRows; i++) {
                neuron[i] = layer.activation().of(neuron[i]);
            }
        }
    }
}
