package org.digitscope.evaluation;

import org.digitscope.network.Layer;

/** The sums of one output of a layer, for each of several values of its bias or of one of its weights. */
interface Curve {

    /**
     * Computes a block.
     *
     * @param sums modified: shape (values, BLOCK)
     */
    void compute(int block, float[][] sums);

    static Curve of(ScoreCache cache, ScalarParameter parameter, float[] values) {
        return parameter.layer() == 1 ? new PixelCurve(cache, parameter, values) : new NeuronCurve(cache, parameter, values);
    }

    /** Of layer_1: the products of the pixels that aren't black. */
    final class PixelCurve implements Curve {
        private final ScoreCache cache;
        private final SumCurve curve;
        private final float[] sums;

        private PixelCurve(ScoreCache cache, ScalarParameter parameter, float[] values) {
            this.cache = cache;
            curve = new SumCurve(cache, parameter, values);
            sums = new float[values.length];
        }

        @Override
        public void compute(int block, float[][] target) {
            for (int i = 0; i < cache.size(block); i++) {
                curve.compute(block * ForwardPass.BLOCK + i, sums);
                for (int point = 0; point < sums.length; point++) {
                    target[point][i] = sums[point];
                }
            }
        }
    }

    /** Of a later layer: the products of the activations that it receives. */
    final class NeuronCurve implements Curve {
        private final ScoreCache cache;
        private final ScalarParameter parameter;
        private final float[] values;
        private final Layer layer;
        private final SumBlock one = new SumBlock(1);

        private NeuronCurve(ScoreCache cache, ScalarParameter parameter, float[] values) {
            this.cache = cache;
            this.parameter = parameter;
            this.values = values;
            layer = cache.parameters().layer(parameter.layer());
        }

        @Override
        public void compute(int block, float[][] target) {
            float[][] received = cache.activations(parameter.layer() - 1, block);
            int output = parameter.output();
            int edited = parameter.isBias() ? -1 : parameter.input();
            for (int point = 0; point < values.length; point++) {
                one.start(0, parameter.isBias() ? values[point] : layer.bias().data[output]);
                for (int input = 0; input < received.length; input++) {
                    one.add(0, received[input], input == edited ? values[point] : layer.kernel().get(input, output));
                }
                System.arraycopy(one.sums()[0], 0, target[point], 0, ForwardPass.BLOCK);
            }
        }
    }
}
