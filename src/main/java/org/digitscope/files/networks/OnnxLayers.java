package org.digitscope.files.networks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.files.StrictJson;
import org.digitscope.files.networks.OnnxGraph.Node;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;

/** Follows a picture through an ONNX model, from node to node by the names of values, and makes layers of what happens to it. */
final class OnnxLayers {

    private static final long BATCH = -1;
    private static final List<List<Long>> PICTURES = List.of(List.of(784L), List.of(1L, 28L, 28L), List.of(28L, 28L, 1L), List.of(28L, 28L));
    /** The types float, float16, double and bfloat16. */
    private static final List<Long> FLOATS = List.of(1L, 10L, 11L, 16L);

    private final OnnxGraph graph;
    private final OnnxConstants constants;
    private final List<Layer> layers = new ArrayList<>();
    private final Set<Node> passed = new HashSet<>();
    /** How many pictures the model is for; −1 for any number. */
    private final long batch;
    private Affine input = Affine.NOTHING;
    /** What can still be done to the last layer's sums. */
    private boolean open;
    private boolean isSoftmax;
    /** Of the value at hand. */
    private List<Long> shape;

    OnnxLayers(OnnxGraph graph, OnnxConstants constants) throws IOException {
        this.graph = graph;
        this.constants = constants;
        shape = graph.input().shape();
        if (shape.size() < 2 || !PICTURES.contains(shape.subList(1, shape.size()))) {
            throw graph.refusal("has an input " + StrictJson.quote(graph.input().name()) + " of shape " + NamedTensor.text(shape) + ", not (N, 784), (N, 1, 28, 28), (N, 28, 28, 1) or (N, 28, 28)");
        }
        batch = shape.get(0);
        setShape(shape.subList(1, shape.size()));
        follow(graph.input().name());
        check();
    }

    /** What is done to the input before the first layer. */
    Affine input() {
        return input;
    }

    /** The layers, which fit each other. */
    List<Layer> layers() {
        return layers;
    }

    private void follow(String start) throws IOException {
        String value = start;
        while (true) {
            constants.setShape(value, shape);
            List<Node> next = graph.consumers(value).stream().filter(node -> !node.operator().equals("Shape")).toList();
            if (next.isEmpty()) {
                break;
            }
            Node node = next.get(0);
            if (next.size() > 1 || !passed.add(node)) {
                throw graph.refusal(next.get(next.size() - 1), " where the way of the picture branches");
            }
            pass(node, value);
            value = node.outputs().isEmpty() ? "" : node.outputs().get(0);
        }
        if (!graph.outputs().contains(value)) {
            throw graph.refusal("gives " + StrictJson.quote(String.join(", ", graph.outputs())) + ", not " + StrictJson.quote(value)
                    + ", which its last node gives");
        }
    }

    private void pass(Node node, String value) throws IOException {
        switch (node.operator()) {
            case "Identity", "Dropout" -> {
                // nothing when a network is asked
            }
            case "Cast" -> cast(node);
            case "Flatten" -> flatten(node);
            case "Reshape" -> reshape(node, value);
            case "Gemm" -> gemm(node, value);
            case "MatMul" -> multiply(node, value, constants.get(node, node.input(0).equals(value) ? 1 : 0), false, 1);
            case "Add", "Sub", "Mul", "Div" -> calculate(node, value);
            case "Relu", "Tanh", "Sigmoid" -> activate(node);
            case "Softmax" -> softmax(node);
            default -> throw graph.refusal(node, ", which is not known here");
        }
    }

    private void cast(Node node) throws IOException {
        if (!FLOATS.contains(node.number("to", 0))) {
            throw graph.refusal(node, " to something else than floats");
        }
    }

    private void flatten(Node node) throws IOException {
        long axis = node.number("axis", 1);
        if (axis != 1 && axis != 1 - shape.size()) {
            throw graph.refusal(node, " with the axis " + axis);
        }
        setShape(List.of(width()));
    }

    /** A batch of pictures stays one: 784 values, or rows and columns in their order. */
    private void reshape(Node node, String value) throws IOException {
        if (!node.input(0).equals(value)) {
            throw graph.refusal(node, " to a shape that depends on the picture");
        }
        List<Long> target = new ArrayList<>();
        for (double length : constants.get(node, 1).values()) {
            target.add((long) length);
        }
        boolean keepsBatch = !target.isEmpty() && List.of(BATCH, 0L, 1L, batch).contains(target.get(0));
        List<Long> rest = keepsBatch ? target.subList(1, target.size()) : List.of();
        boolean isRow = rest.equals(List.of(BATCH)) || rest.equals(List.of(width()));
        if (!isRow && !(width() == Dataset.PIXELS && PICTURES.contains(rest))) {
            throw graph.refusal(node, " to the shape " + NamedTensor.text(target));
        }
        setShape(isRow ? List.of(width()) : rest);
    }

    private void gemm(Node node, String value) throws IOException {
        if (!node.input(0).equals(value) || node.number("transA", 0) != 0) {
            throw graph.refusal(node, " that doesn't multiply rows by a matrix");
        }
        multiply(node, value, constants.get(node, 1), node.number("transB", 0) != 0, node.real("alpha", 1));
        if (!node.input(2).isEmpty()) {
            addBias(node, constants.get(node, 2), node.real("beta", 1));
        }
        refuseInfinite(node);
    }

