package org.digitscope.evaluation;

import java.util.Objects;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;

/**
 * The place of a single number in a network's parameters.
 *
 * @param tensor the tensor that holds it
 * @param input for a weight the pixel (layer_1) or neuron (layer_2) that it comes from, for a bias 0
 * @param output the neuron (layer_1) or digit (layer_2) that it goes to
 */
public record ScalarParameter(Tensor tensor, int input, int output) {

    /** The four tensors, in the order of {@link Parameters#tensors}. */
    public enum Tensor {
        LAYER_1_KERNEL, LAYER_1_BIAS, LAYER_2_KERNEL, LAYER_2_BIAS
    }

    /** @throws IllegalArgumentException for a negative place */
    public ScalarParameter {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("a parameter's input and output are counted from 0, not " + input + " and " + output);
        }
    }

    public static ScalarParameter layer1Weight(int pixel, int neuron) {
        return new ScalarParameter(Tensor.LAYER_1_KERNEL, Objects.checkIndex(pixel, Dataset.PIXELS), neuron);
    }

    public static ScalarParameter layer1Bias(int neuron) {
        return new ScalarParameter(Tensor.LAYER_1_BIAS, 0, neuron);
    }

    public static ScalarParameter layer2Weight(int neuron, int digit) {
        return new ScalarParameter(Tensor.LAYER_2_KERNEL, neuron, Objects.checkIndex(digit, Dataset.CLASSES));
    }

    public static ScalarParameter layer2Bias(int digit) {
        return new ScalarParameter(Tensor.LAYER_2_BIAS, 0, Objects.checkIndex(digit, Dataset.CLASSES));
    }

    public boolean isBias() {
        return tensor == Tensor.LAYER_1_BIAS || tensor == Tensor.LAYER_2_BIAS;
    }

    public boolean isInLayer1() {
        return tensor == Tensor.LAYER_1_KERNEL || tensor == Tensor.LAYER_1_BIAS;
    }

    /** Whether these parameters have such a place. */
    public boolean isIn(Parameters parameters) {
        return parameters.tensors().get(tensor.ordinal()).matrix().isInBounds(input, output);
    }

    /** @throws IndexOutOfBoundsException when these parameters have no such place */
    public float get(Parameters parameters) {
        return parameters.tensors().get(tensor.ordinal()).matrix().get(input, output);
    }

    /**
     * A copy of the parameters that differs in this number.
     *
     * @throws IndexOutOfBoundsException when these parameters have no such place
     */
    public Parameters with(Parameters parameters, float value) {
        Parameters edited = parameters.copy();
        edited.tensors().get(tensor.ordinal()).matrix().set(input, output, value);
        return edited;
    }
}
