package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
    @ValueSource(ints = {1, 2, 7, 8, 9, 10, 11, 15, 16, 20, 24, 25, 31, 32, 33, 39, 40, 63, 64, 65, 71, 72, 100, 128, 512})
    void everyKernelGivesTheBitsOfAPlainLoop(int width) {
        Random random = new Random(width);
        FMatrixSparseCSC x = sparse(random);
        FMatrixRMaj kernel = dense(INPUTS, width, random);
        FMatrixRMaj start = dense(EXAMPLES, width, random);
        FMatrixRMaj delta = dense(EXAMPLES, width, random);
        for (SparseKernel each : new SparseKernel[] {new PlainKernel(), new VectorKernel()}) {
            FMatrixRMaj product = start.copy();
            each.addProduct(x, kernel, product);
            assertArrayEquals(plainProduct(x, kernel, start), product.data, each + " product");

            FMatrixRMaj gradient = kernel.copy();
            each.addGradient(x, delta, gradient);
            assertArrayEquals(plainGradient(x, delta, kernel), gradient.data, each + " gradient");
        }
    }

    /** What one call leaves in the scratch arrays must not be seen by the next. */
    @Test
    void oneKernelDoesProductsOfAllShapesInTurn() {
        Random random = new Random(1);
        for (SparseKernel each : new SparseKernel[] {new PlainKernel(), new VectorKernel()}) {
            for (int i = 0; i < 40; i++) {
                int width = 1 + random.nextInt(70);
                FMatrixSparseCSC x = sparse(random);
                FMatrixRMaj kernel = dense(INPUTS, width, random);
                FMatrixRMaj product = new FMatrixRMaj(EXAMPLES, width);
                each.addProduct(x, kernel, product);
                assertArrayEquals(plainProduct(x, kernel, new FMatrixRMaj(EXAMPLES, width)), product.data);
                FMatrixRMaj delta = dense(EXAMPLES, width, random);
                FMatrixRMaj gradient = new FMatrixRMaj(INPUTS, width);
                each.addGradient(x, delta, gradient);
                assertArrayEquals(plainGradient(x, delta, new FMatrixRMaj(INPUTS, width)), gradient.data);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 128})
    void agreesWithEjmlsDenseProductsWithinRounding(int width) {
        Random random = new Random(width);
        FMatrixSparseCSC x = sparse(random);
        FMatrixRMaj dense = FConvertMatrixStruct.convert(x, (FMatrixRMaj) null);
        FMatrixRMaj kernel = dense(INPUTS, width, random);
        FMatrixRMaj product = new FMatrixRMaj(EXAMPLES, width);
        SparseKernel.fastest().addProduct(x, kernel, product);
        FMatrixRMaj expected = new FMatrixRMaj(EXAMPLES, width);
        CommonOps_FDRM.multTransA(dense, kernel, expected);
        assertArrayEquals(expected.data, product.data, 2e-5f);

        FMatrixRMaj delta = dense(EXAMPLES, width, random);
        FMatrixRMaj gradient = new FMatrixRMaj(INPUTS, width);
        SparseKernel.fastest().addGradient(x, delta, gradient);
        FMatrixRMaj expectedGradient = new FMatrixRMaj(INPUTS, width);
        CommonOps_FDRM.mult(dense, delta, expectedGradient);
        assertArrayEquals(expectedGradient.data, gradient.data, 1e-5f);
    }

    @Test
    void takesTheVectorModuleWhereTheJavaMachineHasIt() {
        Class<?> expected = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorKernel.class : PlainKernel.class;
        assertInstanceOf(expected, SparseKernel.fastest());
    }

    private static float[] plainProduct(FMatrixSparseCSC x, FMatrixRMaj d, FMatrixRMaj start) {
        FMatrixRMaj product = start.copy();
        for (int example = 0; example < EXAMPLES; example++) {
            for (int j = 0; j < d.numCols; j++) {
                float sum = start.get(example, j);
                for (int q = x.col_idx[example]; q < x.col_idx[example + 1]; q++) {
                    sum += x.nz_values[q] * d.get(x.nz_rows[q], j);
                }
                product.set(example, j, sum);
            }
        }
        return product.data;
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

    private static FMatrixRMaj dense(int rows, int columns, Random random) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = random.nextFloat() - 0.5f;
        }
        return matrix;
    }
}
