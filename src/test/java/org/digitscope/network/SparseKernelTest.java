package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.ops.FConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseKernelTest {

    private static final int INPUTS = 784;
    private static final int EXAMPLES = 7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 20, 25, 128, 512})
    void everyKernelGivesTheBitsOfAPlainLoop(int outputs) {
        Random random = new Random(outputs);
        FMatrixSparseCSC x = sparse(random);
        Layer layer = layer(outputs, random);
        FMatrixRMaj delta = dense(EXAMPLES, outputs, random);
        for (SparseKernel kernel : new SparseKernel[] {new BlockKernel(), new VectorKernel()}) {
            FMatrixRMaj z = new FMatrixRMaj(EXAMPLES, outputs);
            kernel.forward(x, layer, z);
            assertArrayEquals(plainForward(x, layer), z.data, kernel + " forward");

            FMatrixRMaj gradient = layer.kernel().copy();
            kernel.addGradient(x, delta, gradient);
            assertArrayEquals(plainGradient(x, delta, layer.kernel()), gradient.data, kernel + " gradient");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 128})
    void agreesWithEjmlsDenseProductsWithinRounding(int outputs) {
        Random random = new Random(outputs);
        FMatrixSparseCSC x = sparse(random);
        FMatrixRMaj dense = FConvertMatrixStruct.convert(x, (FMatrixRMaj) null);
        Layer layer = layer(outputs, random);
        FMatrixRMaj z = new FMatrixRMaj(EXAMPLES, outputs);
        SparseKernel.fastest().forward(x, layer, z);
        FMatrixRMaj expected = new FMatrixRMaj(EXAMPLES, outputs);
        CommonOps_FDRM.multTransA(dense, layer.kernel(), expected);
        for (int i = 0; i < EXAMPLES; i++) {
            for (int j = 0; j < outputs; j++) {
                assertEquals(expected.get(i, j) + layer.bias().data[j], z.get(i, j), 2e-5);
            }
        }

        FMatrixRMaj delta = dense(EXAMPLES, outputs, random);
        FMatrixRMaj gradient = new FMatrixRMaj(INPUTS, outputs);
        SparseKernel.fastest().addGradient(x, delta, gradient);
        FMatrixRMaj expectedGradient = new FMatrixRMaj(INPUTS, outputs);
        CommonOps_FDRM.mult(dense, delta, expectedGradient);
        assertArrayEquals(expectedGradient.data, gradient.data, 1e-5f);
    }

    @Test
    void takesTheVectorModuleWhereTheJavaMachineHasIt() {
        Class<?> expected = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorKernel.class : BlockKernel.class;
        assertInstanceOf(expected, SparseKernel.fastest());
    }

    private static float[] plainForward(FMatrixSparseCSC x, Layer layer) {
        float[] z = new float[EXAMPLES * layer.outputs()];
        for (int example = 0; example < EXAMPLES; example++) {
            for (int j = 0; j < layer.outputs(); j++) {
                float sum = layer.bias().data[j];
                for (int q = x.col_idx[example]; q < x.col_idx[example + 1]; q++) {
                    sum += x.nz_values[q] * layer.kernel().get(x.nz_rows[q], j);
                }
                z[example * layer.outputs() + j] = sum;
            }
        }
        return z;
    }

    private static float[] plainGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj start) {
        FMatrixRMaj gradient = start.copy();
        for (int example = 0; example < EXAMPLES; example++) {
            for (int q = x.col_idx[example]; q < x.col_idx[example + 1]; q++) {
                for (int j = 0; j < delta.numCols; j++) {
                    int row = x.nz_rows[q];
                    gradient.set(row, j, gradient.get(row, j) + x.nz_values[q] * delta.get(example, j));
                }
            }
        }
        return gradient.data;
    }

    /** A column without any pixel is among them. */
    private static FMatrixSparseCSC sparse(Random random) {
        FMatrixRMaj dense = new FMatrixRMaj(INPUTS, EXAMPLES);
        for (int i = 0; i < INPUTS; i++) {
            for (int j = 1; j < EXAMPLES; j++) {
                dense.set(i, j, random.nextInt(5) == 0 ? random.nextFloat() : 0);
            }
        }
        return FConvertMatrixStruct.convert(dense, (FMatrixSparseCSC) null, 0);
    }

    private static Layer layer(int outputs, Random random) {
        return new Layer(dense(INPUTS, outputs, random), dense(1, outputs, random));
    }

    private static FMatrixRMaj dense(int rows, int columns, Random random) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = random.nextFloat() - 0.5f;
        }
        return matrix;
    }
}
