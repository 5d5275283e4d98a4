package org.digitscope.explain.exhibit;

import java.util.Collections;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.NextStep;
import org.digitscope.training.OptimizerKind;

/**
 * A first step of plain SGD and one of Adam from the same network, by the same gradient and with the same learning rate; neither
 * remembers anything yet.
 *
 * @param lossBefore the mean loss of the batch, in nats
 * @param lossAfterSgd the same after SGD's step
 * @param lossAfterAdam the same after Adam's
 */
public record TwoSteps(NextStep sgd, NextStep adam, double lossBefore, double lossAfterSgd, double lossAfterAdam) {

    /** @param batch the pictures whose loss is to get smaller */
    public static TwoSteps of(Parameters network, Dataset batch, double learningRate) {
        NextStep sgd = step(OptimizerKind.SGD, network, batch, learningRate);
        NextStep adam = step(OptimizerKind.ADAM, network, batch, learningRate);
        return new TwoSteps(sgd, adam, loss(network, batch), loss(sgd.after(), batch), loss(adam.after(), batch));
    }

    private static NextStep step(OptimizerKind kind, Parameters network, Dataset batch, double learningRate) {
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withArchitecture(network.architecture()).withOptimizer(kind).withMomentum(0)
                .withBatchSize(batch.size()).withLearningRate(learningRate);
        Checkpoint start = new Checkpoint(0, network, Collections.nCopies(kind.moments().size(), network.zeros()), learningRate, 0, 0);
        return NextStep.with(batch, IntStream.range(0, batch.size()).toArray(), batch, settings, start, learningRate);
    }

    private static double loss(Parameters network, Dataset batch) {
        return Evaluation.of(network, batch).loss();
    }

    /** The gradient that both follow. */
    public Parameters gradient() {
        return sgd.gradient();
    }

    /** The size of the largest change of any weight or bias. */
    public static double largest(Parameters change) {
        double largest = 0;
        for (float[] array : change.arrays()) {
            for (float value : array) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
