package org.digitscope.files.networks;

import org.digitscope.network.Layer;

/** y = scale·x + offset for each number; beside a layer, which is linear too, it can be made a part of it. */
record Affine(double scale, double offset) {

    static final Affine NOTHING = new Affine(1, 0);

    private static final double ROUNDING = 1e-6;

    /** This one and then another. */
    Affine then(Affine next) {
        return new Affine(scale * next.scale, offset * next.scale + next.offset);
    }

    /** Whether it changes nothing but for rounding, as 255 · (1/255) does. */
    boolean isNothing() {
        return Math.abs(scale - 1) < ROUNDING && Math.abs(offset) < ROUNDING;
    }

    /** The layer that takes x where the given one takes y: W′ = scale·W and b′ = b + offset·Σ W. */
    Layer before(Layer layer) {
        Layer folded = Layer.zeros(layer.inputs(), layer.outputs(), layer.activation());
        for (int output = 0; output < layer.outputs(); output++) {
            double sum = 0;
            for (int input = 0; input < layer.inputs(); input++) {
                float weight = layer.kernel().get(input, output);
                sum += weight;
                folded.kernel().set(input, output, (float) (scale * weight));
            }
            folded.bias().data[output] = (float) (layer.bias().data[output] + offset * sum);
        }
        return folded;
    }

    /** The layer that gives y where the given one gives x: W′ = scale·W and b′ = scale·b + offset. */
    Layer after(Layer layer) {
        Layer folded = Layer.zeros(layer.inputs(), layer.outputs(), layer.activation());
        for (int i = 0; i < folded.kernel().data.length; i++) {
            folded.kernel().data[i] = (float) (scale * layer.kernel().data[i]);
        }
        for (int output = 0; output < layer.outputs(); output++) {
            folded.bias().data[output] = (float) (scale * layer.bias().data[output] + offset);
        }
        return folded;
    }
}
