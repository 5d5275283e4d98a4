package org.digitscope.evaluation;

import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** Neurons that ReLU turns off for every picture. They send nothing and learn nothing, so they stay as they are for ever. */
public final class DeadNeurons {

    private DeadNeurons() {
    }

    /** How many neurons of layer_1 are dead on these pictures. Where all live, the first few pictures mostly tell. */
    public static int count(Parameters parameters, Dataset data) {
        boolean[] on = new boolean[parameters.layer(1).outputs()];
        int[] living = new int[1];
        ForwardPass.search(parameters, data, (block, network, logits) -> {
            FMatrixRMaj sums = network.sums(1);
            for (int i = 0; i < sums.getNumElements(); i++) {
                if (!on[i % on.length] && sums.data[i] > 0) {
                    on[i % on.length] = true;
                    living[0]++;
                }
            }
            return living[0] == on.length;
        });
        return on.length - living[0];
    }
}
