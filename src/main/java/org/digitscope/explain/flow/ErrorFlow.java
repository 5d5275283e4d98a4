package org.digitscope.explain.flow;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;

/**
 * What flows backward through a network: the error of its answers to some pictures, on average over them, and the gradient of their
 * mean loss that comes of it (Rumelhart, Hinton and Williams 1986):
 *
 * <pre>
 *   δ_n = p − onehot(label)     part of k in j = W_{l+1}[j][k]·δ_{l+1,k}     e_l[j] = Σ_k part     δ_l = e_l ⊙ f′(z_l)
 *   ∂W_l = a_{l−1}ᵀ·δ_l         ∂b_l = δ_l
 * </pre>
 *
 * <p>The mean of δ_l is the gradient of the bias, and what goes back is linear in it, so the gradient holds all of this.
 */
public final class ErrorFlow {

    /** Pictures computed at a time. */
    private static final int BLOCK = 256;

    private final Parameters network;
    private final Parameters gradient;

    private ErrorFlow(Parameters network, Parameters gradient) {
        this.network = network;
        this.gradient = gradient;
    }

    /** @param images positions in {@code data}, at least one, of pictures with labels */
    public static ErrorFlow of(Parameters network, Dataset data, int... images) {
        Parameters gradient = network.zeros();
        Network pass = new Network(network, Math.min(BLOCK, images.length));
        for (int from = 0; from < images.length; from += BLOCK) {
            pass.forward(data, images, from, Math.min(images.length, from + BLOCK));
            pass.loss();
            pass.addGradient(gradient, images.length);
        }
        return new ErrorFlow(network, gradient);
    }

    /** Of the mean loss, without any penalty. */
    public Parameters gradient() {
        return gradient;
    }

    /** Mean of p − onehot(label) of a digit, or δ of a neuron: what of its error passes its activation. */
    public double error(int layer, int output) {
        return gradient.layer(layer).bias().data[output];
    }

    /** ∂W of a connection. Of several pictures it is the mean of a·δ, not the product of their means. */
    public double gradient(int layer, int from, int to) {
        return gradient.layer(layer).kernel().get(from, to);
    }

    /** ∂W of each pixel into a neuron of layer_1. */
    public double[] pixelsOf(int neuron) {
        double[] weights = new double[network.layer(1).inputs()];
        Arrays.setAll(weights, pixel -> gradient(1, pixel, neuron));
        return weights;
    }

    /** What comes back to a neuron of a hidden layer, before its activation lets it pass or not. */
    public double arriving(int layer, int neuron) {
        double sum = 0;
        for (int to = 0; to < network.layer(layer + 1).outputs(); to++) {
            sum += part(layer + 1, neuron, to);
        }
        return sum;
    }

    /** What comes back from {@code to} of a layer to what it receives from {@code from}: the weight times the error. */
    public double part(int layer, int from, int to) {
        return network.layer(layer).kernel().get(from, to) * error(layer, to);
    }
}
