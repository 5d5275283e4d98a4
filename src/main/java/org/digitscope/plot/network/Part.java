package org.digitscope.plot.network;

import org.digitscope.network.Parameters;

/** Something in the picture that can be pointed at. */
public sealed interface Part {

    /** The layer that it belongs to, 1 for layer_1. */
    int layer();

    /** Whether a connection begins, ends or is here. */
    boolean touches(Connection connection);

    /** Whether a network has it. */
    boolean isIn(Parameters network);

    /** A neuron or, in the last layer, a digit. */
    record Unit(int layer, int index) implements Part {

        @Override
        public boolean touches(Connection connection) {
            return connection.layer() == layer && connection.to() == index || connection.layer() == layer + 1 && connection.from() == index;
        }

        @Override
        public boolean isIn(Parameters network) {
            return layer <= network.depth() && index < network.layer(layer).outputs();
        }
    }

    /** A connection from a neuron of the layer before. */
    record Link(int layer, int from, int to) implements Part {

        @Override
        public boolean touches(Connection connection) {
            return connection.layer() == layer && connection.from() == from && connection.to() == to;
        }

        @Override
        public boolean isIn(Parameters network) {
            return layer <= network.depth() && from < network.layer(layer).inputs() && to < network.layer(layer).outputs();
        }
    }
}
