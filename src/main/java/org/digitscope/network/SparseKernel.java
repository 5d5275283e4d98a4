package org.digitscope.network;

import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;

/**
 * The products that nearly all training time goes into, with a sparse X that has a column for each example:
 *
 * <pre>
 *   forward     Z = 1·b + Xᵀ·W
 *   gradient    G = G + X·Δ
 *   backward    E = 0 + Δ·Wᵀ      (X = Δᵀ)
 * </pre>
 *
 * <p>For each single result the additions come in one fixed order (ascending row of X in {@link #addProduct}, ascending example
 * in {@link #addGradient}; a product, rounded, then a sum, rounded). Implementations may only differ in how many results they
 * work on at a time, so all of them give the same bits. They hold scratch arrays, so one belongs to one thread.
 */
interface SparseKernel {

    /**
     * C = C + Xᵀ·D.
     *
     * @param x shape (rows, examples), row indices ascending within a column
     * @param d shape (rows, width)
     * @param c modified: shape (examples, width)
     */
    void addProduct(FMatrixSparseCSC x, FMatrixRMaj d, FMatrixRMaj c);

    /**
     * G = G + X·Δ.
     *
     * @param x shape (rows, examples)
     * @param delta shape (examples, width)
     * @param gradient modified: shape (rows, width)
     */
    void addGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj gradient);

    /** A new one of the fastest implementation that this Java machine has. */
    static SparseKernel fastest() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernel() : new PlainKernel();
    }
}
