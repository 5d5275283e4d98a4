package org.digitscope.network;

import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;

/**
 * The two products that nearly all training time goes into: a sparse batch times a dense kernel, and its gradient.
 *
 * <p>A batch X is a sparse matrix with a column for each example, here of shape (inputs, examples). For each single
 * result the additions come in one fixed order (ascending input index in {@link #forward}, ascending example in
 * {@link #addGradient}; a product, rounded, then a sum, rounded). Implementations may only differ in how many results
 * they work on at a time, so all of them give the same bits.
 */
interface SparseKernel {

    /**
     * z = Xᵀ·W + 1·b, the sums of a layer before its activation.
     *
     * @param x shape (inputs, examples), row indices ascending within a column
     * @param layer W of shape (inputs, outputs) and b
     * @param z modified: shape (examples, outputs)
     */
    void forward(FMatrixSparseCSC x, Layer layer, FMatrixRMaj z);

    /**
     * G = G + X·Δ, the gradient of the loss with respect to W.
     *
     * @param x shape (inputs, examples)
     * @param delta ∂loss/∂z, shape (examples, outputs)
     * @param gradient modified: shape (inputs, outputs)
     */
    void addGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj gradient);

    /** The fastest implementation that this Java machine has. */
    static SparseKernel fastest() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernel() : new BlockKernel();
    }
}
