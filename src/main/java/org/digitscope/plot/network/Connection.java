package org.digitscope.plot.network;

/**
 * A connection between two neighbouring layers, or between the last hidden layer and a digit.
 *
 * @param layer the layer whose weight it is, 1 for layer_1
 * @param from what it comes from: a neuron of the layer before
 * @param to what it leads to
 * @param value what is shown of it, such as activation · weight
 */
public record Connection(int layer, int from, int to, double value) {
}
