package org.digitscope.files.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.network.Parameters;

/**
 * Recognizes the four tensors of a 784 → h → 10 network by their shapes and names, whatever they are called. PyTorch keeps kernels
 * transposed, (outputs, inputs), and calls them weight; Keras keeps them as they are here and calls them kernel.
 */
final class NamedTensors {

    private static final String EXPECTED = "; expected a network 784 → h → 10 with h from 1 to 512: two kernels and two biases";

    /** The largest tensor's. */
    static final int MOST_VALUES = Dataset.PIXELS * Parameters.MAX_HIDDEN;

    private final String file;
    private final Map<String, Tensor> tensors;
    private final List<String> notices = new ArrayList<>();

    NamedTensors(String file, Map<String, Tensor> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    ImportedNetwork network() throws UnreadableFileException {
        List<Map.Entry<String, Tensor>> matrices = ofRank(2);
        List<Map.Entry<String, Tensor>> vectors = ofRank(1);
        if (matrices.size() != 2 || vectors.size() != 2 || tensors.size() != 4) {
            throw refusal();
        }
        Map.Entry<String, Tensor> first = matrices.stream().filter(entry -> entry.getValue().shape().contains(Dataset.PIXELS)).findFirst()
                .orElseThrow(this::refusal);
        Map.Entry<String, Tensor> second = matrices.get(matrices.get(0) == first ? 1 : 0);
        int hidden = first.getValue().values().length / Dataset.PIXELS;
        boolean fits = hidden >= 1 && hidden <= Parameters.MAX_HIDDEN && second.getValue().shape().contains(hidden)
                && second.getValue().values().length == hidden * Dataset.CLASSES;
        if (!fits) {
            throw refusal();
        }
        boolean transposed = isTransposed(first, Dataset.PIXELS, hidden);
        Parameters parameters = Parameters.zeros(hidden);
        fill(parameters.layer1().kernel().data, first.getValue(), Dataset.PIXELS, hidden, transposed);
        fill(parameters.layer2().kernel().data, second.getValue(), hidden, Dataset.CLASSES,
                hidden == Dataset.CLASSES ? transposed : isTransposed(second, hidden, Dataset.CLASSES));
        fill(parameters.layer1().bias().data, bias(first, hidden), 1, hidden, false);
        fill(parameters.layer2().bias().data, bias(second, Dataset.CLASSES), 1, Dataset.CLASSES, false);
        if (transposed) {
            notices.add("The kernels are transposed, as PyTorch keeps them (" + first.getKey() + " " + first.getValue().shape()
                    + "); they were turned.");
        }
        if (!first.getKey().equals("layer_1.kernel")) {
            notices.add(first.getKey() + " was taken for layer_1's kernel, " + second.getKey() + " for layer_2's.");
        }
        return new ImportedNetwork(parameters, notices);
    }

    private List<Map.Entry<String, Tensor>> ofRank(int rank) {
        return tensors.entrySet().stream().filter(entry -> entry.getValue().shape().size() == rank).toList();
    }

    /** Where both readings fit the shape, as with 784 neurons, the name decides. */
    private static boolean isTransposed(Map.Entry<String, Tensor> kernel, int inputs, int outputs) {
        List<Integer> shape = kernel.getValue().shape();
        return shape.equals(List.of(outputs, inputs)) && (inputs != outputs || kernel.getKey().endsWith("weight"));
    }

    /**
     * The bias of a kernel: of the right length and, of two such, the one of the same layer by its name, or else the one that stands at
     * the kernel's place among its like.
     */
    private Tensor bias(Map.Entry<String, Tensor> kernel, int length) throws UnreadableFileException {
        List<Map.Entry<String, Tensor>> fitting = ofRank(1).stream().filter(entry -> entry.getValue().values().length == length).toList();
        List<Map.Entry<String, Tensor>> named = fitting.stream().filter(entry -> layer(entry).equals(layer(kernel))).toList();
        if (fitting.isEmpty()) {
            throw refusal();
        }
        return fitting.size() == 1 ? fitting.get(0).getValue() : named.size() == 1 ? named.get(0).getValue()
                : fitting.get(ofRank(2).indexOf(kernel)).getValue();
    }

    /** The name without its last part: "0" of "0.weight", "layers/dense/vars" of "layers/dense/vars/1". */
    private static String layer(Map.Entry<String, Tensor> entry) {
        return entry.getKey().replaceFirst("[./_]?[^./_]*$", "");
    }

    private void fill(float[] target, Tensor source, int rows, int columns, boolean transposed) throws UnreadableFileException {
        if (source.values().length != target.length) {
            throw refusal();
        }
        for (int i = 0; i < target.length; i++) {
            target[i] = source.values()[transposed ? i % columns * rows + i / columns : i];
        }
    }

    private UnreadableFileException refusal() {
        String found = tensors.entrySet().stream().limit(8).map(entry -> entry.getKey() + " " + entry.getValue().shape())
                .collect(Collectors.joining(", "));
        return new UnreadableFileException(file, "holds " + (found.isEmpty() ? "no tensors" : found + (tensors.size() > 8 ? " and more" : ""))
                + EXPECTED);
    }
}
