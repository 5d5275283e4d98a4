package org.digitscope.evaluation;

import java.util.Arrays;
import org.digitscope.network.Layer;
import org.ejml.data.FMatrixRMaj;

/**
 * The sums of one layer for a block of pictures, Z = A·W + b, added up input by input in the network's own order, so that they
 * have the network's own bits.
 *
 * <p>The network leaves out neurons that are off and this class adds their 0·w, so that the compiler can use vectors. That
 * can at most turn −0 into +0, on which no answer and no loss depends.
 */
final class SumBlock {

    /** Shape (outputs, BLOCK). */
    private final float[][] z;

    SumBlock(int outputs) {
        z = new float[outputs][ForwardPass.BLOCK];
    }

    /** Shape (outputs, BLOCK); not copied. */
    float[][] sums() {
        return z;
    }

    /** z = b. */
    void start(Layer layer) {
        for (int output = 0; output < z.length; output++) {
            start(output, layer.bias().data[output]);
        }
    }

    /** z = b for one output. */
    void start(int output, float bias) {
        Arrays.fill(z[output], bias);
    }

    /** z = the other one's z for the same pictures. */
    void set(SumBlock other) {
        for (int output = 0; output < z.length; output++) {
            System.arraycopy(other.z[output], 0, z[output], 0, ForwardPass.BLOCK);
        }
    }

    /** z = z + a·w for the inputs [first, last) of {@code activations}, shape (inputs, BLOCK). */
    void add(float[][] activations, Layer layer, int first, int last) {
        for (int input = first; input < last; input++) {
            add(activations[input], layer, input);
        }
    }

    /** z = z + a·w for the weights of one input. */
    void add(float[] activations, Layer layer, int input) {
        for (int output = 0; output < z.length; output++) {
            add(output, activations, layer.kernel().data[input * z.length + output]);
        }
    }

    /** z = z + a·w for one output. */
    void add(int output, float[] activations, float weight) {
        if (Float.isFinite(weight)) {
            addProducts(z[output], activations, weight);
        } else {
            addProductsOfActive(z[output], activations, weight);
        }
    }

    /** activations = f(z). */
    void activate(Layer layer, float[][] activations) {
        for (int output = 0; output < z.length; output++) {
            activate(layer, z[output], activations[output]);
        }
    }

    /** a = f(z) for one output. */
    static void activate(Layer layer, float[] z, float[] a) {
        for (int i = 0; i < z.length; i++) {
            a[i] = layer.activation().of(z[i]);
        }
    }

    /** From a row for each picture to an array for each output; the rest of a block that isn't full is zero. */
    static void transpose(FMatrixRMaj rows, float[][] columns) {
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.numRows; row++) {
                columns[column][row] = rows.data[row * rows.numCols + column];
            }
            Arrays.fill(columns[column], rows.numRows, ForwardPass.BLOCK, 0);
        }
    }

    private static void addProducts(float[] z, float[] activations, float weight) {
        for (int i = 0; i < z.length; i++) {
            z[i] += activations[i] * weight;
        }
    }

    /** For ∞ and NaN: 0 times these is not 0. */
    private static void addProductsOfActive(float[] z, float[] activations, float weight) {
        for (int i = 0; i < z.length; i++) {
            if (activations[i] != 0) {
                z[i] += activations[i] * weight;
            }
        }
    }
}
