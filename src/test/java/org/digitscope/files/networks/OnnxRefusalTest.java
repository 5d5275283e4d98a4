package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.networks.OnnxBuilder.Message;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX models that are no such networks, or not what they say. */
class OnnxRefusalTest {

    private static final Parameters NETWORK = Examples.parameters(3, 6);
    private static final int EXTERNAL = 1;

    @TempDir
    private Path folder;

    /** Nodes as "operator inputs > output attributes", with the weights w1 (784, 3), b1, w2 (3, 10), b2 and some more numbers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Gemm x w1 b1 > z; Elu z > a; Gemm a w2 b2 > y | has a node \"elu_of_a\" (\"Elu\"), which is not known here",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w2 b2 > l; LogSoftmax l > y | (\"LogSoftmax\"), which is not known here",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w2 b2 > l; Softmax l > y axis=0 | has a node \"softmax_of_y\" (\"Softmax\") with the axis 0",
        "Gemm x w1 b1 > z; Relu z > a; Relu a > c; Gemm c w2 b2 > y | has a node \"relu_of_c\" (\"Relu\") that doesn't follow a layer",
        "Relu x > p; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"relu_of_p\" (\"Relu\") that doesn't follow a layer",
        "Gemm x w1 b1 > z; Relu z > a; Gemm z w2 b2 > y | has a node \"gemm_of_y\" (\"Gemm\") where the way of the picture branches",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w2 b2 > y; Relu k > q | has a node \"relu_of_q\" (\"Relu\") beside the way of the picture",
        "Gemm x w1 b1 > z transA=1; Relu z > a; Gemm a w2 b2 > y | has a node \"gemm_of_z\" (\"Gemm\") that doesn't multiply rows by a matrix",
        "MatMul w1 x > z; Relu z > a; Gemm a w2 b2 > y | has a node \"matmul_of_z\" (\"MatMul\") that multiplies [N, 784] by [784, 3]",
        "Gemm x w2 b2 > y | has a node \"gemm_of_y\" (\"Gemm\") that multiplies [N, 784] by [3, 10]",
        "Gemm x w1 b1 > z transB=1; Relu z > y | that multiplies [N, 784] by [784, 3] transposed",
        "Gemm x w1 b2 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"gemm_of_z\" (\"Gemm\") that adds [10] to [N, 3]",
        "Gemm x w1 k > z beta=2.0; Relu z > a; Gemm a w2 b2 > y | has a node \"gemm_of_z\" (\"Gemm\") whose weights are not finite",
        "Mul x b1 > p; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"mul_of_p\" (\"Mul\") with something else than one number for all pixels",
        "Div k x > p; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"div_of_p\" (\"Div\") with something else than one number",
        "Mul x tenth > p; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | rescales its input by 0.1",
        "Gemm x w1 b1 > z; Mul z k > s; Relu s > a; Gemm a w2 b2 > y | has a node \"mul_of_s\" (\"Mul\") behind a layer",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w2 b2 > l; Softmax l > p; Add p b2 > y | has a node \"add_of_y\" (\"Add\") behind a layer",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w2 b2 > l; Relu l > y | computes \"3 relu, 10 relu\", not hidden layers with one activation and 10 sums",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w3 b1 > t; Tanh t > u; Gemm u w2 b2 > y | computes \"3 relu, 3 tanh, 10 linear\", not",
        "Gemm x w1 b1 > y | computes \"3 linear\", not",
        "Identity x > y | computes \"\", not",
        "Gemm x w1 b1 > z; Relu z > a; Gemm a w2 b2 > l | gives \"y\", not \"l\", which its last node gives",
        "Cast x > p to=7; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"cast_of_p\" (\"Cast\") to something else than floats",
        "Flatten x > p axis=2; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"flatten_of_p\" (\"Flatten\") with the axis 2",
        "Reshape x whole > p; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"reshape_of_p\" (\"Reshape\") to the shape [784, -1]",
        "Reshape x rows > p; Gemm p w1 b1 > z; Relu z > a; Gemm a w2 b2 > y | has a node \"reshape_of_p\" (\"Reshape\") to the shape [-1, 392]",
        "Gemm x nothing b1 > y | has a node \"gemm_of_y\" (\"Gemm\") whose \"nothing\" is not in the file",
        "Gemm x c b1 > z; Transpose d > c; Transpose c > d; Relu z > y | has a node \"transpose_of_d\" (\"Transpose\") whose \"c\" depends on itself",
        "Gemm x z b1 > z | has a node \"gemm_of_z\" (\"Gemm\") where numbers were expected that don't depend on the picture",
        "Gemm x w1 b1 > z; Relu z > a; Gemm x w1 b1 > z; Gemm a w2 b2 > y | has two nodes that give \"z\"",
        "Gemm x w1 b1 > z; Relu z > x | has a node \"gemm_of_z\" (\"Gemm\") where the way of the picture branches"})
    void whatTheGraphHoldsElseIsRefusedByName(String nodes, String problem) throws IOException {
        OnnxBuilder model = layers().input("x", 1, -1, 784).output("y").floats("k", new float[] {Float.MAX_VALUE}).floats("tenth", new float[] {0.1f})
                .floats("w3", new float[9], 3, 3).integers("whole", 784, -1).integers("rows", -1, 392);
        for (String node : nodes.split("; ")) {
            String[] sides = node.split(" > ");
            String[] inputs = sides[0].split(" ", 2);
            String[] outputs = sides[1].split(" ");
            model.node(inputs[0], inputs[1], outputs[0], Arrays.copyOfRange(outputs, 1, outputs.length));
        }
        refused(model, problem);
    }

    @ParameterizedTest
    @CsvSource({"'-1,28', '[-1, 28]'", "'784', [784]", "'-1,3,28,28', '[-1, 3, 28, 28]'", "'-1,-1', '[-1, -1]'", "'', []"})
    void inputsOfOtherShapesAreSaid(String shape, String said) throws IOException {
        long[] lengths = Stream.of(shape.split(",")).filter(text -> !text.isEmpty()).mapToLong(Long::parseLong).toArray();
        refused(layers().input("x", 1, lengths).output("y").node("Gemm", "x w1 b1", "y"), "has an input \"x\" of shape " + said
                + ", not (N, 784), (N, 1, 28, 28), (N, 28, 28, 1) or (N, 28, 28); expected");
    }

    @Test
    void twoInputsSparseTensorsForeignOperatorsAndOddNumbersAreRefused() throws IOException {
        refused(layers().input("x", 1, -1, 784).input("y", 1, -1, 784), "has 2 inputs, not one");
        refused(layers(), "has 0 inputs, not one");
        refused(layers().field(15, new Message()), "holds sparse tensors");
        refused(layers().input("x", 1, -1, 784).field(1, new Message().text(1, "x").text(2, "y").text(4, "Gemm").text(7, "com.microsoft")),
                "has a node \"y\" (\"Gemm\") of \"com.microsoft\", which is not known here");
        refused(gemm().add(OnnxBuilder.tensor("w", 9, 784, 10)), "holds \"w\" with numbers of ONNX's type 9; expected float");
        refused(gemm().add(OnnxBuilder.tensor("w", 1, 784, 1_000_000)), "holds \"w\" [784, 1000000]; expected tensors of at most 401408 numbers");
        refused(gemm().add(OnnxBuilder.tensor("w", 1, -784, 10)), "holds \"w\" [-1, 10]; expected tensors");
        refused(gemm().floats("w", new float[7], 784, 10), "holds 7 numbers in \"w\" [784, 10]; expected 7840");
        float[] infinite = new float[7840];
        infinite[77] = Float.NEGATIVE_INFINITY;
        refused(gemm().floats("w", infinite, 784, 10), "holds -Infinity in \"w\"; expected finite numbers");
        refused(gemm().floats("w", new float[784 * 513], 784, 513).node("Identity", "y", "o"), "holds \"w\" [784, 513]; expected");
        refused(layers().input("x", 1, -1, 784).output("y").node("Gemm", "x w", "y").floats("w", new float[0], 784, 0), "that is layer 1 with 0 neurons");
    }

    @Test
    void numbersBesideTheModelAreReadAndThoseElsewhereAreNot() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models/data")).getParent();
        float[] weights = Examples.parameters(Architecture.relu(), 3).layer(1).kernel().data;
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * weights.length).order(ByteOrder.LITTLE_ENDIAN).putLong(7);
        bytes.slice(8, 4 * weights.length).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(weights);
        for (Path place : new Path[] {models.resolve("w.bin"), models.resolve("data/w.bin"), folder.resolve("w.bin")}) {
            Files.write(place, bytes.array());
        }
        Files.createSymbolicLink(models.resolve("link.bin"), folder.resolve("w.bin"));
        Path file = models.resolve("net.onnx");
        for (String location : new String[] {"w.bin", "data/w.bin", "./w.bin", "data/../w.bin"}) {
            Parameters read = NetworkFiles.read(gemm().add(external(location, "8", null)).write(file)).parameters();
            assertArrayEquals(weights, read.layer(1).kernel().data, location);
        }
        for (String location : new String[] {"../w.bin", folder.resolve("w.bin").toString(), "link.bin", "data/../../w.bin", "", ".", "a\0b", "../models/../w.bin"}) {
            gemm().add(external(location, "8", null)).write(file);
            refused(file, ", which doesn't lie beside it and is not opened; expected a whole ONNX model");
        }
        gemm().add(external("missing.bin", "0", null)).write(file);
        refused(file, "keeps numbers in the file \"missing.bin\", which can't be read; expected");
        for (String[] offsets : new String[][] {{"12", null}, {"-4", null}, {"99999999999999999999", null}, {"9223372036854775807", null}, {"x", null},
            {"0", "4"}, {"0", "9223372036854775807"}}) {
            gemm().add(external("w.bin", offsets[0], offsets[1])).write(file);
            refused(file, "keeps \"w\" in \"w.bin\", which has no such 31360 bytes; expected a whole ONNX model");
        }
    }

    @Test
    void aMessageOfManyFieldsOrNodesIsRefusedBeforeTheMemoryIsFull() throws IOException {
        Path file = Files.write(folder.resolve("many.onnx"), String.join("", Collections.nCopies(10_000_000, "\b\1")).getBytes());
        refused(file, "is damaged or cut; expected an ONNX model");
        OnnxBuilder nodes = layers().input("x", 1, -1, 784);
        for (int i = 0; i < 1001; i++) {
            nodes.node("Identity", "x", "y" + i);
        }
        refused(nodes, "has 1001 nodes");
    }

    private static Message external(String location, String offset, String length) {
        Message tensor = OnnxBuilder.tensor("w", 1, 784, 10).number(14, EXTERNAL).message(13, new Message().text(1, "location").text(2, location))
                .message(13, new Message().text(1, "offset").text(2, offset));
        return length == null ? tensor : tensor.message(13, new Message().text(1, "length").text(2, length));
    }

    /** x·w, without w. */
    private static OnnxBuilder gemm() {
        return new OnnxBuilder().input("x", 1, -1, 784).output("y").node("Gemm", "x w", "y");
    }

    private static OnnxBuilder layers() {
        return new OnnxBuilder().floats("w1", NETWORK.layer(1).kernel().data, 784, 3).floats("b1", NETWORK.layer(1).bias().data, 3)
                .floats("w2", NETWORK.layer(2).kernel().data, 3, 10).floats("b2", NETWORK.layer(2).bias().data, 10);
    }

    private void refused(OnnxBuilder model, String problem) throws IOException {
        refused(model.write(folder.resolve("net.onnx")), problem);
    }

    private static void refused(Path file, String problem) {
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith(file.getFileName() + " ") && message.contains(problem) && message.contains("expected"), message);
    }
}
