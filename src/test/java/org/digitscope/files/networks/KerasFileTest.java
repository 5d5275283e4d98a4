package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(KerasFileTest.class.getResource("/keras/" + name).toURI());
    }
}
