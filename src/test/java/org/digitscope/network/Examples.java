package org.digitscope.network;

import java.util.Random;
import org.digitscope.data.Dataset;

/** Small made-up inputs for tests. */
public final class Examples {

    private Examples() {
    }

    /** Random pictures of which about a fifth of the pixels is not black, as in MNIST. */
    public static Dataset pictures(int count, long seed) {
        Random random = new Random(seed);
        Dataset.Builder builder = Dataset.builder("random pictures", count);
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[Dataset.PIXELS];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = random.nextInt(5) == 0 ? (byte) random.nextInt(256) : 0;
            }
            builder.add(pixels, random.nextInt(Dataset.CLASSES));
        }
        return builder.build();
    }

    /** Start weights of a network with one hidden layer plus biases that are not zero. */
    public static Parameters parameters(int hidden, long seed) {
        return parameters(Architecture.relu(hidden), seed);
    }

    /** Start weights plus biases that are not zero. */
    public static Parameters parameters(Architecture architecture, long seed) {
        Parameters parameters = Parameters.glorot(architecture, seed);
        Random random = new Random(seed);
        for (Layer layer : parameters.layers()) {
            for (int i = 0; i < layer.outputs(); i++) {
                layer.bias().data[i] = 0.1f * (float) random.nextGaussian();
            }
        }
        return parameters;
    }

    /** 0, 1, … n − 1. */
    public static int[] firstImages(int n) {
        return java.util.stream.IntStream.range(0, n).toArray();
    }

    /** Pictures as a table: a line for each, its label and its 784 grey values with commas between. */
    public static String table(Dataset pictures) {
        StringBuilder table = new StringBuilder();
        for (int picture = 0; picture < pictures.size(); picture++) {
            table.append(pictures.label(picture));
            for (byte grey : pictures.image(picture)) {
                table.append(',').append(grey & 0xFF);
            }
            table.append('\n');
        }
        return table.toString();
    }
}
