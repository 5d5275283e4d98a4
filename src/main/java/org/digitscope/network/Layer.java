package org.digitscope.network;

import org.ejml.data.FMatrixRMaj;

/**
 * The learned numbers of one dense layer, a = f(x·W + b).
 *
 * @param kernel the weights W, shape (inputs, outputs): row i holds what input i sends to every output
 * @param bias the biases b, shape (1, outputs)
 * @param activation f
 */
public record Layer(FMatrixRMaj kernel, FMatrixRMaj bias, Activation activation) {

    /** @throws IllegalArgumentException when the bias doesn't fit the kernel */
    public Layer {
        if (bias.numRows != 1 || bias.numCols != kernel.numCols) {
            throw new IllegalArgumentException("a kernel with " + kernel.numCols + " outputs needs a bias of shape (1, "
                    + kernel.numCols + "), not (" + bias.numRows + ", " + bias.numCols + ")");
        }
    }

    /** A layer whose weights and biases are all zero. */
    public static Layer zeros(int inputs, int outputs, Activation activation) {
        return new Layer(new FMatrixRMaj(inputs, outputs), new FMatrixRMaj(1, outputs), activation);
    }

    public int inputs() {
        return kernel.numRows;
    }

    public int outputs() {
        return kernel.numCols;
    }

    /** How many numbers it has: 15,700 for 784 inputs and 20 outputs. */
    public int count() {
        return kernel.getNumElements() + bias.getNumElements();
    }

    Layer copy() {
        return new Layer(kernel.copy(), bias.copy(), activation);
    }
}
