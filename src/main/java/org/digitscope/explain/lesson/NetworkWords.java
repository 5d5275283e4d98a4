package org.digitscope.explain.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** What the chapters say of the network's layers, which may be others than the classic two. */
final class NetworkWords {

    private static final List<String> COUNTS = List.of("one layer", "two layers", "three layers", "four layers", "five layers");

    private NetworkWords() {
    }

    static Map<String, String> of(Parameters network) {
        int depth = network.depth();
        List<Integer> sizes = network.architecture().sizes();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("structure", "The network has " + COUNTS.get(depth - 1) + ". " + IntStream.rangeClosed(1, depth)
                .mapToObj(layer -> layer(sizes, layer)).collect(Collectors.joining(" ")));
        words.put("count", IntStream.rangeClosed(1, depth).mapToObj(layer -> String.format(Locale.ROOT, "%d · %d + %d%s in layer_%d",
                sizes.get(layer - 1), sizes.get(layer), sizes.get(layer), layer == 1 ? " weights and biases" : "", layer))
                .collect(Collectors.joining(", and ")));
        words.put("layerNames", depth == 1 ? "the only layer is called layer_1" : "the layers are called " + IntStream.rangeClosed(1, depth)
                .mapToObj(layer -> (layer == 1 ? "" : layer == depth ? " and " : ", ") + "layer_" + layer).collect(Collectors.joining()));
        words.put("tensors", String.valueOf(2 * depth));
        words.put("tensorsWhy", IntStream.rangeClosed(1, depth).mapToObj(layer -> (layer == 1 ? "A" : "a") + " kernel and a bias in layer_" + layer)
                .collect(Collectors.joining(", ")));
        words.put("lastLayer", "layer_" + depth);
        words.put("lastSource", depth == 1 ? "one pixel" : "one neuron of layer_" + (depth - 1));
        return words;
    }

    /** What becomes of the first neuron's sum. */
    static String passed(ForwardTrace trace) {
        if (trace.parameters().depth() == 1) {
            return "That is the logit of 0.";
        }
        float activation = trace.activation(new Neuron(1, 0));
        return switch (trace.parameters().layer(1).activation()) {
            case RELU -> "Then ReLU asks: is it above 0? If so it passes, else 0 is passed on: " + activation + ".";
            case TANH -> "Then tanh bends it to a number between −1 and 1: " + activation + ".";
            case SIGMOID -> "Then the sigmoid bends it to a number between 0 and 1: " + activation + ".";
            case LINEAR -> "A linear neuron passes it on as it is: " + activation + ".";
        };
    }

    private static String layer(List<Integer> sizes, int layer) {
        boolean isLast = layer == sizes.size() - 1;
        String size = isLast ? "ten neurons, one for each digit" : sizes.get(layer) == 1 ? "1 neuron" : sizes.get(layer) + " neurons";
        String looks = layer == 1 ? "all 784 pixels" : "the " + sizes.get(layer - 1) + " numbers that come out of layer_" + (layer - 1);
        return "layer_" + layer + " has " + size + "; each looks at " + looks + ".";
    }
}
