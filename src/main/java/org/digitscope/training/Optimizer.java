package org.digitscope.training;

import java.util.List;
import org.digitscope.network.Parameters;

/** Turns gradients into changes of the parameters. Holds its moments, so one belongs to one training run. */
interface Optimizer {

    /**
     * One update.
     *
     * @param parameters modified: the updated numbers
     * @param gradient modified: read and then set to zero, ready for the next batch
     * @param learningRate the rate of this step
     * @param step 1 for the first step of the run
     */
    void update(Parameters parameters, Parameters gradient, double learningRate, int step);

    /** What is remembered from step to step, in the parameters' shape, see {@link OptimizerKind#moments}; not copied. */
    List<Parameters> moments();
}
