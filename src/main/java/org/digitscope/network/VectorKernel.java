package org.digitscope.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;

/**
 * The kernel on the JDK's vector module, for the 20 neurons of the classic network: two vectors of 8
 * outputs and 4 local variables (a second vector size would make the compiler allocate). Other layers go to
 * {@link BlockKernel}. Multiplication and addition stay two roundings (no fused multiply-add), lane by
 * lane, so the bits are the same.
 */
final class VectorKernel implements SparseKernel {

    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final int OUTPUTS = 20;

    private final SparseKernel others = new BlockKernel();

    @Override
    public void forward(FMatrixSparseCSC x, Layer layer, FMatrixRMaj z) {
        if (layer.outputs() != OUTPUTS) {
            others.forward(x, layer, z);
            return;
        }
        for (int example = 0; example < x.numCols; example++) {
            forward(x.nz_rows, x.nz_values, x.col_idx[example], x.col_idx[example + 1], layer.kernel().data,
                    layer.bias().data, z.data, example * OUTPUTS);
        }
    }

    @Override
    public void addGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj gradient) {
        if (delta.numCols != OUTPUTS) {
            others.addGradient(x, delta, gradient);
            return;
        }
        for (int example = 0; example < x.numCols; example++) {
            addGradient(x.nz_rows, x.nz_values, x.col_idx[example], x.col_idx[example + 1], delta.data,
                    example * OUTPUTS, gradient.data);
        }
    }

    private static void forward(int[] rows, float[] values, int from, int to, float[] w, float[] b, float[] z, int at) {
        FloatVector z0 = FloatVector.fromArray(EIGHT, b, 0);
        FloatVector z8 = FloatVector.fromArray(EIGHT, b, 8);
        float z16 = b[16];
        float z17 = b[17];
        float z18 = b[18];
        float z19 = b[19];
        for (int q = from; q < to; q++) {
            int i = rows[q] * OUTPUTS;
            float x = values[q];
            FloatVector xs = FloatVector.broadcast(EIGHT, x);
            z0 = xs.mul(FloatVector.fromArray(EIGHT, w, i)).add(z0);
            z8 = xs.mul(FloatVector.fromArray(EIGHT, w, i + 8)).add(z8);
            z16 += x * w[i + 16];
            z17 += x * w[i + 17];
            z18 += x * w[i + 18];
            z19 += x * w[i + 19];
        }
        z0.intoArray(z, at);
        z8.intoArray(z, at + 8);
        z[at + 16] = z16;
        z[at + 17] = z17;
        z[at + 18] = z18;
        z[at + 19] = z19;
    }

    private static void addGradient(int[] rows, float[] values, int from, int to, float[] delta, int at, float[] g) {
        FloatVector d0 = FloatVector.fromArray(EIGHT, delta, at);
        FloatVector d8 = FloatVector.fromArray(EIGHT, delta, at + 8);
        float d16 = delta[at + 16];
        float d17 = delta[at + 17];
        float d18 = delta[at + 18];
        float d19 = delta[at + 19];
        for (int q = from; q < to; q++) {
            int i = rows[q] * OUTPUTS;
            float x = values[q];
            FloatVector xs = FloatVector.broadcast(EIGHT, x);
            xs.mul(d0).add(FloatVector.fromArray(EIGHT, g, i)).intoArray(g, i);
            xs.mul(d8).add(FloatVector.fromArray(EIGHT, g, i + 8)).intoArray(g, i + 8);
            g[i + 16] += x * d16;
            g[i + 17] += x * d17;
            g[i + 18] += x * d18;
            g[i + 19] += x * d19;
        }
    }
}
