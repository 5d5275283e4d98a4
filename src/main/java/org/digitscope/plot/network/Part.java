package org.digitscope.plot.network;

import org.digitscope.network.Parameters;

/** Something in the picture that can be pointed at. */
public sealed interface Part {

    /** The layer that it belongs to, 1 for layer_1. */
    int layer();

    /**
     * Whether a connection begins, ends or is here.
     *
     * @param into whose weight it is
     */
    boolean touches(int into, int from, int to);

    /** Whether a network has it. */
    boolean isIn(Parameters network);

    /** A neuron or, in the last layer, a digit. */
    record Unit(int layer, int index) implements Part {

        @Override
        public boolean touches(int into, int from, int to) {
            return into == layer && to == index || into == layer + 1 && from == index;
        }

        @Override
        public boolean isIn(Parameters network) {
            return layer <= network.depth() && index < network.layer(layer).outputs();
        }
    }

    /** A connection from a neuron of the layer before. */
    record Link(int layer, int from, int to) implements Part {

        @Override
        public boolean touches(int into, int source, int target) {
            return into == layer && source == from && target == to;
        }

        @Override
        public boolean isIn(Parameters network) {
            return layer <= network.depth() && from < network.layer(layer).inputs() && to < network.layer(layer).outputs();
        }
    }
}
