package org.digitscope.evaluation;

import org.digitscope.data.Dataset;
import org.digitscope.network.Layer;

/** A weight or bias of layer_2 changes the logits of one digit: z_k = b_k + Σ a_j·w_jk. */
final class Layer2Curve implements Curve {

    private final ScoreCache cache;
    private final Layer layer2;
    private final ScalarParameter parameter;
    private final float[] values;
    private final LogitBlock unchanged;
    private float[][] activations;

    Layer2Curve(ScoreCache cache, ScalarParameter parameter, float[] values) {
        this.cache = cache;
        this.parameter = parameter;
        this.values = values;
        layer2 = cache.parameters().layer(2);
        unchanged = new LogitBlock(cache);
    }

    @Override
    public void start(int block) {
        activations = cache.activations(block);
        unchanged.start(block, layer2);
        unchanged.add(activations, layer2, 0, activations.length);
    }

    @Override
    public void logits(int point, LogitBlock z) {
        int digit = parameter.output();
        int edited = parameter.isBias() ? -1 : parameter.input();
        z.set(unchanged);
        z.start(digit, parameter.isBias() ? values[point] : layer2.bias().data[digit]);
        for (int neuron = 0; neuron < activations.length; neuron++) {
            float weight = neuron == edited ? values[point] : layer2.kernel().data[neuron * Dataset.CLASSES + digit];
            z.add(digit, activations[neuron], weight);
        }
    }
}
