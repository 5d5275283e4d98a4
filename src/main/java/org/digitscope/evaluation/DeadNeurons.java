package org.digitscope.evaluation;

import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;

/** Neurons that ReLU turns off for every picture. They send nothing and learn nothing, so they stay as they are for ever. */
public final class DeadNeurons {

    private DeadNeurons() {
    }

    /** Whether all neurons of layer_1 are dead on these pictures. Where one lives, the first few pictures mostly tell. */
    public static boolean areAll(Parameters parameters, Dataset data) {
        int[] order = IntStream.range(0, data.size()).toArray();
        Network network = new Network(parameters, Math.min(data.size(), ForwardPass.BLOCK));
        for (int from = 0; from < data.size(); from += ForwardPass.BLOCK) {
            network.forward(data, order, from, Math.min(data.size(), from + ForwardPass.BLOCK));
            for (float sum : network.sums().data) {
                if (sum > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
