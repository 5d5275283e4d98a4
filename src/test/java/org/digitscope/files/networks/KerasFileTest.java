package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.zip.ZipFile;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.ZipContent;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by h5py and NumPy, with the layouts of Keras 2 and 3, see make.py beside them. */
class KerasFileTest {

    private static final Parameters NETWORK = Examples.parameters(3, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keras2-weights.h5", "keras2-model.h5", "keras3.weights.h5", "keras3.keras", "numpy.npz"})
    void whatPythonWroteIsRead(String name) throws IOException, URISyntaxException {
        Parameters network = NetworkFiles.read(resource(name)).parameters();
        assertEquals(1, network.layer(1).outputs());
        for (int pixel = 0; pixel < 784; pixel++) {
            assertEquals(pixel / 1000f, network.layer(1).kernel().data[pixel]);
        }
        assertEquals(0.5f, network.layer(1).bias().data[0]);
        for (int digit = 0; digit < 10; digit++) {
            assertEquals(-digit, network.layer(2).kernel().data[digit], 0);
            assertEquals(digit, network.layer(2).bias().data[digit]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keras2-lambda.h5", "lambda.keras"})
    void codeInALayerIsRefused(String name) throws URISyntaxException {
        Path file = resource(name);
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith(name + " has a Lambda layer"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"activation\":\"relu\" | \"activation\":\"gelu\" | computes \"Dense, gelu, Dense, softmax\"; expected up to 4 hidden Dense layers, all with one of relu, tanh, sigmoid, linear, then Dense, softmax",
        "\"activation\":\"softmax\" | \"activation\":\"sigmoid\" | computes \"Dense, relu, Dense, sigmoid\"; expected",
        "\"class_name\":\"Dense\" | \"class_name\":\"MyDense\" | has a layer \"MyDense\", which is not known here (its layers: \"InputLayer, Flatten, MyDense, Dense\"); expected up to 4 hidden Dense layers",
        "\"class_name\":\"Flatten\" | \"class_name\":\"BatchNormalization\" | has a layer \"BatchNormalization\", which is not known here",
        "\"class_name\":\"Flatten\" | \"class_name\":\"Conv2D\" | has a layer \"Conv2D\", which is not known here (its layers: \"InputLayer, Conv2D, Dense, Dense\"); expected",
        "\"module\":\"keras.layers\",\"class_name\":\"Dense\" | \"module\":\"my.layers\",\"class_name\":\"Dense\" | has a layer \"Dense\" of the module \"my.layers\", which is not Keras's; expected",
        "\"module\":\"keras.layers\",\"class_name\":\"Dense\" | \"module\":\"keras_cv.layers\",\"class_name\":\"Dense\" | has a layer \"Dense\" of the module \"keras_cv.layers\"",
        "\"registered_name\":null | \"registered_name\":\"Custom>InputLayer\" | has a layer \"Custom>InputLayer\", which is not Keras's; expected",
        "\"class_name\":\"Sequential\" | \"class_name\":\"MyModel\" | is a model of the class \"MyModel\", and what it computes is not in the file; expected",
        "\"channels_last\" | \"channels_first\" | has a layer \"Flatten\" with channels_first, which orders pixels otherwise; expected",
        "\"class_name\":\"Flatten\",\"config\":{ | \"class_name\":\"ReLU\",\"config\":{\"max_value\":6.0, | has a layer \"ReLU\" with max_value \"6.0\"; expected",
        "\"module\":\"keras\" | \"module\":\"keras\",, | has a damaged configuration; expected"})
    void anotherNetworkWithArraysOfTheSameShapesIsRefused(String part, String other, String problem) throws IOException {
        Path file = withConfig(config -> config.replaceFirst(Pattern.quote(part), other));
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith("other.keras " + problem), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"activation\":\"softmax\" | \"activation\":\"linear\"",
        "\"activation\":\"relu\" | \"activation\":{\"class_name\":\"function\",\"config\":\"relu\"}",
        "\"module\":\"keras.layers\" | \"module\":\"keras.src.layers.core.input_layer\"",
        "\"class_name\":\"InputLayer\" | \"class_name\":\"Flatten\""})
    void theSameNetworkSaidInAnotherWayIsRead(String part, String other) throws IOException {
        Path file = withConfig(config -> config.replaceFirst(Pattern.quote(part), other));
        assertEquals(3, NetworkFiles.read(file).parameters().layer(1).outputs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dropout", "SpatialDropout1D", "GaussianNoise", "GaussianDropout", "AlphaDropout", "ActivityRegularization",
        "RandomRotation", "Identity", "Reshape"})
    void whatDoesNothingWhenANetworkIsAskedIsLetThrough(String type) throws IOException {
        for (int place = 0; place <= 4; place++) {
            assertEquals(NETWORK.checksum(), NetworkFiles.read(withLayer(place, type, "{\"rate\":0.3}")).parameters().checksum());
        }
    }

    /** Where a Rescaling stands, what it does, the greys it gets for a grey of 0 to 255. */
    @ParameterizedTest
    @CsvSource({"0,0.00784313725490196,-1,255", "0,-0.00392156862745098,1,255", "0,0.0127,-0.4242,255", "0,2,-1,1", "0,3.2456,-0.4242,1",
        "0,-1,1,1", "1,0.5,0.25,1", "1,-2,3,1", "2,1.5,-0.125,1", "2,-1,0,1", "3,0.25,1,1", "3,-1,0,1"})
    void aRescalingIsFoldedInWhereverItStands(int place, double scale, double offset, double greys) throws IOException {
        ImportedNetwork read = NetworkFiles.read(withLayer(place, "Rescaling", "{\"scale\":" + scale + ",\"offset\":" + offset + "}"));
        assertTrue(read.notices().toString().contains("Rescaling"), read.notices().toString());
        Dataset pictures = Examples.pictures(20, 7);
        for (int i = 0; i < pictures.size(); i++) {
            double[] expected = logits(pictures.image(i), place, scale, offset, greys);
            ForwardTrace trace = ForwardTrace.of(pictures.image(i), read.parameters());
            for (int digit = 0; digit < 10; digit++) {
                assertEquals(expected[digit], trace.logit(digit), 1e-4 * (1 + Math.abs(expected[digit])));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4 | {\"scale\":-1} | has a Rescaling layer behind softmax, which changes probabilities; expected softmax at the end",
        "0 | {\"scale\":0.1} | rescales its input by 0.1, which suits neither pixels from 0 to 255 nor from 0 to 1; expected",
        "0 | {\"scale\":[1,2]} | has a Rescaling layer whose scale and offset are not one number each; expected",
        "2 | {\"scale\":1,\"offset\":{\"class_name\":\"x\"}} | has a Rescaling layer whose scale and offset are not one number each",
        "1 | {\"scale\":1e300} | has a Rescaling layer with numbers so large that they can't be made part of the weights; expected"})
    void aRescalingThatCannotBeFoldedInIsRefused(int place, String config, String problem) throws IOException {
        Path file = withLayer(place, "Rescaling", config);
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith("other.keras " + problem), message);
    }

    @Test
    void theUsualRescalingAndOneThatDoesNothingChangeNoBit() throws IOException {
        for (String config : new String[] {"0,{\"scale\":0.00392156862745098,\"offset\":0.0}", "0,{\"scale\":1}", "2,{\"scale\":1.0}", "4,{\"scale\":1}"}) {
            Path file = withLayer(config.charAt(0) - '0', "Rescaling", config.substring(2));
            assertEquals(NETWORK.checksum(), NetworkFiles.read(file).parameters().checksum());
        }
    }

    @Test
    void aRescalingInAModelWithinTheModelCounts() throws IOException {
        Path file = withLayer(0, "Sequential", "{\"layers\":[{\"class_name\":\"Rescaling\",\"config\":{\"scale\":0.00784313725490196,\"offset\":-1}}]}");
        Path plain = withLayer(0, "Rescaling", "{\"scale\":0.00784313725490196,\"offset\":-1}");
        assertEquals(NetworkFiles.read(plain).parameters().checksum(), NetworkFiles.read(file).parameters().checksum());
    }

    @Test
    void whatAConvolutionalNetworkHoldsIsSaid() throws IOException {
        HdfWriter.Group root = new HdfWriter.Group().with("conv", new HdfWriter.Group()
                .with("kernel", new HdfWriter.Array(new int[] {3, 3, 1, 2}, new float[18])).with("bias", new HdfWriter.Array(new int[] {2}, new float[2])))
                .with("dense", new HdfWriter.Array(new int[] {1000, 500}, new float[500_000]));
        Path file = Files.write(folder.resolve("cnn.h5"), HdfWriter.bytes(root));
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertEquals("cnn.h5 holds \"conv/bias\" [2], \"conv/kernel\" [3, 3, 1, 2] float, \"dense\" [1000, 500] float; expected a network "
                + "784 → up to 4 hidden layers of 1 to 512 → 10: a kernel and a bias for each layer", message);
    }

    /** x·W₁ + b₁, relu, ·W₂ + b₂ in doubles, with y = scale·x + offset at a place. */
    private static double[] logits(byte[] pixels, int place, double scale, double offset, double greys) {
        double[] x = new double[784];
        for (int i = 0; i < x.length; i++) {
            x[i] = (pixels[i] & 0xFF) / 255.0 * greys;
        }
        x = rescaled(x, place == 0, scale, offset);
        double[] sums = rescaled(SampleNetworks.times(x, NETWORK.layer(1)), place == 1, scale, offset);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.max(0, sums[i]);
        }
        return rescaled(SampleNetworks.times(rescaled(sums, place == 2, scale, offset), NETWORK.layer(2)), place == 3, scale, offset);
    }

    private static double[] rescaled(double[] values, boolean here, double scale, double offset) {
        return DoubleStream.of(values).map(value -> here ? scale * value + offset : value).toArray();
    }

    /** The network with one more layer, where each operation is a layer of its own: Dense, relu, Dense, the last one. */
    private Path withLayer(int place, String type, String layerConfig) throws IOException {
        List<String> layers = new ArrayList<>(List.of("{\"class_name\":\"Dense\",\"config\":{\"activation\":\"linear\"}}",
                "{\"class_name\":\"Activation\",\"config\":{\"activation\":\"relu\"}}", "{\"class_name\":\"Dense\",\"config\":{}}",
                "{\"class_name\":\"Activation\",\"config\":{\"activation\":\"softmax\"}}"));
        layers.add(place, "{\"class_name\":\"" + type + "\",\"config\":" + layerConfig + "}");
        return withConfig(config -> "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[" + String.join(",", layers) + "]}}");
    }

    /** A file of Keras 3 with another configuration. */
    private Path withConfig(UnaryOperator<String> change) throws IOException {
        Path plain = folder.resolve("plain.keras");
        NetworkFiles.write(plain, NETWORK);
        Path other = folder.resolve("other.keras");
        try (ZipFile zip = new ZipFile(plain.toFile()); OutputStream out = Files.newOutputStream(other)) {
            String config = new String(zip.getInputStream(zip.getEntry("config.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertNotEquals(config, change.apply(config));
            new ZipContent(out).put("config.json", change.apply(config))
                    .put("model.weights.h5", zip.getInputStream(zip.getEntry("model.weights.h5")).readAllBytes()).finish();
        }
        return other;
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(KerasFileTest.class.getResource("/keras/" + name).toURI());
    }
}
