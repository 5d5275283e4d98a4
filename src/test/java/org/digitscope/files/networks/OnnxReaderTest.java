package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by PyTorch's exporter and by ONNX's own library with the nodes that Keras's exporter makes, see make.py. */
class OnnxReaderTest {

    private static final Parameters NETWORK = Examples.parameters(3, 6);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"torch-relu, relu, 1", "torch-tanh, tanh, 2", "torch-sigmoid, sigmoid, 1", "torch-div, relu, 1", "keras, relu, 1", "keras-double, relu, 1",
        "keras-half, relu, 1", "keras-bytes, relu, 1", "keras-external, relu, 1"})
    void whatExportersWroteIsReadToTheBit(String name, String activation, int depth) throws IOException, URISyntaxException {
        Parameters expected = Parameters.zeros(new Architecture(depth == 1 ? List.of(2) : List.of(2, 2), Activation.ofLabel(activation).orElseThrow(),
                Inputs.SCALED));
        fill(expected);
        Parameters read = NetworkFiles.read(resource(name)).parameters();
        assertEquals(expected.architecture(), read.architecture());
        assertEquals(expected.checksum(), read.checksum());
    }

    @Test
    void aLayerWithoutBiasHasOneOfZeros() throws IOException, URISyntaxException {
        Parameters expected = Parameters.zeros(Architecture.relu(2));
        fill(expected);
        expected.layer(1).bias().zero();
        assertEquals(expected.checksum(), NetworkFiles.read(resource("torch-nobias")).parameters().checksum());
    }

    @Test
    void aConvolutionIsRefusedByItsName() throws URISyntaxException {
        Path file = resource("torch-conv");
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith("torch-conv.onnx has a node \"/0/Conv\" (\"Conv\"), which is not known here; expected a chain of layers"), message);
    }

    @Test
    void nodesMayStandInAnyOrderAndWeightsBeListedOneByOne() throws IOException {
        OnnxBuilder model = layers(new OnnxBuilder().output("y").node("Softmax", "logits", "y").node("MatMul", "a w2", "s2")
                .node("Add", "b2 s2", "logits").node("Relu", "z", "a").node("Add", "s1 b1", "z").node("MatMul", "x w1", "s1"));
        assertEquals(NETWORK.checksum(), read(model.input("x", 1, -1, 784)).checksum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"784", "1 28 28", "28 28 1", "28 28"})
    void inputsOfEachShapeAreTaken(String shape) throws IOException {
        long[] lengths = List.of(("-1 " + shape).split(" ")).stream().mapToLong(Long::parseLong).toArray();
        OnnxBuilder model = layers(new OnnxBuilder().node("Flatten", "p", "x").node("Gemm", "x w1 b1", "z").node("Relu", "z", "a")
                .node("Gemm", "a w2 b2", "y").output("y").input("p", 1, lengths));
        assertEquals(NETWORK.checksum(), read(model).checksum());
    }

    /** y = scale·x + offset before the first layer, computed with grey values where the model is for such. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Sub x mean;Div s std;1", "Div x byte;Sub s mean;255", "Sub one x;Identity s one;1",
        "Mul x share;Identity s one;255", "Mul share x;Add s mean;255"})
    void whatIsDoneToTheInputBecomesPartOfTheFirstLayer(String first, String second, double greys) throws IOException {
        String[] one = first.split(" ");
        String[] two = second.split(" ");
        OnnxBuilder model = layers(new OnnxBuilder().input("x", 1, -1, 784).node(one[0], one[1] + " " + one[2], "s")
                .node(two[0], two[0].equals("Identity") ? two[1] : two[1] + " " + two[2], "t").node("Gemm", "t w1 b1", "z").node("Relu", "z", "a")
                .node("Gemm", "a w2 b2", "y").output("y").floats("mean", new float[] {0.25f}).floats("std", new float[] {0.5f}, 1)
                .floats("byte", new float[] {255}).floats("one", new float[] {1}).floats("share", new float[] {1 / 255f}));
        Parameters read = read(model);
        Dataset pictures = Examples.pictures(5, 3);
        for (int i = 0; i < pictures.size(); i++) {
            double[] x = new double[Dataset.PIXELS];
            for (int pixel = 0; pixel < x.length; pixel++) {
                x[pixel] = calculated(two, calculated(one, (pictures.image(i)[pixel] & 0xFF) / 255.0 * greys));
            }
            double[] expected = SampleNetworks.times(DoubleStream.of(SampleNetworks.times(x, NETWORK.layer(1))).map(z -> Math.max(0, z)).toArray(), NETWORK.layer(2));
            ForwardTrace trace = ForwardTrace.of(pictures.image(i), read);
            for (int digit = 0; digit < Dataset.CLASSES; digit++) {
                assertEquals(expected[digit], trace.logit(digit), 1e-5 * (1 + Math.abs(expected[digit])));
            }
        }
    }

    @Test
    void aModelIsOneWhateverItsNameAndHoweverLongItsDescription() throws IOException {
        NetworkFiles.write(folder.resolve("net.onnx"), NETWORK);
        // which begins with the two bytes of its version
        byte[] rest = Files.readAllBytes(folder.resolve("net.onnx"));
        for (int length : new int[] {1, 100, 490, 505, 506, 507, 508, 509, 520, 100_000}) {
            byte[] start = new OnnxBuilder.Message().number(1, 7).text(6, "x".repeat(length)).toBytes();
            byte[] whole = Arrays.copyOf(start, start.length + rest.length - 2);
            System.arraycopy(rest, 2, whole, start.length, rest.length - 2);
            assertEquals(NETWORK.checksum(), NetworkFiles.read(Files.write(folder.resolve("model"), whole)).parameters().checksum(), "a description of " + length);
        }
    }

    @Test
    void factorsOfGemmCount() throws IOException {
        Parameters doubled = NETWORK.copy();
        for (int i = 0; i < doubled.layer(1).kernel().data.length; i++) {
            doubled.layer(1).kernel().data[i] *= 2;
        }
        for (int i = 0; i < 3; i++) {
            doubled.layer(1).bias().data[i] *= -0.5f;
        }
        OnnxBuilder model = layers(new OnnxBuilder().input("x", 1, -1, 784).node("Gemm", "x w1 b1", "z", "alpha=2.0", "beta=-0.5").node("Relu", "z", "a")
                .node("Gemm", "a w2 b2", "y").output("y"));
        assertEquals(doubled.checksum(), read(model).checksum());
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5", "6", "7", "12", "13"})
    void aModelThatTakesWholeNumbersIsGivenGreyValues(int type) throws IOException {
        Parameters read = read(layers(new OnnxBuilder().input("p", type, -1, 784).node("Cast", "p", "x", "to=1").node("Gemm", "x w1 b1", "z")
                .node("Relu", "z", "a").node("Gemm", "a w2 b2", "y").output("y")));
        assertEquals(Inputs.GREY, read.inputs());
        assertEquals(NETWORK.checksum(), read.checksum());
    }

    private static void fill(Parameters network) {
        for (Layer layer : network.layers()) {
            for (int i = 0; i < layer.kernel().data.length; i++) {
                int output = i % layer.outputs();
                int input = i / layer.outputs();
                layer.kernel().data[i] = ((output * layer.inputs() + input) % 7 - 3) / 64f;
            }
            for (int output = 0; output < layer.outputs(); output++) {
                layer.bias().data[output] = (output % 5 - 2) / 32f;
            }
        }
    }

    private static double calculated(String[] node, double x) {
        return switch (String.join(" ", node).replaceAll("\\b[xs]\\b", "_")) {
            case "Sub _ mean" -> x - 0.25;
            case "Div _ std" -> x / 0.5;
            case "Div _ byte" -> x / 255;
            case "Sub one _" -> 1 - x;
            case "Mul _ share", "Mul share _" -> x / 255;
            case "Add _ mean" -> x + 0.25;
            default -> x;
        };
    }

    /** Adds the numbers of a network as w1, b1, w2 and b2. */
    private static OnnxBuilder layers(OnnxBuilder model) {
        return model.floats("w1", NETWORK.layer(1).kernel().data, 784, 3).floats("b1", NETWORK.layer(1).bias().data, 3)
                .floats("w2", NETWORK.layer(2).kernel().data, 3, 10).floats("b2", NETWORK.layer(2).bias().data, 1, 10);
    }

    private Parameters read(OnnxBuilder model) throws IOException {
        return NetworkFiles.read(model.write(folder.resolve("built"))).parameters();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(OnnxReaderTest.class.getResource("/onnx/" + name + ".onnx").toURI());
    }
}
