package org.digitscope.files.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.ProtoBuilder;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Writes a network as ONNX, opset 13: a Gemm for each layer, its activation between them, Softmax. Input {@code pixels} of shape
 * (batch, 784), the batch free, with what the network is given: grey values divided by 255, or grey values themselves, which then
 * stands in the model's metadata too; outputs {@code logits} and {@code probabilities} of shape (batch, 10). The weights have the shape
 * (outputs, inputs), as PyTorch exports them, because some programs know Gemm only so. ONNX is a protocol buffer message; the field
 * numbers are those of onnx.proto3.
 */
final class OnnxFile {

    private static final int IR_VERSION = 7;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;
    /** The kind of an attribute. */
    private static final int INTEGER = 2;
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private OnnxFile() {
    }

    /** @throws UnwritableFileException when the file can't be written; one that was there before lives on */
    static void write(Path file, Parameters parameters) throws UnwritableFileException {
        AtomicFile.write(file, out -> out.write(model(parameters)));
    }

    private static byte[] model(Parameters parameters) throws IOException {
        ProtoBuilder opset = new ProtoBuilder().text(1, "").number(2, OPSET);
        String hidden = parameters.hiddenLayers().stream().map(layer -> " → " + layer.outputs() + " " + name(layer.activation()))
                .collect(Collectors.joining());
        ProtoBuilder model = new ProtoBuilder().number(1, IR_VERSION).text(2, "Digitscope").text(6, "Handwritten digits, 784" + hidden + " → 10 softmax.")
                .message(7, graph(parameters)).message(8, opset);
        if (parameters.inputs() == Inputs.GREY) {
            model.message(14, new ProtoBuilder().text(1, NetworkTexts.INPUTS).text(2, parameters.inputs().label()));
        }
        return model.bytes();
    }

    private static ProtoBuilder graph(Parameters parameters) throws IOException {
        ProtoBuilder graph = new ProtoBuilder();
        String received = "pixels";
        // values of the only hidden layer have no number
        boolean numbered = parameters.depth() > 2;
        for (int number = 1; number <= parameters.depth(); number++) {
            String suffix = numbered ? "_" + number : "";
            boolean isLast = number == parameters.depth();
            String sums = isLast ? "logits" : "sums" + suffix;
            graph.message(1, gemm("layer_" + number, received, sums));
            received = sums;
            String operator = operator(parameters.layer(number).activation());
            if (!operator.isEmpty()) {
                received = "activations" + suffix;
                graph.message(1, node(operator, operator.toLowerCase(Locale.ROOT) + suffix, received, sums));
            }
        }
        graph.message(1, node("Softmax", "softmax", "probabilities", "logits")).text(2, "digitscope");
        for (int number = 1; number <= parameters.depth(); number++) {
            addLayer(graph, "layer_" + number, parameters.layer(number));
        }
        return graph.message(11, value("pixels", Dataset.PIXELS, "28×28 grey values row by row, " + switch (parameters.inputs()) {
            case SCALED -> "divided by 255: 0 is paper, 1 is ink";
            case GREY -> "not divided: 0 is paper, 255 is ink";
        })).message(12, value("logits", Dataset.CLASSES, "one for each digit, before softmax"))
                .message(12, value("probabilities", Dataset.CLASSES, "one for each digit"));
    }

    /** What applies an activation; empty where nothing has to. */
    private static String operator(Activation activation) {
        return switch (activation) {
            case RELU -> "Relu";
            case TANH -> "Tanh";
            case SIGMOID -> "Sigmoid";
            case LINEAR -> "";
        };
    }

    private static String name(Activation activation) {
        return activation == Activation.RELU ? "ReLU" : activation.label();
    }

    /** Y = X·Bᵀ + C, with B the weights and C the bias. */
    private static ProtoBuilder gemm(String layer, String input, String output) throws IOException {
        ProtoBuilder transposed = new ProtoBuilder().text(1, "transB").number(3, 1).number(20, INTEGER);
        return node("Gemm", layer, output, input, layer + WEIGHT, layer + BIAS).message(5, transposed);
    }

    private static ProtoBuilder node(String operator, String name, String output, String... inputs) throws IOException {
        ProtoBuilder node = new ProtoBuilder();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, name).text(4, operator);
    }

    private static void addLayer(ProtoBuilder graph, String name, Layer layer) throws IOException {
        FMatrixRMaj weights = CommonOps_FDRM.transpose(layer.kernel(), null);
        graph.message(5, tensor(name + WEIGHT, weights.data, weights.numRows, weights.numCols));
        graph.message(5, tensor(name + BIAS, layer.bias().data, layer.outputs()));
    }

    private static ProtoBuilder tensor(String name, float[] values, int... shape) throws IOException {
        ProtoBuilder message = new ProtoBuilder();
        for (int length : shape) {
            message.number(1, length);
        }
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return message.number(2, FLOAT).text(8, name).data(9, raw.array());
    }

    private static ProtoBuilder value(String name, int width, String description) throws IOException {
        ProtoBuilder batch = new ProtoBuilder().text(2, "batch");
        ProtoBuilder length = new ProtoBuilder().number(1, width);
        ProtoBuilder shape = new ProtoBuilder().message(1, batch).message(1, length);
        ProtoBuilder type = new ProtoBuilder().message(1, new ProtoBuilder().number(1, FLOAT).message(2, shape));
        return new ProtoBuilder().text(1, name).message(2, type).text(3, description);
    }
}
