package org.digitscope.files.networks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.StrictJson;

/** The nodes and numbers of an ONNX model by the names of their values; the field numbers are those of onnx.proto3. */
final class OnnxGraph {

    private static final String EXPECTED = "; expected a chain of layers, Gemm or MatMul and Add, with Relu, Tanh or Sigmoid between them";
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx");
    private static final int MOST_NODES = 1000;

    /** An operator at work. */
    record Node(String name, String operator, List<String> inputs, List<String> outputs, Map<String, ProtoMessage> attributes) {

        /** A whole number, field 3 of an attribute. */
        long number(String attribute, long otherwise) throws IOException {
            return attributes.containsKey(attribute) ? attributes.get(attribute).number(3, 0) : otherwise;
        }

        /** A float, field 2 of an attribute. */
        float real(String attribute, float otherwise) throws IOException {
            return attributes.containsKey(attribute) ? attributes.get(attribute).real(2, 0) : otherwise;
        }

        /** The value that goes in at a place; empty where there is none. */
        String input(int place) {
            return place < inputs.size() ? inputs.get(place) : "";
        }

        /** For a sentence. */
        @Override
        public String toString() {
            return StrictJson.quote(name.isEmpty() ? String.join(", ", outputs) : name) + " (" + StrictJson.quote(operator) + ")";
        }
    }

    /** What a graph is given. */
    record Input(String name, int type, List<Long> shape) {
    }

    private final String file;
    private final Map<String, ProtoMessage> initializers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, List<Node>> consumers = new HashMap<>();
    private final Input input;
    private final List<String> outputs = new ArrayList<>();

    OnnxGraph(String file, ProtoMessage graph) throws IOException {
        this.file = file;
        if (graph.has(15)) {
            throw refusal("holds sparse tensors");
        }
        for (ProtoMessage tensor : graph.messages(5)) {
            initializers.put(tensor.text(8), tensor);
        }
        List<ProtoMessage> messages = graph.messages(1);
        if (messages.size() > MOST_NODES) {
            throw refusal("has " + messages.size() + " nodes");
        }
        for (ProtoMessage message : messages) {
            add(message);
        }
        for (ProtoMessage output : graph.messages(12)) {
            outputs.add(output.text(1));
        }
        List<ProtoMessage> inputs = new ArrayList<>();
        for (ProtoMessage each : graph.messages(11)) {
            // older versions list the initializers too
            if (!initializers.containsKey(each.text(1))) {
                inputs.add(each);
            }
        }
        if (inputs.size() != 1) {
            throw refusal("has " + inputs.size() + " inputs, not one");
        }
        input = input(inputs.get(0));
    }

    private void add(ProtoMessage message) throws IOException {
        Map<String, ProtoMessage> attributes = new HashMap<>();
        for (ProtoMessage attribute : message.messages(5)) {
            attributes.put(attribute.text(1), attribute);
        }
        Node node = new Node(message.text(3), message.text(4), message.texts(1), message.texts(2), attributes);
        if (!DOMAINS.contains(message.text(7))) {
            throw refusal("has a node " + node + " of " + StrictJson.quote(message.text(7)) + ", which is not known here");
        }
        nodes.add(node);
        for (String output : node.outputs) {
            if (!output.isEmpty() && (producers.put(output, node) != null || initializers.containsKey(output))) {
                throw refusal("has two nodes that give " + StrictJson.quote(output));
            }
        }
        for (String value : new HashSet<>(node.inputs)) {
            consumers.computeIfAbsent(value, name -> new ArrayList<>()).add(node);
        }
    }

    private static Input input(ProtoMessage value) throws IOException {
        ProtoMessage tensor = value.message(2).message(1);
        List<Long> shape = new ArrayList<>();
        for (ProtoMessage length : tensor.message(2).messages(1)) {
            shape.add(length.number(1, -1));
        }
        return new Input(value.text(1), (int) tensor.number(1, 0), shape);
    }

    /** The only one that is no initializer. */
    Input input() {
        return input;
    }

    List<String> outputs() {
        return outputs;
    }

    List<Node> nodes() {
        return nodes;
    }

    ProtoMessage initializer(String value) {
        return initializers.get(value);
    }

    /** The node that gives a value; null where none does. */
    Node producer(String value) {
        return producers.get(value);
    }

    /** The nodes that take a value. */
    List<Node> consumers(String value) {
        return consumers.getOrDefault(value, List.of());
    }

    UnreadableFileException refusal(String problem) {
        return new UnreadableFileException(file, problem + EXPECTED);
    }

    /** @param problem goes on behind the node's name and operator */
    UnreadableFileException refusal(Node node, String problem) {
        return refusal("has a node " + node + problem);
    }
}
