package org.digitscope.explain.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;

/**
 * What flows forward through a network, on average over some pictures. A layer is linear in what it receives, so the means of
 * activations and weights add up to the mean of the sums as those of a single picture do:
 *
 * <pre>
 *   part of i in j  = ā_{l−1,i}·W_l[i][j]        z̄_l[j] = b_l[j] + Σ_i part        ā_l = mean of f(z_l)
 * </pre>
 *
 * <p>Of a single picture all numbers are those of {@link org.digitscope.explain.ForwardTrace}.
 */
public final class Flow {

    /** Pictures computed at a time. */
    private static final int BLOCK = 256;

    private final Parameters network;
    private final int pictures;
    /** ā_{l−1}: what each layer receives. */
    private final List<double[]> received = new ArrayList<>();
    /** z̄_l of each layer. */
    private final List<double[]> sums = new ArrayList<>();
    /** Of each hidden layer's neurons, for how many pictures they let their sum pass. */
    private final List<int[]> passing = new ArrayList<>();
    private final double[] probabilities = new double[Dataset.CLASSES];

    private Flow(Parameters network, Dataset data, int[] images) {
        this.network = network;
        pictures = images.length;
        for (Layer layer : network.layers()) {
            received.add(new double[layer.inputs()]);
            sums.add(new double[layer.outputs()]);
        }
        network.hiddenLayers().forEach(layer -> passing.add(new int[layer.outputs()]));
        Network pass = new Network(network, Math.min(BLOCK, pictures));
        for (int from = 0; from < pictures; from += BLOCK) {
            add(pass, data, images, from, Math.min(pictures, from + BLOCK));
        }
        received.forEach(this::divide);
        sums.forEach(this::divide);
        divide(probabilities);
    }

    /**
     * @param images positions in {@code data}, at least one
     * @throws IllegalArgumentException for none
     */
    public static Flow of(Parameters network, Dataset data, int... images) {
        if (images.length == 0) {
            throw new IllegalArgumentException("without a picture nothing flows");
        }
        return new Flow(network, data, images);
    }

    private void add(Network pass, Dataset data, int[] images, int from, int to) {
        pass.forward(data, images, from, to);
        for (int i = from; i < to; i++) {
            byte[] image = data.image(images[i]);
            for (int pixel = 0; pixel < image.length; pixel++) {
                received.get(0)[pixel] += network.inputs().of(image[pixel]);
            }
        }
        for (int number = 1; number <= network.depth(); number++) {
            float[] z = pass.sums(number).data;
            int outputs = network.layer(number).outputs();
            boolean isHidden = number < network.depth();
            Activation activation = network.layer(number).activation();
            for (int at = 0; at < (to - from) * outputs; at++) {
                sums.get(number - 1)[at % outputs] += z[at];
                if (isHidden) {
                    received.get(number)[at % outputs] += activation.of(z[at]);
                    passing.get(number - 1)[at % outputs] += activation != Activation.RELU || z[at] > 0 ? 1 : 0;
                }
            }
        }
        pass.loss();
        float[] p = pass.probabilities().data;
        for (int at = 0; at < (to - from) * Dataset.CLASSES; at++) {
            probabilities[at % Dataset.CLASSES] += p[at];
        }
    }

    private void divide(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= pictures;
        }
    }

    public Parameters network() {
        return network;
    }

    /** Over how many pictures its numbers are means. */
    public int pictures() {
        return pictures;
    }

    /** Mean x of a pixel. */
    public double input(int pixel) {
        return received.get(0)[pixel];
    }

    /** Mean z of a neuron or, of the last layer, of a logit, the bias included. */
    public double sum(int layer, int output) {
        return sums.get(layer - 1)[output];
    }

    /** What all inputs of a neuron or a logit add to its mean z: the bias left out. */
    public double inputsOf(int layer, int output) {
        return sum(layer, output) - network.layer(layer).bias().data[output];
    }

    /** Mean a of a neuron of a hidden layer. */
    public double activation(int layer, int neuron) {
        return received.get(layer)[neuron];
    }

    /** The share of the pictures for which a neuron of a hidden layer lets its sum pass; only ReLU ever stops one. */
    public double passing(int layer, int neuron) {
        return (double) passing.get(layer - 1)[neuron] / pictures;
    }

    public double logit(int digit) {
        return sum(network.depth(), digit);
    }

    /** Mean probability of a digit. */
    public double probability(int digit) {
        return probabilities[digit];
    }

    /** The digit with the largest mean logit; of equal ones the first. */
    public int answer() {
        double[] logits = sums.get(sums.size() - 1);
        float[] rounded = new float[logits.length];
        for (int digit = 0; digit < logits.length; digit++) {
            rounded[digit] = (float) logits[digit];
        }
        return Softmax.argMax(rounded, 0, Dataset.CLASSES);
    }

    /** What input {@code from} adds to {@code to} of a layer: what it sends times the weight. */
    public double part(int layer, int from, int to) {
        return received.get(layer - 1)[from] * network.layer(layer).kernel().get(from, to);
    }

    /** What each pixel adds to the mean z of a neuron of layer_1. */
    public double[] pixelsOf(int neuron) {
        double[] parts = new double[Dataset.PIXELS];
        Arrays.setAll(parts, pixel -> part(1, pixel, neuron));
        return parts;
    }
}
