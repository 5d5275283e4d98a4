package org.digitscope.evaluation;

import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Relu;
import org.ejml.data.FMatrixRMaj;

/** Neurons that ReLU turns off for every picture. They send nothing and learn nothing, so they stay as they are for ever. */
public final class DeadNeurons {

    private DeadNeurons() {
    }

    /** Whether all neurons of layer_1 are dead on these pictures. Where one lives, the first few pictures mostly tell. */
    public static boolean areAll(Parameters parameters, Dataset data) {
        return !ForwardPass.search(parameters, data, (block, network, logits) -> isAnyOn(network));
    }

    private static boolean isAnyOn(Network network) {
        FMatrixRMaj sums = network.sums();
        for (int i = 0; i < sums.getNumElements(); i++) {
            if (Relu.isOn(sums.data[i])) {
                return true;
            }
        }
        return false;
    }
}
