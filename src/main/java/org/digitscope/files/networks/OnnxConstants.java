package org.digitscope.files.networks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.digitscope.data.Counts;
import org.digitscope.files.StrictJson;
import org.digitscope.files.networks.OnnxGraph.Node;

/**
 * What is known of values before a picture comes: initializers, constants, and what exporters compute from these and from shapes.
 * Lengths that are not known, as that of a batch, are −1.
 */
final class OnnxConstants {

    private static final int LONGEST_SHAPE = 16;

    private final String file;
    private final OnnxGraph graph;
    private final OnnxExternalData external;
    private final Map<String, OnnxTensor> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    /** Nodes that were made use of. */
    private final Set<Node> used = new HashSet<>();
    private final Map<String, List<Long>> shapes = new HashMap<>();

    OnnxConstants(String file, OnnxGraph graph, OnnxExternalData external) {
        this.file = file;
        this.graph = graph;
        this.external = external;
    }

    /** Says the shape of a value that depends on the picture. */
    void setShape(String value, List<Long> shape) {
        shapes.put(value, shape);
    }

    boolean isUsed(Node node) {
        return used.contains(node) || node.operator().equals("Constant");
    }

    /** The numbers that go into a node at a place. */
    OnnxTensor get(Node node, int place) throws IOException {
        return get(node, node.input(place));
    }

    private OnnxTensor get(Node asking, String value) throws IOException {
        if (known.containsKey(value)) {
            return known.get(value);
        }
        if (!asked.add(value)) {
            throw graph.refusal(asking, " whose " + StrictJson.quote(value) + " depends on itself");
        }
        ProtoMessage initializer = graph.initializer(value);
        Node producer = graph.producer(value);
        if (initializer == null && producer == null) {
            throw graph.refusal(asking, " whose " + StrictJson.quote(value) + " is not in the file");
        }
        OnnxTensor tensor = initializer != null ? OnnxTensor.read(file, initializer, external) : compute(producer);
        known.put(value, tensor);
        return tensor;
    }

    private OnnxTensor compute(Node node) throws IOException {
        used.add(node);
        return switch (node.operator()) {
            case "Constant" -> constant(node);
            case "Identity", "Cast" -> get(node, 0);
            case "Transpose" -> transposed(node, get(node, 0));
            case "Shape" -> shape(node);
            case "Gather" -> gathered(node);
            case "Unsqueeze" -> new OnnxTensor(List.of(get(node, 0).values().length), get(node, 0).values());
            case "Concat" -> concatenated(node);
            default -> throw graph.refusal(node, " where numbers were expected that don't depend on the picture");
        };
    }

    private OnnxTensor constant(Node node) throws IOException {
        if (node.attributes().containsKey("value")) {
            return OnnxTensor.read(file, node.attributes().get("value").message(5), external);
        } else if (node.attributes().containsKey("value_float")) {
            return single(node.real("value_float", 0));
        } else if (node.attributes().containsKey("value_int")) {
            return single(node.number("value_int", 0));
        } else if (node.attributes().containsKey("value_ints")) {
            double[] values = node.attributes().get("value_ints").numbers(8).stream().mapToDouble(Long::doubleValue).toArray();
            return new OnnxTensor(List.of(values.length), values);
        }
        throw graph.refusal(node, " without numbers");
    }

    private static OnnxTensor single(double value) {
        return new OnnxTensor(List.of(), new double[] {value});
    }

    private OnnxTensor transposed(Node node, OnnxTensor tensor) throws IOException {
        List<Long> order = node.attributes().containsKey("perm") ? node.attributes().get("perm").numbers(8) : List.of(1L, 0L);
        if (tensor.shape().size() != 2 || !order.equals(List.of(1L, 0L))) {
            throw graph.refusal(node, " that turns " + tensor.shape() + " by " + NamedTensor.text(order));
        }
        int rows = tensor.shape().get(0);
        int columns = tensor.shape().get(1);
        double[] turned = new double[tensor.values().length];
        for (int i = 0; i < turned.length; i++) {
            turned[i % columns * rows + i / columns] = tensor.values()[i];
        }
        return new OnnxTensor(List.of(columns, rows), turned);
    }

    private OnnxTensor shape(Node node) throws IOException {
        List<Long> shape = shapes.get(node.input(0));
        if (shape == null || !node.attributes().isEmpty()) {
            throw graph.refusal(node, " of a shape that is not known");
        }
        return new OnnxTensor(List.of(shape.size()), shape.stream().mapToDouble(Long::doubleValue).toArray());
    }

    private OnnxTensor gathered(Node node) throws IOException {
        OnnxTensor from = get(node, 0);
        OnnxTensor at = get(node, 1);
        int index = at.values().length == 1 ? (int) at.values()[0] : -1;
        if (from.shape().size() != 1 || index < 0 || index >= from.values().length) {
            throw graph.refusal(node, " that takes something else than one of " + Counts.of(from.values().length, "number"));
        }
        return new OnnxTensor(at.shape(), new double[] {from.values()[index]});
    }

    private OnnxTensor concatenated(Node node) throws IOException {
        List<double[]> parts = new ArrayList<>();
        for (int place = 0; place < Math.min(LONGEST_SHAPE, node.inputs().size()); place++) {
            parts.add(get(node, place).values());
        }
        double[] all = parts.stream().flatMapToDouble(DoubleStream::of).limit(LONGEST_SHAPE).toArray();
        return new OnnxTensor(List.of(all.length), all);
    }
}
