package org.digitscope.network;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.Sha256;
import org.ejml.data.FMatrixRMaj;

/**
 * All learned numbers of a network of dense layers: layer_1 … layer_n, from 784 pixels to 10 logits. Gradients and the moments
 * of optimizers have the same shape and use the same type.
 *
 * @param layers from the first to the last; the last one is linear, as softmax comes after it
 * @param inputs what the network is given for a grey value
 */
public record Parameters(List<Layer> layers, Inputs inputs) {

    /** One named matrix, as model files and tables show it. */
    public record Tensor(String name, FMatrixRMaj matrix) {

        /** A bias is written as a vector, so its shape is (n) and not (1, n). */
        public boolean isVector() {
            return name.endsWith(".bias");
        }
    }

    /** @throws IllegalArgumentException when the layers don't make up such a network */
    public Parameters {
        layers = List.copyOf(layers);
        boolean fits = !layers.isEmpty() && layers.size() <= Architecture.MAX_HIDDEN_LAYERS + 1;
        int outputs = Dataset.PIXELS;
        for (int i = 0; i < layers.size() && fits; i++) {
            Layer layer = layers.get(i);
            fits = layer.inputs() == outputs && layer.outputs() >= 1 && layer.outputs() <= Architecture.MAX_NEURONS;
            outputs = layer.outputs();
        }
        fits &= layers.stream().limit(Math.max(0, layers.size() - 1)).map(Layer::activation).distinct().count() <= 1;
        if (!fits || outputs != Dataset.CLASSES || layers.get(layers.size() - 1).activation() != Activation.LINEAR) {
            throw new IllegalArgumentException("a network goes 784 → up to " + Architecture.MAX_HIDDEN_LAYERS + " hidden layers of 1 to "
                    + Architecture.MAX_NEURONS + " with one activation → 10, linear, not " + layers.stream().map(layer -> layer.inputs() + " → "
                    + layer.outputs() + " " + layer.activation()).collect(Collectors.joining(", ")));
        }
    }

    /** A network that is given grey values divided by 255. */
    public static Parameters of(Layer... layers) {
        return new Parameters(List.of(layers), Inputs.SCALED);
    }

    /** Glorot uniform start values, as Keras has them by default. */
    public static Parameters glorot(Architecture architecture, long seed) {
        return Initialization.GLOROT.create(architecture, seed);
    }

    /** Parameters that are all zero. */
    public static Parameters zeros(Architecture architecture) {
        List<Integer> sizes = architecture.sizes();
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            boolean isLast = i == sizes.size() - 1;
            layers.add(Layer.zeros(sizes.get(i - 1), sizes.get(i), isLast ? Activation.LINEAR : architecture.activation()));
        }
        return new Parameters(layers, architecture.inputs());
    }

    /** Parameters of the same shape that are all zero. */
    public Parameters zeros() {
        return zeros(architecture());
    }

    /** Number of layers: the hidden ones and the last. */
    public int depth() {
        return layers.size();
    }

    /** Layer {@code number}, 1 for layer_1. */
    public Layer layer(int number) {
        return layers.get(number - 1);
    }

    /** The same network with another layer {@code number}; the others are shared. */
    public Parameters withLayer(int number, Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        changed.set(number - 1, layer);
        return new Parameters(changed, inputs);
    }

    /** The last layer, whose outputs are the logits. */
    public Layer last() {
        return layers.get(layers.size() - 1);
    }

    /** What is made of the sums of layer {@code number}, by name: softmax for the last. */
    public String activationOf(int number) {
        return number == depth() ? "softmax" : layer(number).activation().label();
    }

    /** The layers whose outputs are neurons. */
    public List<Layer> hiddenLayers() {
        return layers.subList(0, layers.size() - 1);
    }

    /** How it is built: of the same architecture are networks with the same layers, whatever their numbers. */
    public Architecture architecture() {
        List<Integer> hidden = hiddenLayers().stream().map(Layer::outputs).toList();
        return new Architecture(hidden, layers.get(0).activation(), inputs);
    }

    /** How many numbers there are: 15,910 for 784 → 20 → 10. */
    public int count() {
        return layers.stream().mapToInt(Layer::count).sum();
    }

    /** Kernel and bias of each layer with their usual names, sharing this object's numbers. */
    public List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (int number = 1; number <= depth(); number++) {
            tensors.add(new Tensor("layer_" + number + ".kernel", layer(number).kernel()));
            tensors.add(new Tensor("layer_" + number + ".bias", layer(number).bias()));
        }
        return tensors;
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
        return new Parameters(layers.stream().map(Layer::copy).toList(), inputs);
    }

    /** The numbers of all tensors, row by row, in the order of {@link #tensors}; not copied. */
    public float[][] arrays() {
        float[][] arrays = new float[2 * depth()][];
        for (int i = 0; i < depth(); i++) {
            arrays[2 * i] = layers.get(i).kernel().data;
            arrays[2 * i + 1] = layers.get(i).bias().data;
        }
        return arrays;
    }

    /** Overwrites these numbers with those of {@code source}, which has the same shape. */
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
