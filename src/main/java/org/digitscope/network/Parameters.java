package org.digitscope.network;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.data.Sha256;
import org.ejml.data.FMatrixRMaj;

/**
 * All learned numbers of a network: layer_1 (784 → hidden) and layer_2 (hidden → 10). Gradients and the moments of Adam
 * have the same shape and use the same type.
 */
public record Parameters(Layer layer1, Layer layer2) {

    public static final int MAX_HIDDEN = 512;

    /** One named matrix, as model files and tables show it. */
    public record Tensor(String name, FMatrixRMaj matrix) {

        /** A bias is written as a vector, so its shape is (n) and not (1, n). */
        public boolean isVector() {
            return name.endsWith(".bias");
        }
    }

    /** @throws IllegalArgumentException when the layers don't make up 784 → 1…512 → 10 */
    public Parameters {
        int hidden = layer1.outputs();
        if (layer1.inputs() != Dataset.PIXELS || layer2.inputs() != hidden || layer2.outputs() != Dataset.CLASSES
                || hidden < 1 || hidden > MAX_HIDDEN) {
            throw new IllegalArgumentException("a network goes 784 → 1 to 512 hidden → 10, not " + layer1.inputs() + " → "
                    + hidden + ", " + layer2.inputs() + " → " + layer2.outputs());
        }
    }

    /** Parameters that are all zero, for {@code hidden} neurons. */
    public static Parameters zeros(int hidden) {
        return new Parameters(Layer.zeros(Dataset.PIXELS, hidden), Layer.zeros(hidden, Dataset.CLASSES));
    }

    /**
     * The start values: each kernel Glorot uniform, between −√(6/(inputs + outputs)) and +√(6/(inputs + outputs)); biases
     * zero. The same seed gives the same bits everywhere. Source: Glorot and Bengio 2010, equation 16.
     */
    public static Parameters glorot(int hidden, long seed) {
        Parameters start = zeros(hidden);
        SplitMix64 random = new SplitMix64(seed);
        for (Layer layer : List.of(start.layer1, start.layer2)) {
            float limit = (float) Math.sqrt(6.0 / (layer.inputs() + layer.outputs()));
            float[] weights = layer.kernel().data;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = limit * (2 * random.nextFloat() - 1);
            }
        }
        return start;
    }

    public int hidden() {
        return layer1.outputs();
    }

    /** How many numbers there are: 785·hidden + (hidden + 1)·10, so 15,910 for 20 neurons. */
    public int count() {
        return tensors().stream().mapToInt(tensor -> tensor.matrix().getNumElements()).sum();
    }

    /** The four tensors in their usual order and with their usual names, sharing this object's numbers. */
    public List<Tensor> tensors() {
        return List.of(
                new Tensor("layer_1.kernel", layer1.kernel()), new Tensor("layer_1.bias", layer1.bias()),
                new Tensor("layer_2.kernel", layer2.kernel()), new Tensor("layer_2.bias", layer2.bias()));
    }

    /** SHA-256 over all numbers in the order of {@link #arrays}, in hexadecimal: the same for the same bits. */
    public String checksum() {
        MessageDigest digest = Sha256.start();
        for (float[] array : arrays()) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * array.length);
            bytes.asFloatBuffer().put(array);
            digest.update(bytes.array());
        }
        return Sha256.end(digest);
    }

    public Parameters copy() {
        return new Parameters(layer1.copy(), layer2.copy());
    }

    /** The numbers of the four tensors, row by row, in the order of {@link #tensors}; not copied. */
    public float[][] arrays() {
        return new float[][] {layer1.kernel().data, layer1.bias().data, layer2.kernel().data, layer2.bias().data};
    }

    /** Overwrites these numbers with those of {@code source}, which has as many hidden neurons. */
    public void set(Parameters source) {
        float[][] from = source.arrays();
        float[][] to = arrays();
        for (int i = 0; i < to.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, to[i].length);
        }
    }

    /** Makes all numbers zero. */
    public void setZero() {
        for (float[] array : arrays()) {
            Arrays.fill(array, 0);
        }
    }

    /** Whether every number is finite. */
    public boolean isFinite() {
        for (float[] array : arrays()) {
            for (float value : array) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
