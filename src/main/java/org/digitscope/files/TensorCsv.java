package org.digitscope.files;

import java.nio.file.Path;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * All values of a tensor as CSV without a header: a line for each row of a matrix, a line for each value of a bias.
 * Numbers have a decimal point and keep every bit; lines end with a line feed.
 */
public final class TensorCsv {

    private TensorCsv() {
    }

    /** @throws UnwritableFileException when the file can't be written; one that was there before lives on */
    public static void write(Path file, Parameters.Tensor tensor) throws UnwritableFileException {
        AtomicFile.writeText(file, text(tensor));
    }

    static String text(Parameters.Tensor tensor) {
        FMatrixRMaj matrix = tensor.matrix();
        int valuesPerLine = tensor.isVector() ? 1 : matrix.numCols;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < matrix.getNumElements(); i++) {
            text.append(matrix.data[i]).append((i + 1) % valuesPerLine == 0 ? '\n' : ',');
        }
        return text.toString();
    }
}
