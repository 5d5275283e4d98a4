package org.digitscope.network;

import org.digitscope.data.Dataset;

/**
 * The network as one would write it down first: dense loops in double, no batches, no sparsity, no EJML. The fast path
 * is compared with it. It works on plain arrays so that a single parameter can be shifted for a gradient check.
 */
final class SlowNetwork {

    final double[][] kernel1;
    final double[] bias1;
    final double[][] kernel2;
    final double[] bias2;

    SlowNetwork(Parameters parameters) {
        kernel1 = matrix(parameters.layer1());
        bias1 = vector(parameters.layer1());
        kernel2 = matrix(parameters.layer2());
        bias2 = vector(parameters.layer2());
    }

    double[] hiddenSums(byte[] image) {
        double[] sums = bias1.clone();
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += (image[pixel] & 0xFF) / 255.0 * kernel1[pixel][j];
            }
        }
        return sums;
    }

    double[] logits(byte[] image) {
        double[] hidden = hiddenSums(image);
        double[] logits = bias2.clone();
        for (int j = 0; j < hidden.length; j++) {
            for (int k = 0; k < logits.length; k++) {
                logits[k] += Math.max(0, hidden[j]) * kernel2[j][k];
            }
        }
        return logits;
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
