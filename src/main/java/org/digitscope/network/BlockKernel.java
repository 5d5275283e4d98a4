package org.digitscope.network;

import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;

/**
 * The kernel in plain Java. Ten outputs at a time are kept in local variables, which the compiler holds in registers:
 * 20 neurons are two such blocks and 10 digits one. Outputs that don't fill a block are done in a simple loop.
 */
final class BlockKernel implements SparseKernel {

    /** Outputs at a time, whose sums stay in local variables: layer_2 has 10, the classic layer_1 twice as many. */
    private static final int BLOCK = 10;

    @Override
    public void forward(FMatrixSparseCSC x, Layer layer, FMatrixRMaj z) {
        int outputs = layer.outputs();
        for (int example = 0; example < x.numCols; example++) {
            int from = x.col_idx[example];
            int to = x.col_idx[example + 1];
            int output = 0;
            for (; output + BLOCK <= outputs; output += BLOCK) {
                forwardBlock(x.nz_rows, x.nz_values, from, to, layer, output, z.data, example * outputs + output);
            }
            forwardRest(x.nz_rows, x.nz_values, from, to, layer, output, z.data, example * outputs);
        }
    }

    @Override
    public void addGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj gradient) {
        int outputs = delta.numCols;
        for (int example = 0; example < x.numCols; example++) {
            int from = x.col_idx[example];
            int to = x.col_idx[example + 1];
            int output = 0;
            for (; output + BLOCK <= outputs; output += BLOCK) {
                addBlock(x.nz_rows, x.nz_values, from, to, delta.data, example * outputs + output,
                        gradient.data, output, outputs);
            }
            addRest(x.nz_rows, x.nz_values, from, to, delta.data, example * outputs, gradient.data, output, outputs);
        }
    }

    /** z[output…output+9] = b + Σ value · W[row] over the non-zero rows of one example. */
    private static void forwardBlock(int[] rows, float[] values, int from, int to, Layer layer, int output,
            float[] z, int at) {
        float[] w = layer.kernel().data;
        float[] b = layer.bias().data;
        int outputs = layer.outputs();
        float z0 = b[output];
        float z1 = b[output + 1];
        float z2 = b[output + 2];
        float z3 = b[output + 3];
        float z4 = b[output + 4];
        float z5 = b[output + 5];
        float z6 = b[output + 6];
        float z7 = b[output + 7];
        float z8 = b[output + 8];
        float z9 = b[output + 9];
        for (int q = from; q < to; q++) {
            float x = values[q];
            int i = rows[q] * outputs + output;
            z0 += x * w[i];
            z1 += x * w[i + 1];
            z2 += x * w[i + 2];
            z3 += x * w[i + 3];
            z4 += x * w[i + 4];
            z5 += x * w[i + 5];
            z6 += x * w[i + 6];
            z7 += x * w[i + 7];
            z8 += x * w[i + 8];
            z9 += x * w[i + 9];
        }
        z[at] = z0;
        z[at + 1] = z1;
        z[at + 2] = z2;
        z[at + 3] = z3;
        z[at + 4] = z4;
        z[at + 5] = z5;
        z[at + 6] = z6;
        z[at + 7] = z7;
        z[at + 8] = z8;
        z[at + 9] = z9;
    }

    private static void forwardRest(int[] rows, float[] values, int from, int to, Layer layer, int output,
            float[] z, int at) {
        float[] w = layer.kernel().data;
        int outputs = layer.outputs();
        if (output == outputs) {
            return;
        }
        System.arraycopy(layer.bias().data, output, z, at + output, outputs - output);
        for (int q = from; q < to; q++) {
            float x = values[q];
            int row = rows[q] * outputs;
            for (int j = output; j < outputs; j++) {
                z[at + j] += x * w[row + j];
            }
        }
    }

    /** G[row][output…output+9] += value · δ over the non-zero rows of one example. */
    private static void addBlock(int[] rows, float[] values, int from, int to, float[] delta, int at,
            float[] g, int output, int outputs) {
        float d0 = delta[at];
        float d1 = delta[at + 1];
        float d2 = delta[at + 2];
        float d3 = delta[at + 3];
        float d4 = delta[at + 4];
        float d5 = delta[at + 5];
        float d6 = delta[at + 6];
        float d7 = delta[at + 7];
        float d8 = delta[at + 8];
        float d9 = delta[at + 9];
        for (int q = from; q < to; q++) {
            float x = values[q];
            int i = rows[q] * outputs + output;
            g[i] += x * d0;
            g[i + 1] += x * d1;
            g[i + 2] += x * d2;
            g[i + 3] += x * d3;
            g[i + 4] += x * d4;
            g[i + 5] += x * d5;
            g[i + 6] += x * d6;
            g[i + 7] += x * d7;
            g[i + 8] += x * d8;
            g[i + 9] += x * d9;
        }
    }

    private static void addRest(int[] rows, float[] values, int from, int to, float[] delta, int at,
            float[] g, int output, int outputs) {
        if (output == outputs) {
            return;
        }
        for (int q = from; q < to; q++) {
            float x = values[q];
            int row = rows[q] * outputs;
            for (int j = output; j < outputs; j++) {
                g[row + j] += x * delta[at + j];
            }
        }
    }
}
