package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.explain.WeightedSum.Term;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Network;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;

/**
 * All numbers on the way of one picture through a network, those of {@link Network} to the bit:
 *
 * <pre>
 *   a₀ = x     z_l = a_{l−1}·W_l + b_l     a_l = f(z_l)     p = exp(z_n − max) / Σ exp(z_n − max)
 * </pre>
 */
public final class ForwardTrace {

    private final Parameters parameters;
    /** a_{l−1}: what each layer receives. */
    private final List<float[]> received = new ArrayList<>();
    /** z_l of each layer; of the last one the logits. */
    private final List<float[]> sums = new ArrayList<>();
    private final float[] probabilities;

    private ForwardTrace(byte[] pixels, Parameters parameters) {
        this.parameters = parameters;
        float[] inputs = new float[Dataset.PIXELS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = parameters.inputs().of(pixels[i]);
        }
        received.add(inputs);
        Network network = new Network(parameters, 1);
        network.forward(Dataset.builder("picture", 1).add(pixels, 0).build(), new int[] {0}, 0, 1);
        for (int number = 1; number <= parameters.depth(); number++) {
            float[] z = network.sums(number).data.clone();
            sums.add(z);
            if (number < parameters.depth()) {
                received.add(activations(parameters.layer(number).activation(), z));
            }
        }
        network.loss();
        probabilities = network.probabilities().data.clone();
    }

    private static float[] activations(Activation activation, float[] sums) {
        float[] activations = new float[sums.length];
        for (int j = 0; j < sums.length; j++) {
            activations[j] = activation.of(sums[j]);
        }
        return activations;
    }

    /** @param pixels 784 grey values, row by row */
    public static ForwardTrace of(byte[] pixels, Parameters parameters) {
        return new ForwardTrace(pixels, parameters);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** Number of neurons of a hidden layer. */
    public int neurons(int layer) {
        return parameters.hiddenLayers().get(layer - 1).outputs();
    }

    /** x of a pixel, from 0 to 1 or, of a network that is given grey values, to 255. */
    public float input(int pixel) {
        return received.get(0)[pixel];
    }

    /** z of a neuron, its bias included. */
    public float sum(Neuron neuron) {
        return sums.get(neuron.layer() - 1)[neuron.index()];
    }

    /** a of a neuron. */
    public float activation(Neuron neuron) {
        return received.get(neuron.layer())[neuron.index()];
    }

    /** Whether a neuron lets its sum pass; only ReLU ever stops one. */
    public boolean isOn(Neuron neuron) {
        return isOn(neuron.layer(), neuron.index());
    }

    boolean isOn(int layer, int neuron) {
        return parameters.layer(layer).activation() != Activation.RELU || sums.get(layer - 1)[neuron] > 0;
    }

    public float logit(int digit) {
        return sums.get(sums.size() - 1)[digit];
    }

    public float probability(int digit) {
        return probabilities[digit];
    }

    /** The digit with the largest logit; of equal ones the first. */
    public int answer() {
        return Softmax.argMax(sums.get(sums.size() - 1), 0, Dataset.CLASSES);
    }

    /** What keeps the logits from being explained, as a sentence; empty where all are finite. */
    public Optional<String> trouble() {
        boolean infinite = false;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            if (Float.isNaN(logit(digit))) {
                return Optional.of(Softmax.NO_ANSWER);
            }
            infinite |= Float.isInfinite(logit(digit));
        }
        return infinite ? Optional.of("A logit is larger than any number of 32 bits, so its parts do not add up to it.") : Optional.empty();
    }

    /** How z of a neuron comes about: a term for each input that isn't 0. */
    public WeightedSum sumOf(Neuron neuron) {
        return weightedSum(neuron.layer(), neuron.index());
    }

    /** How a logit comes about: a term for each input of the last layer that isn't 0. */
    public WeightedSum logitOf(int digit) {
        return weightedSum(parameters.depth(), digit);
    }

    private WeightedSum weightedSum(int number, int output) {
        Layer layer = parameters.layer(number);
        float[] inputs = received.get(number - 1);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] != 0) {
                terms.add(new Term(i, inputs[i], layer.kernel().get(i, output)));
            }
        }
        return new WeightedSum(terms, layer.bias().data[output], sums.get(number - 1)[output]);
    }
}
