package org.digitscope.files.lessons;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/** The Python code that builds a network in Keras, and what its neurons do with their sums in NumPy. */
final class KerasSource {

    private KerasSource() {
    }

    /** The assignment of {@code model}, over several lines. */
    static String model(Parameters network) {
        return IntStream.rangeClosed(1, network.depth()).mapToObj(number -> layer(network, number))
                .collect(Collectors.joining(",\n    ", "model = keras.Sequential([\n    keras.Input((28, 28)),\n    Flatten(),\n    ", "])"));
    }

    private static String layer(Parameters network, int number) {
        Layer layer = network.layer(number);
        return "Dense(" + layer.outputs() + ", activation=\"" + network.activationOf(number) + "\", name=\"layer_" + number + "\")";
    }

    /** What layer_1 passes on for the sums {@code y}. */
    static String passedOn(Parameters network) {
        Activation activation = network.depth() == 1 ? Activation.LINEAR : network.layer(1).activation();
        return switch (activation) {
            case RELU -> "np.maximum(y, 0)";
            case TANH -> "np.tanh(y)";
            case SIGMOID -> "1 / (1 + np.exp(-y))";
            case LINEAR -> "y";
        };
    }
}
