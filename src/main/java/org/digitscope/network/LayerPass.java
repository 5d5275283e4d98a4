package org.digitscope.network;

import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * What one layer computes on a batch of examples, forward and backward, with the matrices that this takes:
 *
 * <pre>
 *   Z = X·W + b    A = f(Z)         Δ = ∂loss/∂Z         ∂W = Xᵀ·Δ    ∂b = Σ Δ    ∂loss/∂X = Δ·Wᵀ
 * </pre>
 */
final class LayerPass {

    private final Layer layer;
    private final SparseKernel kernel;
    /** Of another width, so that neither has to make its scratch arrays anew. */
    private final SparseKernel backwardKernel;
    /** A column for each example, only what isn't zero: about half of the neurons are off with ReLU. */
    private final FMatrixSparseCSC activations;
    private final FMatrixRMaj sums;
    private final FMatrixRMaj delta;
    /** Δᵀ without leaving anything out: a column for each example, the numbers are those of Δ themselves. */
    private final FMatrixSparseCSC deltaColumns;
    private final FMatrixRMaj transposedKernel;

    LayerPass(Layer layer, int capacity, Supplier<SparseKernel> kernels) {
        int outputs = layer.outputs();
        this.layer = layer;
        kernel = kernels.get();
        backwardKernel = kernels.get();
        activations = new FMatrixSparseCSC(outputs, capacity, outputs * capacity + 1);
        sums = new FMatrixRMaj(capacity, outputs);
        delta = new FMatrixRMaj(capacity, outputs);
        deltaColumns = new FMatrixSparseCSC(outputs, capacity, outputs * capacity);
        deltaColumns.nz_values = delta.data;
        for (int i = 0; i < outputs * capacity; i++) {
            deltaColumns.nz_rows[i] = i % outputs;
        }
        for (int example = 0; example <= capacity; example++) {
            deltaColumns.col_idx[example] = example * outputs;
        }
        transposedKernel = new FMatrixRMaj(1, 1);
    }

    /** Z of the last {@link #forward}, shape (examples, outputs). */
    FMatrixRMaj sums() {
        return sums;
    }

    /** Δ, shape (examples, outputs): to be filled before {@link #addGradient}. */
    FMatrixRMaj delta() {
        return delta;
    }

    /** A after {@link #activate}, shape (outputs, examples). */
    FMatrixSparseCSC activations() {
        return activations;
    }

    /**
     * Z = X·W + b.
     *
     * @param x shape (inputs, examples)
     */
    void forward(FMatrixSparseCSC x) {
        int outputs = layer.outputs();
        sums.reshape(x.numCols, outputs);
        delta.reshape(x.numCols, outputs);
        for (int example = 0; example < x.numCols; example++) {
            System.arraycopy(layer.bias().data, 0, sums.data, example * outputs, outputs);
        }
        kernel.addProduct(x, layer.kernel(), sums);
    }

    /** A = f(Z). */
    FMatrixSparseCSC activate() {
        Activation activation = layer.activation();
        int outputs = layer.outputs();
        activations.reshape(outputs, sums.numRows, outputs * sums.numRows + 1);
        int at = 0;
        for (int example = 0; example < sums.numRows; example++) {
            for (int neuron = 0; neuron < outputs; neuron++) {
                float a = activation.of(sums.data[example * outputs + neuron]);
                // no branch, as whether a neuron is on can't be predicted
                activations.nz_rows[at] = neuron;
                activations.nz_values[at] = a;
                at += a == 0 ? 0 : 1;
            }
            activations.col_idx[example + 1] = at;
        }
        activations.nz_length = at;
        return activations;
    }

    /**
     * ∂W = ∂W + Xᵀ·Δ and ∂b = ∂b + Σ Δ.
     *
     * @param x what {@link #forward} was given
     * @param gradient modified
     */
    void addGradient(FMatrixSparseCSC x, Layer gradient) {
        kernel.addGradient(x, delta, gradient.kernel());
        for (int example = 0; example < delta.numRows; example++) {
            for (int output = 0; output < delta.numCols; output++) {
                gradient.bias().data[output] += delta.data[example * delta.numCols + output];
            }
        }
    }

    /** Δ of the layer before = (Δ·Wᵀ) ⊙ f′(Z of the layer before). */
    void backward(LayerPass before) {
        CommonOps_FDRM.transpose(layer.kernel(), transposedKernel);
        deltaColumns.numCols = delta.numRows;
        deltaColumns.nz_length = delta.numRows * delta.numCols;
        before.delta.zero();
        backwardKernel.addProduct(deltaColumns, transposedKernel, before.delta);
        before.multiplyBySlope();
    }

    private void multiplyBySlope() {
        for (int i = 0; i < delta.numRows * delta.numCols; i++) {
            delta.data[i] *= layer.activation().slope(sums.data[i]);
        }
    }
}
