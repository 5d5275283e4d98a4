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

    /**
     * A running mean without what is too small to matter: adding and subtracting 10⁻³⁰ leaves numbers above 10⁻²² as they are and
     * makes those below 6·10⁻³⁸ zero. Means of the gradients of rarely lit pixels would decay into subnormal numbers, on which
     * some processors are a hundred times slower. Written so that the compiler can use vector instructions.
     */
    static float flushed(float mean) {
        return mean + 1e-30f - 1e-30f;
    }

    /** What is remembered from step to step, in the parameters' shape, see {@link OptimizerKind#moments}; not copied. */
    List<Parameters> moments();
}
