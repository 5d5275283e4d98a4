package org.digitscope.files.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;

/**
 * Recognizes the four tensors of a 784 → h → 10 network by their shapes and names, whatever they are called. PyTorch keeps kernels
 * transposed, (outputs, inputs), and calls them weight; Keras keeps them as they are here and calls them kernel. Biases can be rows or
 * columns of a matrix. Nothing else may be there that could take part in the computation.
 */
final class NamedTensors {

    private static final String EXPECTED = "; expected a network 784 → h → 10 with h from 1 to 512: two kernels and two biases";

    /** The largest tensor's. */
    static final int MOST_VALUES = Dataset.PIXELS * Architecture.MAX_NEURONS;

    private static final int SHOWN = 8;
    private static final int MOST_LENGTHS = 6;
    private static final String BIAS = "(?i)(b_?\\d*|.*(bias|intercept).*)";
    /** Single numbers that say how a training went; any other may take part in what the network computes. */
    private static final String COUNTERS = "(?i)num_batches_tracked|(global_?)?steps?|epochs?|iterations?|seed|version|"
            + "((best|val|test|train)_?)*(acc|accuracy|loss)|lr|learning_rate";

    private final String file;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> others;
    private final List<String> notices = new ArrayList<>();

    /** @param others what the file holds besides, which was not read: shapes and types by name */
    NamedTensors(String file, Map<String, Tensor> tensors, Map<String, String> others) {
        this.file = file;
        this.tensors = tensors;
        this.others = others;
    }

    ImportedNetwork network() throws UnreadableFileException {
        List<Map.Entry<String, Tensor>> left = new ArrayList<>(tensors.entrySet());
        Map.Entry<String, Tensor> first = only(left.stream().filter(entry -> shape(entry).size() == 2
                && shape(entry).contains(Dataset.PIXELS)).toList());
        left.remove(first);
        int hidden = first.getValue().values().length / Dataset.PIXELS;
        if (hidden < 1 || hidden > Architecture.MAX_NEURONS) {
            throw refusal();
        }
        Map.Entry<String, Tensor> second = second(left, hidden);
        List<String> kernels = tensors.keySet().stream().filter(List.of(first.getKey(), second.getKey())::contains).toList();
        left.remove(second);
        boolean transposed = isTransposed(first, Dataset.PIXELS, hidden);
        Parameters parameters = Parameters.zeros(Architecture.relu(hidden));
        fill(parameters.layer(1).kernel().data, first.getValue(), Dataset.PIXELS, hidden, transposed);
        fill(parameters.layer(2).kernel().data, second.getValue(), hidden, Dataset.CLASSES,
                hidden == Dataset.CLASSES ? transposed : isTransposed(second, hidden, Dataset.CLASSES));
        Map.Entry<String, Tensor> firstBias = bias(left, first, hidden, kernels.indexOf(first.getKey()));
        Map.Entry<String, Tensor> secondBias = bias(left, second, Dataset.CLASSES, kernels.indexOf(second.getKey()));
        left.removeAll(List.of(firstBias, secondBias));
        fill(parameters.layer(1).bias().data, firstBias.getValue(), 1, hidden, false);
        fill(parameters.layer(2).bias().data, secondBias.getValue(), 1, Dataset.CLASSES, false);
        leaveAside(left);
        if (transposed) {
            notices.add("The kernels are transposed, as PyTorch keeps them (" + first.getKey() + " " + shape(first) + "); they were turned.");
        }
        if (!first.getKey().equals("layer_1.kernel")) {
            notices.add(first.getKey() + " was taken for layer_1's kernel, " + second.getKey() + " for layer_2's.");
        }
        return new ImportedNetwork(parameters, notices);
    }

    private static List<Integer> shape(Map.Entry<String, Tensor> entry) {
        return entry.getValue().shape();
    }

    /** A shape for a sentence. */
    static String text(List<Integer> shape) {
        return shape.size() <= MOST_LENGTHS ? shape.toString() : "of " + shape.size() + " dimensions";
    }

