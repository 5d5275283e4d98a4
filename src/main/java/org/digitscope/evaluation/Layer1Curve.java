package org.digitscope.evaluation;

import org.digitscope.network.Layer;
import org.digitscope.network.Activation;

/** A weight or bias of layer_1 changes the activation of one neuron, and with it all ten logits. */
final class Layer1Curve implements Curve {

    private final ScoreCache cache;
    private final Layer layer2;
    private final int neuron;
    private final SumCurve sumCurve;
    private final float[] sums;
    /** The edited neuron's activations for the pictures of the block, shape (points, BLOCK). */
    private final float[][] edited;
    /** b₂ and the neurons before the edited one. */
    private final LogitBlock before;
    private float[][] activations;

    Layer1Curve(ScoreCache cache, ScalarParameter parameter, float[] values) {
        this.cache = cache;
        layer2 = cache.parameters().layer(2);
        neuron = parameter.output();
        sumCurve = new SumCurve(cache, parameter, values);
        sums = new float[values.length];
        edited = new float[values.length][ForwardPass.BLOCK];
        before = new LogitBlock(cache);
    }

    @Override
    public void start(int block) {
        activations = cache.activations(block);
        before.start(block, layer2);
        before.add(activations, layer2, 0, neuron);
        for (int i = 0; i < cache.size(block); i++) {
            sumCurve.compute(block * ForwardPass.BLOCK + i, sums);
            for (int point = 0; point < sums.length; point++) {
                edited[point][i] = Activation.RELU.of(sums[point]);
            }
        }
    }

    @Override
    public void logits(int point, LogitBlock z) {
        z.set(before);
        z.add(edited[point], layer2, neuron);
        z.add(activations, layer2, neuron + 1, activations.length);
    }
}
