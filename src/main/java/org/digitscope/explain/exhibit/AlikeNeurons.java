package org.digitscope.explain.exhibit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.Layer;
import org.digitscope.network.StartValues;
import org.digitscope.training.Hyperparameters;

/** Neurons that begin alike, and how many of them ever differ. */
public final class AlikeNeurons {

    /** How many neurons the small network has. */
    public static final int NEURONS = 8;

    private static final int EPOCHS = 4;
    private static final double RATE = 0.01;

    private AlikeNeurons() {
    }

    /** A short training run of a small network with one hidden layer. */
    public static Hyperparameters settings(StartValues start, Activation activation) {
        return Hyperparameters.NOTEBOOK.withEpochs(EPOCHS).withLearningRate(RATE)
                .withArchitecture(new Architecture(List.of(NEURONS), activation, Inputs.SCALED))
                .withInitialization(new Initialization(start, Initialization.USUAL_DEVIATION));
    }

    /** How many of a layer's neurons differ, to the bit, in some weight or in the bias. */
    public static int different(Layer layer) {
        return (int) IntStream.range(0, layer.outputs()).mapToObj(neuron -> column(layer, neuron)).distinct().count();
    }

    private static List<Float> column(Layer layer, int neuron) {
        Float[] column = new Float[layer.inputs() + 1];
        Arrays.setAll(column, i -> i < layer.inputs() ? layer.kernel().get(i, neuron) : layer.bias().get(0, neuron));
        return List.of(column);
    }
}
