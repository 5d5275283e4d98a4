package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.WeightedSum.Term;
import org.digitscope.network.Layer;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Activation;
import org.digitscope.network.Softmax;

/**
 * All numbers on the way of one picture through a network, those of {@link Network} to the bit:
 *
 * <pre>
 *   x = pixel / 255     z₁ = x·W₁ + b₁     a = max(0, z₁)     z₂ = a·W₂ + b₂     p = exp(z₂ − max) / Σ exp(z₂ − max)
 * </pre>
 */
public final class ForwardTrace {

    private final Parameters parameters;
    private final float[] inputs = new float[Dataset.PIXELS];
    private final float[] sums;
    private final float[] activations;
    private final float[] logits;
    private final float[] probabilities;

    private ForwardTrace(byte[] pixels, Parameters parameters) {
        this.parameters = parameters;
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Inputs.SCALED.of(pixels[i]);
        }
        Network network = new Network(parameters, 1);
        logits = network.forward(Dataset.builder("picture", 1).add(pixels, 0).build(), new int[] {0}, 0, 1).data.clone();
        sums = network.sums(1).data.clone();
        activations = sums.clone();
        for (int j = 0; j < activations.length; j++) {
            activations[j] = Activation.RELU.of(activations[j]);
        }
        network.loss();
        probabilities = network.probabilities().data.clone();
    }

    /** @param pixels 784 grey values, row by row */
    public static ForwardTrace of(byte[] pixels, Parameters parameters) {
        return new ForwardTrace(pixels, parameters);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** Number of neurons of layer_1. */
    public int hidden() {
        return sums.length;
    }

    /** x of a pixel, 0 to 1. */
    public float input(int pixel) {
        return inputs[pixel];
    }

    /** z₁ of a neuron, its bias included. */
    public float sum(int neuron) {
        return sums[neuron];
    }

    /** a of a neuron. */
    public float activation(int neuron) {
        return activations[neuron];
    }

    /** Whether a neuron lets its sum pass. */
    public boolean isOn(int neuron) {
        return sums[neuron] > 0;
    }

    public float logit(int digit) {
        return logits[digit];
    }

    public float probability(int digit) {
        return probabilities[digit];
    }

    /** The digit with the largest logit; of equal ones the first. */
    public int answer() {
        return Softmax.argMax(logits, 0, logits.length);
    }

    /** What keeps the logits from being explained, as a sentence; empty where all are finite. */
    public Optional<String> trouble() {
        boolean infinite = false;
        for (float logit : logits) {
            if (Float.isNaN(logit)) {
                return Optional.of(Softmax.NO_ANSWER);
            }
            infinite |= Float.isInfinite(logit);
        }
        return infinite ? Optional.of("A logit is larger than any number of 32 bits, so its parts do not add up to it.") : Optional.empty();
    }

    /** How z₁ of a neuron comes about: a term for each pixel that isn't black. */
    public WeightedSum sumOf(int neuron) {
        return sum(inputs, parameters.layer(1), neuron, sums[neuron]);
    }

    /** How a logit comes about: a term for each neuron that is on. */
    public WeightedSum logitOf(int digit) {
        return sum(activations, parameters.layer(2), digit, logits[digit]);
    }

    private static WeightedSum sum(float[] inputs, Layer layer, int output, float result) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] != 0) {
                terms.add(new Term(i, inputs[i], layer.kernel().get(i, output)));
            }
        }
        return new WeightedSum(terms, layer.bias().data[output], result);
    }
}
