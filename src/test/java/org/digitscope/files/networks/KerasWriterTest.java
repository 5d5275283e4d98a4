package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KerasWriterTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"net.h5", "net.weights.h5", "net.keras"})
    void whatIsWrittenIsReadBackToTheBit(String name) throws IOException {
        for (int hidden : new int[] {1, 10, 20, 512}) {
            Parameters network = Examples.parameters(hidden, hidden);
            Path file = folder.resolve(name);
            NetworkFiles.write(file, network);
            assertEquals(network.checksum(), NetworkFiles.read(file).parameters().checksum());
            byte[] bytes = Files.readAllBytes(file);
            NetworkFiles.write(file, network);
            assertArrayEquals(bytes, Files.readAllBytes(file), "the same network gives the same file");
        }
    }

    @Test
    void groupsAttributesAndArraysLieWhereKerasLooksForThem() throws IOException {
        Path file = folder.resolve("net.h5");
        Parameters network = Examples.parameters(20, 3);
        NetworkFiles.write(file, network);
        try (HdfFile hdf = new HdfFile(file)) {
            assertTrue(hdf.getAttribute("model_config").getData().toString().startsWith("{\"class_name\":\"Sequential\""));
            assertArrayEquals(new String[] {"flatten", "layer_1", "layer_2"}, (String[]) hdf.getByPath("model_weights").getAttribute("layer_names").getData());
            assertArrayEquals(new String[] {"layer_2/kernel:0", "layer_2/bias:0"},
                    (String[]) hdf.getByPath("model_weights/layer_2").getAttribute("weight_names").getData());
            float[][] kernel = (float[][]) hdf.getDatasetByPath("model_weights/layer_1/layer_1/kernel:0").getData();
            assertEquals(784, kernel.length);
            assertEquals(network.layer(1).kernel().get(300, 7), kernel[300][7]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"older.h5", "older.weights.h5", "older.keras"})
    void whatOlderVersionsWroteIsRead(String name) throws IOException, URISyntaxException {
        Path file = Path.of(KerasWriterTest.class.getResource("/keras/" + name).toURI());
        assertEquals(Examples.parameters(1, 5).checksum(), NetworkFiles.read(file).parameters().checksum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.h5", "net.weights.h5", "net.keras"})
    void anotherProgramLoadsItTheWayKerasDoes(String name) throws IOException, InterruptedException, URISyntaxException {
        Python python = Python.with("h5py");
        Parameters network = Examples.parameters(20, 4);
        NetworkFiles.write(folder.resolve(name), network);
        NetworkFiles.write(folder.resolve("expected.npz"), network);
        Path script = Path.of(KerasWriterTest.class.getResource("/keras/load.py").toURI());
        Python.Outcome outcome = python.run(script.toString(), folder.resolve(name).toString(), folder.resolve("expected.npz").toString());
        assertEquals("the same", outcome.text().strip());
        assertEquals(0, outcome.code());
    }

    @Test
    void theScriptThatComesWithArraysFindsThemRightAndOthersWrong() throws IOException, InterruptedException {
        Python python = Python.with("numpy");
        Path file = folder.resolve("net.npz");
        Parameters network = Examples.parameters(20, 5);
        NetworkFiles.write(file, network);
        List<Path> scripts = ExportScripts.write(file, network, Examples.pictures(1, 6).image(0));
        assertEquals(List.of(folder.resolve("net_numpy.py"), folder.resolve("net_keras.py")), scripts);
        assertEquals(0, python.run(scripts.get(0).toString()).code());
        NetworkFiles.write(file, Examples.parameters(20, 6));
        Python.Outcome other = python.run(scripts.get(0).toString());
        assertEquals(1, other.code());
        assertTrue(other.text().startsWith("largest difference of a logit: "), other.text());
    }

    @Test
    void everyScriptIsAPythonProgramThatNamesItsFile() throws IOException, InterruptedException {
        Python python = Python.with("ast");
        for (String name : List.of("a.npz", "b.h5", "c.weights.h5", "d.keras", "E.KERAS")) {
            List<Path> scripts = ExportScripts.write(folder.resolve(name), Examples.parameters(3, 5), new byte[784]);
            assertFalse(scripts.isEmpty());
            for (Path script : scripts) {
                assertTrue(Files.readString(script).contains("\"" + name + "\""), name);
                assertEquals("", python.run("-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", script.toString()).text());
            }
        }
        assertEquals(List.of(), ExportScripts.write(folder.resolve("f.onnx"), Examples.parameters(3, 5), new byte[784]));
    }

    @Test
    void whereNothingCanBeWrittenItIsSaidAndNothingIsLeft() throws IOException {
        for (String name : List.of("net.h5", "net.keras")) {
            Path nowhere = folder.resolve("missing").resolve(name);
            String message = assertThrows(UnwritableFileException.class, () -> NetworkFiles.write(nowhere, Examples.parameters(1, 1))).getMessage();
            assertTrue(message.startsWith(name + " could not be written: there is no folder"), message);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