    private void multiply(Node node, String value, OnnxTensor matrix, boolean transposed, float factor) throws IOException {
        if (!node.input(0).equals(value) || isSoftmax || shape.size() != 2 || matrix.shape().size() != 2
                || matrix.shape().get(transposed ? 1 : 0) != width()) {
            throw graph.refusal(node, " that multiplies " + shape(shape) + " by " + matrix.shape() + (transposed ? " transposed" : ""));
        }
        int inputs = (int) width();
        int outputs = matrix.shape().get(transposed ? 0 : 1);
        if (outputs < 1 || outputs > Architecture.MAX_NEURONS || layers.size() > Architecture.MAX_HIDDEN_LAYERS) {
            throw graph.refusal(node, " that is layer " + (layers.size() + 1) + " with " + Counts.of(outputs, "neuron"));
        }
        Layer layer = Layer.zeros(inputs, outputs, Activation.LINEAR);
        for (int i = 0; i < matrix.values().length; i++) {
            layer.kernel().data[transposed ? i % inputs * outputs + i / inputs : i] = factor * (float) matrix.values()[i];
        }
        layers.add(layer);
        open = true;
        setShape(List.of((long) outputs));
    }

    private void addBias(Node node, OnnxTensor bias, float factor) throws IOException {
        float[] sums = layers.get(layers.size() - 1).bias().data;
        int count = bias.values().length;
        boolean isRow = bias.shape().stream().limit(Math.max(0, bias.shape().size() - 1)).allMatch(length -> length == 1);
        if (!isRow || count != sums.length && count != 1) {
            throw graph.refusal(node, " that adds " + bias.shape() + " to " + shape(shape));
        }
        for (int i = 0; i < sums.length; i++) {
            float added = factor * (float) bias.values()[count == 1 ? 0 : i];
            // a sum with 0 would make 0 of −0
            sums[i] = sums[i] == 0 ? added : sums[i] + added;
        }
    }

    /** One number for all pixels before the first layer, or a bias. */
    private void calculate(Node node, String value) throws IOException {
        boolean isFirst = node.input(0).equals(value);
        OnnxTensor other = constants.get(node, isFirst ? 1 : 0);
        if (open && node.operator().equals("Add")) {
            addBias(node, other, 1);
            refuseInfinite(node);
            return;
        }
        boolean isSingle = other.values().length == 1 && other.shape().size() <= shape.size();
        double number = isSingle ? other.values()[0] : 0;
        if (!layers.isEmpty() || !isSingle || node.operator().equals("Div") && (!isFirst || number == 0)) {
            throw graph.refusal(node, layers.isEmpty() ? " with something else than one number for all pixels" : " behind a layer");
        }
        input = input.then(switch (node.operator()) {
            case "Add" -> new Affine(1, number);
            case "Sub" -> isFirst ? new Affine(1, -number) : new Affine(-1, number);
            case "Mul" -> new Affine(number, 0);
            default -> new Affine(1 / number, 0);
        });
    }

    private void activate(Node node) throws IOException {
        if (!open) {
            throw graph.refusal(node, " that doesn't follow a layer");
        }
        Layer last = layers.get(layers.size() - 1);
        Activation activation = Activation.ofLabel(node.operator().toLowerCase(Locale.ROOT)).orElseThrow();
        layers.set(layers.size() - 1, new Layer(last.kernel(), last.bias(), activation));
        open = false;
    }

    private void softmax(Node node) throws IOException {
        long axis = node.number("axis", -1);
        if (!open || axis != 1 && axis != -1) {
            throw graph.refusal(node, open ? " with the axis " + axis : " that doesn't follow a layer");
        }
        open = false;
        isSoftmax = true;
    }

    private void check() throws IOException {
        for (Node node : graph.nodes()) {
            if (!passed.contains(node) && !constants.isUsed(node)) {
                throw graph.refusal(node, " beside the way of the picture");
            }
        }
        List<Activation> hidden = layers.stream().limit(Math.max(0, layers.size() - 1)).map(Layer::activation).distinct().toList();
        if (layers.isEmpty() || hidden.size() > 1 || !(open || isSoftmax) || width() != Dataset.CLASSES) {
            throw graph.refusal("computes " + StrictJson.quote(String.join(", ", layers.stream().map(layer -> layer.outputs() + " "
                    + layer.activation()).toList())) + ", not hidden layers with one activation and 10 sums or their softmax at the end");
        }
    }

    private void refuseInfinite(Node node) throws IOException {
        Layer last = layers.get(layers.size() - 1);
        for (float[] numbers : Arrays.asList(last.kernel().data, last.bias().data)) {
            for (float number : numbers) {
                if (!Float.isFinite(number)) {
                    throw graph.refusal(node, " whose weights are not finite");
                }
            }
        }
    }

    private long width() {
        return shape.stream().skip(1).reduce(1L, (product, length) -> product * length);
    }

    private void setShape(List<Long> rest) {
        List<Long> all = new ArrayList<>(rest);
        all.add(0, BATCH);
        shape = List.copyOf(all);
    }

    private static String shape(List<Long> lengths) {
        return lengths.toString().replace("[-1", "[N");
    }
}
