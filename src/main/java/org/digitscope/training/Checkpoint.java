package org.digitscope.training;

import java.util.List;
import org.digitscope.network.Parameters;

/**
 * All that a trainer needs to go on from a step, bit for bit. Immutable: nobody writes to its matrices.
 *
 * @param step batches done so far
 * @param parameters the network after that step
 * @param moments what the optimizer remembers, see {@link OptimizerKind#moments}
 * @param learningRate the rate in force
 * @param lossSum sum of the losses of the epoch's pictures so far
 * @param correct how many of them were answered rightly
 */
public record Checkpoint(int step, Parameters parameters, List<Parameters> moments, double learningRate, double lossSum,
        int correct) {

    /** Whether all numbers of network and optimizer are finite. */
    boolean isFinite() {
        return parameters.isFinite() && moments.stream().allMatch(Parameters::isFinite);
    }

    /** Bytes that its numbers take. */
    long bytes() {
        return (long) Float.BYTES * parameters.count() * (1 + moments.size());
    }
}
