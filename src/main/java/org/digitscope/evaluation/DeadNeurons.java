package org.digitscope.evaluation;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** Neurons that ReLU turns off for every picture. They send nothing and learn nothing, so they stay as they are for ever. */
public final class DeadNeurons {

    private DeadNeurons() {
    }

    /** How many neurons of the hidden layers are dead on these pictures. Where all live, the first few pictures mostly tell. */
    public static int count(Parameters parameters, Dataset data) {
        if (parameters.layer(1).activation() != Activation.RELU) {
            return 0;
        }
        List<Layer> layers = parameters.hiddenLayers();
        boolean[][] on = layers.stream().map(layer -> new boolean[layer.outputs()]).toArray(boolean[][]::new);
        int all = layers.stream().mapToInt(Layer::outputs).sum();
        int[] living = new int[1];
        ForwardPass.search(parameters, data, (block, network, logits) -> {
            for (int i = 0; i < on.length; i++) {
                living[0] += note(network.sums(i + 1), on[i]);
            }
            return living[0] == all;
        });
        return all - living[0];
    }

    /** Notes which neurons are on; returns how many of them weren't noted before. */
    private static int note(FMatrixRMaj sums, boolean[] on) {
        int fresh = 0;
        for (int i = 0; i < sums.getNumElements(); i++) {
            if (!on[i % on.length] && sums.data[i] > 0) {
                on[i % on.length] = true;
                fresh++;
            }
        }
        return fresh;
    }
}
