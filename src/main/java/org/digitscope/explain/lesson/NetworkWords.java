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
    static final Neuron FIRST = new Neuron(1, 0);

    private NetworkWords() {
    }

    static Map<String, String> of(Parameters network) {
        int depth = network.depth();
        List<Integer> sizes = network.architecture().sizes();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("structure", "The network has " + COUNTS.get(depth - 1) + ". " + IntStream.rangeClosed(1, depth)
                .mapToObj(layer -> layer(sizes, layer)).collect(Collectors.joining(" ")));
        words.put("count", IntStream.rangeClosed(1, depth).mapToObj(layer -> String.format(Locale.ROOT, "%d · %d + %d in layer_%d",
                sizes.get(layer - 1), sizes.get(layer), sizes.get(layer), layer)).collect(Collectors.joining(", ", "Weights and biases: ", "")));
        words.put("layerNames", depth == 1 ? "the only layer is called layer_1" : "the layers are called " + IntStream.rangeClosed(1, depth)
                .mapToObj(layer -> (layer == 1 ? "" : layer == depth ? " and " : ", ") + "layer_" + layer).collect(Collectors.joining()));
        words.put("tensors", String.valueOf(2 * depth));
        words.put("tensorsWhy", IntStream.rangeClosed(1, depth).mapToObj(layer -> (layer == 1 ? "A" : "a") + " kernel and a bias in layer_" + layer)
                .collect(Collectors.joining(", ")));
        List<String> hidden = network.architecture().hidden().stream().map(String::valueOf).toList();
        words.put("hidden", enumerated(hidden));
        words.put("hiddenLayers", String.valueOf(hidden.size()));
        words.put("laterKernels", enumerated(IntStream.rangeClosed(2, depth).mapToObj(layer -> weights(sizes, layer)).toList()));
        words.put("laterProducts", enumerated(IntStream.rangeClosed(2, depth).mapToObj(layer -> String.format(Locale.ROOT,
                "%d · %d = %s in layer_%d", sizes.get(layer - 1), sizes.get(layer), weights(sizes, layer), layer)).toList()));
        words.put("lastLayer", "layer_" + depth);
        words.put("lastSource", depth == 1 ? "one pixel" : "one neuron of layer_" + (depth - 1));
        return words;
    }

    /** What the first layer makes of its first sum; the logit itself where it is the only layer. */
    static String passed(ForwardTrace trace) {
        return String.valueOf(trace.parameters().depth() == 1 ? trace.sum(FIRST) : trace.activation(FIRST));
    }

    private static String layer(List<Integer> sizes, int layer) {
        boolean isLast = layer == sizes.size() - 1;
        boolean isOne = sizes.get(layer) == 1;
        String size = isLast ? "ten neurons, one for each digit" : isOne ? "1 neuron" : sizes.get(layer) + " neurons";
        int inputs = sizes.get(layer - 1);
        String looks = layer == 1 ? "all 784 pixels" : (inputs == 1 ? "the one number that comes" : "the " + inputs + " numbers that come")
                + " out of layer_" + (layer - 1);
        return "layer_" + layer + " has " + size + "; " + (isOne ? "it" : "each") + " looks at " + looks + ".";
    }

    private static String weights(List<Integer> sizes, int layer) {
        return String.format(Locale.ROOT, "%,d", sizes.get(layer - 1) * sizes.get(layer));
    }

    /** Such as "64, 32 and 16". */
    private static String enumerated(List<String> all) {
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
