package org.digitscope.training;

import java.util.List;
import org.digitscope.network.Parameters;

/**
 * The step that a trainer would do next, with all its numbers, to the bit. Nobody writes to them.
 *
 * @param step its number, 1 for a run's first
 * @param images positions in the training set of the pictures of its batch, in their order
 * @param optimizer which rule it follows
 * @param momentum of SGD
 * @param learningRate the rate in force
 * @param before the parameters
 * @param gradient of the mean loss over the batch
 * @param momentsBefore what the optimizer remembers: (m, v) for Adam, (velocity) for SGD
 * @param momentsAfter the same after the step
 * @param after the parameters after the step
 */
public record NextStep(int step, int[] images, OptimizerKind optimizer, double momentum, double learningRate, Parameters before,
        Parameters gradient, List<Parameters> momentsBefore, List<Parameters> momentsAfter, Parameters after) {
}
