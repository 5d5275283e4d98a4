package org.digitscope.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact split of one number, a logit or the difference of two, in double. Split by pixel, it is bias + Σ pixels; split by the
 * neurons of a hidden layer, the layer's own {@link ByNeuron#bias} + Σ {@link ByNeuron#parts}. All have the same total.
 *
 * @param bias what remains when the picture is black and the same neurons are on
 * @param pixels 784 parts
 * @param layers the split by the neurons of each hidden layer, from the first on
 */
public record Account(double bias, double[] pixels, List<ByNeuron> layers) {

    /**
     * The split by a layer's neurons.
     *
     * @param bias what the layers behind it add by their biases
     * @param parts one for each neuron, what its own bias adds included; 0 where it is off
     */
    public record ByNeuron(double bias, double[] parts) {

        private ByNeuron minus(ByNeuron other) {
            return new ByNeuron(bias - other.bias, difference(parts, other.parts));
        }
    }

    public Account {
        layers = List.copyOf(layers);
    }

    /** The split by the neurons of a hidden layer, 1 for layer_1. */
    public ByNeuron layer(int number) {
        return layers.get(number - 1);
    }

    /** bias + Σ pixels. */
    public double total() {
        return bias + Arrays.stream(pixels).sum();
    }

    /** Σ of the pixels' parts that are above 0. */
    public double favour() {
        return Arrays.stream(pixels).filter(part -> part > 0).sum();
    }

    /** Σ of the pixels' parts that are below 0. */
    public double against() {
        return Arrays.stream(pixels).filter(part -> part < 0).sum();
    }

    /** What this has more than another: "why this digit and not that one". */
    public Account minus(Account other) {
        return new Account(bias - other.bias, difference(pixels, other.pixels),
                IntStream.range(0, layers.size()).mapToObj(i -> layers.get(i).minus(other.layers.get(i))).toList());
    }

    private static double[] difference(double[] these, double[] those) {
        return IntStream.range(0, these.length).mapToDouble(i -> these[i] - those[i]).toArray();
    }
}