    private Map.Entry<String, Tensor> only(List<Map.Entry<String, Tensor>> found) throws UnreadableFileException {
        if (found.size() != 1) {
            throw refusal();
        }
        return found.get(0);
    }

    /** With one hidden neuron a bias that is a row or column has the same shape as the kernel, and the name decides. */
    private Map.Entry<String, Tensor> second(List<Map.Entry<String, Tensor>> left, int hidden) throws UnreadableFileException {
        List<Map.Entry<String, Tensor>> fitting = left.stream().filter(entry -> shape(entry).equals(List.of(hidden, Dataset.CLASSES))
                || shape(entry).equals(List.of(Dataset.CLASSES, hidden))).toList();
        return only(fitting.size() < 2 ? fitting : fitting.stream().filter(entry -> !part(entry).matches(BIAS)).toList());
    }

    /** Where both readings fit the shape, as with 784 neurons, the name decides. */
    private static boolean isTransposed(Map.Entry<String, Tensor> kernel, int inputs, int outputs) {
        return shape(kernel).equals(List.of(outputs, inputs)) && (inputs != outputs || kernel.getKey().endsWith("weight"));
    }

    /**
     * The bias of a kernel: of the right length and, of two such, the one of the same layer by its name, or else the one that stands at
     * the kernel's place among its like.
     */
    private Map.Entry<String, Tensor> bias(List<Map.Entry<String, Tensor>> left, Map.Entry<String, Tensor> kernel, int length, int place)
            throws UnreadableFileException {
        List<Map.Entry<String, Tensor>> fitting = left.stream().filter(entry -> entry.getValue().values().length == length
                && shape(entry).contains(length) && shape(entry).size() <= 2 && !part(entry).matches(COUNTERS)).toList();
        List<Map.Entry<String, Tensor>> named = fitting.stream().filter(entry -> layer(entry).equals(layer(kernel))).toList();
        if (fitting.size() == 2 && named.size() != 1) {
            return fitting.get(place);
        }
        return only(fitting.size() == 1 ? fitting : named);
    }

    /** The name without its last part: "0" of "0.weight", "layers/dense/vars" of "layers/dense/vars/1". */
    private static String layer(Map.Entry<String, Tensor> entry) {
        return entry.getKey().replaceFirst("[./_]?[^./_]*$", "");
    }

    private static String part(Map.Entry<String, ?> entry) {
        return entry.getKey().replaceFirst("^.*[./]", "");
    }

    private void leaveAside(List<Map.Entry<String, Tensor>> left) throws UnreadableFileException {
        List<String> aside = Stream.concat(left.stream().filter(entry -> entry.getValue().values().length == 1),
                others.entrySet().stream().filter(entry -> entry.getValue().startsWith("[]") || entry.getValue().startsWith("[1]")))
                .filter(entry -> part(entry).matches(COUNTERS)).map(Map.Entry::getKey).toList();
        if (aside.size() < left.size() + others.size()) {
            throw refusal();
        }
        if (!aside.isEmpty()) {
            notices.add(String.join(", ", aside) + " says nothing of what the network computes and was left aside.");
        }
    }

    private void fill(float[] target, Tensor source, int rows, int columns, boolean transposed) {
        for (int i = 0; i < target.length; i++) {
            target[i] = source.values()[transposed ? i % columns * rows + i / columns : i];
        }
    }

    private UnreadableFileException refusal() {
        List<String> all = Stream.concat(tensors.entrySet().stream().map(entry -> StrictJson.quote(entry.getKey()) + " " + text(shape(entry))),
                others.entrySet().stream().map(entry -> StrictJson.quote(entry.getKey()) + " " + entry.getValue())).toList();
        String found = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new UnreadableFileException(file, "holds " + (all.isEmpty() ? "no tensors" : found
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "")) + EXPECTED);
    }
}
