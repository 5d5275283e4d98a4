package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorCsvTest {

    @Test
    void aMatrixHasALineForEachRowInEveryLocale(@TempDir Path directory) throws Throwable {
        FMatrixRMaj matrix = FMatrixRMaj.wrap(2, 3, new float[] {0.1f, -2, 3e-9f, 4, 1234567.8f, -0f});
        Path file = directory.resolve("kernel.csv");
        Locales.inEach(() -> {
            TensorCsv.write(file, new Parameters.Tensor("layer_2.kernel", matrix));
            assertEquals("0.1,-2.0,3.0E-9\n4.0,1234567.8,-0.0\n", Files.readString(file));
        });
    }

    @Test
    void aBiasHasALineForEachValue() {
        FMatrixRMaj matrix = FMatrixRMaj.wrap(1, 3, new float[] {0.5f, 0, -1});
        assertEquals("0.5\n0.0\n-1.0\n", TensorCsv.text(new Parameters.Tensor("layer_1.bias", matrix)));
    }

    @Test
    void everyValueCanBeReadBackToTheBit() {
        Parameters.Tensor kernel = Parameters.glorot(Architecture.relu(20), 42).tensors().get(0);
        String[] lines = TensorCsv.text(kernel).split("\n");
        assertEquals(784, lines.length);
        for (int row = 0; row < 784; row++) {
            String[] values = lines[row].split(",");
            assertEquals(20, values.length);
            for (int column = 0; column < 20; column++) {
                assertEquals(kernel.matrix().get(row, column), Float.parseFloat(values[column]));
            }
        }
    }
}
