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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.ZipContent;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by h5py and NumPy, with the layouts of Keras 2 and 3, see make.py beside them. */
class KerasFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keras2-weights.h5", "keras2-model.h5", "keras3.weights.h5", "keras3.keras", "numpy.npz"})
    void whatPythonWroteIsRead(String name) throws IOException, URISyntaxException {
        Parameters network = NetworkFiles.read(resource(name)).parameters();
        assertEquals(1, network.hidden());
        for (int pixel = 0; pixel < 784; pixel++) {
            assertEquals(pixel / 1000f, network.layer1().kernel().data[pixel]);
        }
        assertEquals(0.5f, network.layer1().bias().data[0]);
        for (int digit = 0; digit < 10; digit++) {
            assertEquals(-digit, network.layer2().kernel().data[digit], 0);
            assertEquals(digit, network.layer2().bias().data[digit]);
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
        "\"activation\":\"relu\" | \"activation\":\"tanh\" | computes \"Dense, tanh, Dense, softmax\"; expected Dense, relu, Dense, softmax",
        "\"activation\":\"softmax\" | \"activation\":\"sigmoid\" | computes \"Dense, relu, Dense, sigmoid\"; expected",
        "\"class_name\":\"Dense\" | \"class_name\":\"MyDense\" | has a layer \"MyDense\", which is not known here; expected",
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
        "\"class_name\":\"InputLayer\" | \"class_name\":\"Flatten\""})
    void theSameNetworkSaidInAnotherWayIsRead(String part, String other) throws IOException {
        Path file = withConfig(config -> config.replaceFirst(Pattern.quote(part), other));
        assertEquals(3, NetworkFiles.read(file).parameters().hidden());
    }

    /** A file of Keras 3 with another configuration. */
    private Path withConfig(UnaryOperator<String> change) throws IOException {
        Path plain = folder.resolve("plain.keras");
        NetworkFiles.write(plain, Examples.parameters(3, 1));
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
