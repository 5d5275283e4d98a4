package org.digitscope.network;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;

/**
 * The network as one would write it down first: dense loops in double, no batches, no sparsity, no EJML. The fast path
 * is compared with it. It works on plain arrays so that a single parameter can be shifted for a gradient check.
 */
final class SlowNetwork {

    /** Of each layer, shape (inputs, outputs). */
    final double[][][] kernels;
    final double[][] biases;
    private final List<Layer> layers;
    private final double divisor;

    SlowNetwork(Parameters parameters) {
        layers = parameters.layers();
        kernels = layers.stream().map(SlowNetwork::matrix).toArray(double[][][]::new);
        biases = layers.stream().map(SlowNetwork::vector).toArray(double[][]::new);
        divisor = parameters.inputs() == Inputs.SCALED ? 255 : 1;
    }

    /** The sums of layer {@code number}, 1 for layer_1, before its activation. */
    double[] sums(byte[] image, int number) {
        double[] received = new double[Dataset.PIXELS];
        for (int pixel = 0; pixel < received.length; pixel++) {
            received[pixel] = (image[pixel] & 0xFF) / divisor;
        }
        double[] sums = sums(received, 0);
        for (int layer = 1; layer < number; layer++) {
            double[] activations = new double[sums.length];
            for (int j = 0; j < sums.length; j++) {
                activations[j] = activation(layers.get(layer - 1).activation(), sums[j]);
            }
            sums = sums(activations, layer);
        }
        return sums;
    }

    double[] logits(byte[] image) {
        return sums(image, kernels.length);
    }

    /** −ln softmax(logits)[label]. */
    double loss(byte[] image, int label) {
        double[] logits = logits(image);
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        return Math.log(sum) - logits[label];
    }

    double meanLoss(Dataset data) {
        double sum = 0;
        for (int image = 0; image < data.size(); image++) {
            sum += loss(data.image(image), data.label(image));
        }
        return sum / data.size();
    }

    static double activation(Activation activation, double sum) {
        return switch (activation) {
            case RELU -> Math.max(0, sum);
            case TANH -> Math.tanh(sum);
            case SIGMOID -> 1 / (1 + Math.exp(-sum));
            case LINEAR -> sum;
        };
    }

    private double[] sums(double[] received, int layer) {
        double[] sums = biases[layer].clone();
        for (int i = 0; i < received.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += received[i] * kernels[layer][i][j];
            }
        }
        return sums;
    }

    private static double[][] matrix(Layer layer) {
        double[][] matrix = new double[layer.inputs()][layer.outputs()];
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = 0; j < layer.outputs(); j++) {
                matrix[i][j] = layer.kernel().get(i, j);
            }
        }
        return matrix;
    }

    private static double[] vector(Layer layer) {
        double[] vector = new double[layer.outputs()];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = layer.bias().data[j];
        }
        return vector;
    }
}
