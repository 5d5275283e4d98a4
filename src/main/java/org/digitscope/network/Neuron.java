package org.digitscope.network;

/**
 * A neuron of a hidden layer.
 *
 * @param layer 1 for layer_1
 * @param index its place in the layer, from 0 on
 */
public record Neuron(int layer, int index) {

    /** @throws IllegalArgumentException for a negative place or no layer */
    public Neuron {
        if (layer < 1 || index < 0) {
            throw new IllegalArgumentException("layers are counted from 1 and neurons from 0, not " + layer + " and " + index);
        }
    }

    /** Whether a network has it. */
    public boolean isIn(Parameters network) {
        return layer < network.depth() && index < network.layer(layer).outputs();
    }
}
