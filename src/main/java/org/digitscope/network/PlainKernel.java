package org.digitscope.network;

import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;
import org.ejml.data.IGrowArray;
import org.ejml.sparse.csc.CommonOps_FSCC;

/**
 * The kernel in plain Java. Rows of D are added to a row of C five at a time: with more, the addresses no longer fit into
 * registers. The compiler uses vector instructions only where all arrays of a loop have the same index, so each row is copied
 * into an array of its own first.
 */
final class PlainKernel implements SparseKernel {

    private final FMatrixSparseCSC transposed = new FMatrixSparseCSC(1, 1, 1);
    private final IGrowArray work = new IGrowArray();
    private float[][] rows = new float[0][];
    private float[] sums = new float[0];

    @Override
    public void addProduct(FMatrixSparseCSC x, FMatrixRMaj d, FMatrixRMaj c) {
        int width = d.numCols;
        copyRows(x, d);
        for (int column = 0; column < x.numCols; column++) {
            int from = x.col_idx[column];
            int to = x.col_idx[column + 1];
            if (from < to) {
                System.arraycopy(c.data, column * width, sums, 0, width);
                addColumn(x.nz_rows, x.nz_values, from, to);
                System.arraycopy(sums, 0, c.data, column * width, width);
            }
        }
    }

    /** With a column for each row of G, which is then loaded and stored only once. */
    @Override
    public void addGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj gradient) {
        CommonOps_FSCC.transpose(x, transposed, work);
        addProduct(transposed, delta, gradient);
    }

    /** Those that are needed: of a whole batch nearly all, of a single example a few. */
    private void copyRows(FMatrixSparseCSC x, FMatrixRMaj d) {
        int width = d.numCols;
        if (rows.length < d.numRows || sums.length != width) {
            rows = new float[d.numRows][width];
            sums = new float[width];
        }
        if (x.nz_length < d.numRows) {
            for (int q = 0; q < x.nz_length; q++) {
                System.arraycopy(d.data, x.nz_rows[q] * width, rows[x.nz_rows[q]], 0, width);
            }
        } else {
            for (int row = 0; row < d.numRows; row++) {
                System.arraycopy(d.data, row * width, rows[row], 0, width);
            }
        }
    }

    /** sums += Σ value · row over the non-zero rows of one column. */
    private void addColumn(int[] indices, float[] values, int from, int to) {
        int q = from;
        for (; q + 5 <= to; q += 5) {
            addFive(sums, values[q], rows[indices[q]], values[q + 1], rows[indices[q + 1]], values[q + 2], rows[indices[q + 2]],
                    values[q + 3], rows[indices[q + 3]], values[q + 4], rows[indices[q + 4]]);
        }
        for (; q + 2 <= to; q += 2) {
            addTwo(sums, values[q], rows[indices[q]], values[q + 1], rows[indices[q + 1]]);
        }
        if (q < to) {
            addOne(sums, values[q], rows[indices[q]]);
        }
    }

    private static void addFive(float[] sums, float x0, float[] row0, float x1, float[] row1, float x2, float[] row2,
            float x3, float[] row3, float x4, float[] row4) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] + x0 * row0[j] + x1 * row1[j] + x2 * row2[j] + x3 * row3[j] + x4 * row4[j];
        }
    }

    private static void addTwo(float[] sums, float x0, float[] row0, float x1, float[] row1) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] + x0 * row0[j] + x1 * row1[j];
        }
    }

    private static void addOne(float[] sums, float x, float[] row) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += x * row[j];
        }
    }
}
