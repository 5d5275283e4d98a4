package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** All values of a tensor as CSV without a header: a line for each row of a kernel, a line for each value of a bias. */
public final class TensorCsv {

    private TensorCsv() {
    }

    /** Numbers are written so that they read back to the same bits, the same in every locale. */
    public static void write(Path file, Parameters.Tensor tensor) throws IOException {
        SafeFile.writeText(file, text(tensor));
    }

    static String text(Parameters.Tensor tensor) {
        FMatrixRMaj matrix = tensor.matrix();
        int columns = tensor.isVector() ? 1 : matrix.numCols;
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < matrix.getNumElements(); i++) {
            csv.append(matrix.data[i]).append((i + 1) % columns == 0 ? '\n' : ',');
        }
        return csv.toString();
    }
}
