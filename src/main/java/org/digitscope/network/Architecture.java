package org.digitscope.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;

/**
 * How a network of dense layers is built: 784 inputs → hidden layers → 10 logits.
 *
 * @param hidden neurons of each hidden layer, from the first to the last; may be empty
 * @param activation of all hidden layers; ReLU where there is none
 * @param inputs what it is given for a grey value
 */
public record Architecture(List<Integer> hidden, Activation activation, Inputs inputs) {

    public static final int MAX_HIDDEN_LAYERS = 4;
    /** Neurons of a hidden layer. */
    public static final int MAX_NEURONS = 512;
    /** The classic network, 784 → 20 ReLU → 10. */
    public static final Architecture CLASSIC = relu(20);

    private static final String NONE = "none";
    private static final String EXPECTED = "hidden layers must be up to " + MAX_HIDDEN_LAYERS + " numbers from 1 to " + MAX_NEURONS
            + ", such as \"20\" or \"64, 32\", or none, not ";

    /** @throws IllegalArgumentException for too many layers or neurons, with a sentence */
    public Architecture {
        hidden = List.copyOf(hidden);
        activation = hidden.isEmpty() ? Activation.RELU : activation;
        if (hidden.size() > MAX_HIDDEN_LAYERS || hidden.stream().anyMatch(size -> size < 1 || size > MAX_NEURONS)) {
            throw new IllegalArgumentException(EXPECTED + "\"" + text(hidden) + "\"");
        }
    }

    /** Hidden layers with ReLU. */
    public static Architecture relu(Integer... hidden) {
        return new Architecture(List.of(hidden), Activation.RELU, Inputs.SCALED);
    }

    /**
     * Hidden layers as people write them: "20", "64, 32", or "none" or nothing for a network without one.
     *
     * @throws IllegalArgumentException for anything else, with a sentence
     */
    public static List<Integer> parseHidden(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.equalsIgnoreCase(NONE)) {
            return List.of();
        }
        try {
            List<Integer> sizes = Arrays.stream(trimmed.split("\\s*[,;]\\s*|\\s+", -1)).map(Integer::valueOf).toList();
            return relu(sizes.toArray(Integer[]::new)).hidden();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(EXPECTED + "\"" + text + "\"", e);
        }
    }

    /** The hidden layers as {@link #parseHidden} reads them. */
    public String hiddenText() {
        return hidden.isEmpty() ? NONE : text(hidden);
    }

    /** Numbers of inputs, of each layer's outputs: 784, 20, 10. */
    public List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(hidden);
        sizes.add(0, Dataset.PIXELS);
        sizes.add(Dataset.CLASSES);
        return sizes;
    }

    /** Such as "784 → 20 relu → 10 softmax". */
    public String describe() {
        return Dataset.PIXELS + hidden.stream().map(size -> " → " + size + " " + activation).collect(Collectors.joining()) + " → "
                + Dataset.CLASSES + " softmax";
    }

    /** Such as "784 → 20 → 10". */
    @Override
    public String toString() {
        return sizes().stream().map(String::valueOf).collect(Collectors.joining(" → "));
    }

    private static String text(List<Integer> hidden) {
        return hidden.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
