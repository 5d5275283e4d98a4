package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.ZipContent;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keras's models of other depths and activations, however their configuration says so. */
class KerasDepthTest {

    private static final Parameters TANH = Examples.parameters(new Architecture(List.of(6, 5), Activation.TANH, Inputs.SCALED), 2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tanh Dense|tanh Dense|softmax Dense", "tanh Dense|tanh Dense|linear Dense", "Dense|tanh|tanh Dense|Dense|softmax",
        "linear Dense|tanh|Dense|tanh|Dense|Softmax", "Dropout|tanh Dense|Dropout|tanh Dense|Dropout|Dense"})
    void activationsStandInDenseLayersOrBetweenThem(String layers) throws IOException {
        ImportedNetwork read = NetworkFiles.read(file(TANH, layers));
        assertEquals(TANH.architecture(), read.parameters().architecture());
        assertEquals(TANH.checksum(), read.parameters().checksum());
        assertTrue(read.notices().stream().noneMatch(notice -> notice.contains("assumed")), "the file says it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "tanh Dense|sigmoid Dense|softmax Dense; computes \"Dense, tanh, Dense, sigmoid, Dense, softmax\"; expected up to 4 hidden Dense layers, all with one of",
        "tanh Dense|Dense|softmax Dense; computes \"Dense, tanh, Dense, Dense, softmax\"; expected",
        "tanh Dense|tanh Dense|tanh Dense; computes \"Dense, tanh, Dense, tanh, Dense, tanh\"; expected",
        "tanh Dense|tanh|tanh Dense|Dense; computes \"Dense, tanh, tanh\"; expected",
        "tanh Dense|softmax Dense|Dense; computes \"Dense, tanh, Dense, softmax, Dense\"; expected",
        "tanh|Dense|Dense|Dense; computes \"tanh\"; expected",
        "tanh Dense|tanh Dense|tanh Dense|softmax Dense; has a configuration with 4 Dense layers and arrays of 3; expected as many of both",
        "Dense|softmax; has a configuration with 1 Dense layers and arrays of 3; expected as many of both",
        "Dense|Dense|Dense|Dense|Dense|Dense; computes \"Dense, Dense, Dense, Dense, Dense, Dense\"; expected"})
    void whatCantBeSuchANetworkIsRefused(String layers, String problem) throws IOException {
        Path file = file(TANH, layers);
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith("net.keras " + problem), message);
    }

    @Test
    void aModelWithoutAHiddenLayerIsRead() throws IOException {
        Parameters network = Examples.parameters(Architecture.relu(), 3);
        assertEquals(network.checksum(), NetworkFiles.read(file(network, "softmax Dense")).parameters().checksum());
        assertEquals(network.checksum(), NetworkFiles.read(file(network, "Dense")).parameters().checksum());
    }

    /** Before the first Dense layer and behind each operation but softmax. */
    @ParameterizedTest
    @CsvSource({"0,0.5,-0.25", "0,0.00784313725490196,-1", "1,0.5,0.25", "2,-2,0.5", "3,0.75,-0.125", "4,-1,1", "5,0.25,3"})
    void aRescalingIsFoldedInWhereverItStands(int place, double scale, double offset) throws IOException {
        List<String> layers = new ArrayList<>(List.of("Dense", "tanh", "Dense", "tanh", "Dense", "softmax"));
        layers.add(place, "Rescaling " + scale + " " + offset);
        Parameters read = NetworkFiles.read(file(TANH, String.join("|", layers))).parameters();
        assertEquals(Inputs.SCALED, read.inputs());
        Dataset pictures = Examples.pictures(10, 7);
        for (int i = 0; i < pictures.size(); i++) {
            double[] values = new double[Dataset.PIXELS];
            for (int pixel = 0; pixel < values.length; pixel++) {
                values[pixel] = (pictures.image(i)[pixel] & 0xFF) / (scale < 0.05 && place == 0 ? 1 : 255.0);
            }
            for (int at = 0; at < 6; at++) {
                if (at == place) {
                    values = DoubleStream.of(values).map(value -> scale * value + offset).toArray();
                }
                values = at == 5 ? values : at % 2 == 1 ? DoubleStream.of(values).map(Math::tanh).toArray() : SampleNetworks.times(values, TANH.layer(1 + at / 2));
            }
            ForwardTrace trace = ForwardTrace.of(pictures.image(i), read);
            for (int digit = 0; digit < Dataset.CLASSES; digit++) {
                assertEquals(values[digit], trace.logit(digit), 1e-4 * (1 + Math.abs(values[digit])));
            }
        }
    }

    @Test
    void aModelThatMultipliesItsInputBy255IsGivenGreyValues() throws IOException {
        Parameters read = NetworkFiles.read(file(TANH, "Rescaling 255 0|tanh Dense|tanh Dense|Dense")).parameters();
        assertEquals(Inputs.GREY, read.inputs());
        assertEquals(TANH.checksum(), read.checksum());
    }

    /** A .keras file with the network's arrays and a configuration with these layers: "tanh Dense", "tanh", "Rescaling 2 0", Dropout. */
    private Path file(Parameters network, String layers) throws IOException {
        String config = Stream.of(layers.split("\\|")).map(KerasDepthTest::layer).collect(Collectors.joining(","));
        Path plain = folder.resolve("plain.keras");
        NetworkFiles.write(plain, network);
        Path file = folder.resolve("net.keras");
        try (ZipFile zip = new ZipFile(plain.toFile()); OutputStream out = Files.newOutputStream(file)) {
            new ZipContent(out).put("config.json", "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[" + config + "]}}")
                    .put("model.weights.h5", zip.getInputStream(zip.getEntry("model.weights.h5")).readAllBytes()).finish();
        }
        return file;
    }

    private static String layer(String text) {
        String[] words = text.split(" ");
        return switch (words[words.length - 1]) {
            case "Dense" -> words.length == 1 ? object("Dense", "") : object("Dense", "\"activation\":\"" + words[0] + "\"");
            case "Dropout", "Softmax" -> object(text, "");
            default -> words.length == 1 ? object("Activation", "\"activation\":\"" + text + "\"")
                    : object(words[0], "\"scale\":" + words[1] + ",\"offset\":" + words[2]);
        };
    }

    private static String object(String type, String config) {
        return "{\"class_name\":\"" + type + "\",\"config\":{" + config + "}}";
    }
}
