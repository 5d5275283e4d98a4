package org.digitscope.training;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;

/**
 * The step that follows a checkpoint, with all its numbers, to the bit. Nobody writes to them.
 *
 * @param step its number, 1 for a run's first
 * @param images positions in the training set of the pictures of its batch, in their order
 * @param optimizer which rule it follows
 * @param momentum of SGD
 * @param penalty whose gradient is part of the gradient
 * @param learningRate the rate in force
 * @param before the parameters
 * @param gradient of the mean loss over the batch
 * @param momentsBefore what the optimizer remembers, see {@link OptimizerKind#moments}
 * @param momentsAfter the same after the step
 * @param after the parameters after the step
 */
public record NextStep(int step, int[] images, OptimizerKind optimizer, double momentum, Penalty penalty, double learningRate, Parameters before,
        Parameters gradient, List<Parameters> momentsBefore, List<Parameters> momentsAfter, Parameters after) {

    /**
     * What a trainer would do next. Shares nothing with one, so it may be computed on any thread, and for any kept step.
     *
     * @param training the pictures that the run trains with
     * @param settings of the run
     * @param from the step before
     * @param learningRate of the step
     */
    public static NextStep of(Dataset training, Hyperparameters settings, Checkpoint from, double learningRate) {
        Stepper stepper = new Stepper(training, settings, from.parameters().copy());
        stepper.restore(from);
        return of(stepper, settings, from, learningRate, training, stepper.nextImages());
    }

    /**
     * What a trainer would do next if its batch were other pictures.
     *
     * @param data where these pictures are
     * @param images their positions in it
     */
    public static NextStep with(Dataset data, int[] images, Dataset training, Hyperparameters settings, Checkpoint from, double learningRate) {
        Stepper stepper = new Stepper(training, settings, from.parameters().copy());
        stepper.restore(from);
        return of(stepper, settings, from, learningRate, data, images);
    }

    private static NextStep of(Stepper stepper, Hyperparameters settings, Checkpoint from, double learningRate, Dataset data, int[] images) {
        stepper.addGradient(data, images, 0, images.length);
        Parameters gradient = stepper.gradient().copy();
        stepper.update(learningRate);
        Checkpoint after = stepper.checkpoint(learningRate);
        return new NextStep(after.step(), images, settings.optimizer(), settings.momentum(), settings.penalty(), learningRate, from.parameters(), gradient,
                from.moments(), after.moments(), after.parameters());
    }

    /** By how much each parameter moves. */
    public Parameters change() {
        Parameters change = after.copy();
        for (int i = 0; i < change.arrays().length; i++) {
            float[] moved = change.arrays()[i];
            float[] start = before.arrays()[i];
            for (int at = 0; at < moved.length; at++) {
                moved[at] -= start[at];
            }
        }
        return change;
    }
}
