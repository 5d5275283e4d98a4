package org.digitscope.plot.network;

/** What the curves of the picture show. */
public interface NetworkValues {

    /** Whether there is anything to show from the pixels to the neurons. */
    boolean hasBands();

    /** Of all pixels together to a neuron of layer_1. */
    double band(int neuron);

    /**
     * Of a connection of a later layer.
     *
     * @param layer whose weight it is, at least 2
     */
    double connection(int layer, int from, int to);
}
