package org.digitscope.evaluation;

import java.util.Optional;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * The place of a single number in a network's parameters.
 *
 * @param layer 1 for layer_1
 * @param isBias whether it is a bias and not a weight
 * @param input for a weight the pixel or neuron that it comes from, for a bias 0
 * @param output the neuron or digit that it goes to
 */
public record ScalarParameter(int layer, boolean isBias, int input, int output) {

    /** @throws IllegalArgumentException for a place that no network has */
    public ScalarParameter {
        if (layer < 1 || input < 0 || output < 0 || isBias && input > 0) {
            throw new IllegalArgumentException("layers are counted from 1, a parameter's input and output from 0, and a bias has no input, not "
                    + layer + ", " + input + " and " + output);
        }
    }

    public static ScalarParameter weight(int layer, int input, int output) {
        return new ScalarParameter(layer, false, input, output);
    }

    public static ScalarParameter bias(int layer, int output) {
        return new ScalarParameter(layer, true, 0, output);
    }

    /** "weight" or "bias". */
    public String kind() {
        return isBias ? "bias" : "weight";
    }

    /** Whether these parameters have such a place. */
    public boolean isIn(Parameters parameters) {
        return layer <= parameters.depth() && matrix(parameters).isInBounds(input, output);
    }

    /** Whether it is a weight or bias of an output digit, or of a hidden neuron. */
    public boolean isInLast(Parameters parameters) {
        return layer == parameters.depth();
    }

    /** The hidden neuron that it belongs to: the one that it goes to, in the last layer the one that a weight comes from. */
    public Optional<Neuron> neuron(Parameters parameters) {
        if (!isInLast(parameters)) {
            return Optional.of(new Neuron(layer, output));
        }
        return isBias || layer == 1 ? Optional.empty() : Optional.of(new Neuron(layer - 1, input));
    }

    /** Its tensor's place in {@link Parameters#tensors}. */
    public int tensor() {
        return 2 * (layer - 1) + (isBias ? 1 : 0);
    }

    /** @throws IndexOutOfBoundsException when these parameters have no such place */
    public float get(Parameters parameters) {
        return matrix(parameters).get(input, output);
    }

    /**
     * A copy of the parameters that differs in this number.
     *
     * @throws IndexOutOfBoundsException when these parameters have no such place
     */
    public Parameters with(Parameters parameters, float value) {
        Parameters edited = parameters.copy();
        matrix(edited).set(input, output, value);
        return edited;
    }

    private FMatrixRMaj matrix(Parameters parameters) {
        return isBias ? parameters.layer(layer).bias() : parameters.layer(layer).kernel();
    }
}
