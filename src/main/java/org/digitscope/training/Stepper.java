package org.digitscope.training;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;

/**
 * Does one step of training after the other, and holds what decides the next one: the network, what its optimizer remembers,
 * the position in the epoch and the epoch's figures so far. Belongs to one thread.
 */
final class Stepper {

    private final Dataset training;
    private final int batchSize;
    private final int stepsPerEpoch;
    private final Parameters parameters;
    private final Parameters gradient;
    private final BatchGradient batch;
    private final Shuffle shuffle;
    private final Optimizer optimizer;
    private final Penalty penalty;
    private int step;
    private double lossSum;
    private int correct;

    /** @param parameters modified: the network before the first step */
    Stepper(Dataset training, Hyperparameters settings, Parameters parameters) {
        this.training = training;
        this.parameters = parameters;
        batchSize = settings.batchSize();
        stepsPerEpoch = settings.stepsPerEpoch(training.size());
        gradient = Parameters.zeros(settings.architecture());
        batch = new BatchGradient(parameters, Math.min(batchSize, training.size()));
        shuffle = new Shuffle(settings.seed(), training.size());
        optimizer = settings.optimizer().create(settings);
        penalty = settings.penalty();
    }

    /** Batches done so far. */
    int step() {
        return step;
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** The network after the last step; not copied. */
    Parameters parameters() {
        return parameters;
    }

    /** What {@link #addGradient} made for the next step; not copied. */
    Parameters gradient() {
        return gradient;
    }

    /** Of the batch whose gradient was added last. */
    BatchGradient batch() {
        return batch;
    }

    /** Whether the last step was its epoch's last one. */
    boolean isAtEpochEnd() {
        return step % stepsPerEpoch == 0;
    }

    /** Mean loss of the pictures of the epoch so far; NaN before the first step. */
    double epochLoss() {
        return lossSum / imagesOfEpoch();
    }

    /** Share of the pictures of the epoch so far that were answered rightly; NaN before the first step. */
    double epochAccuracy() {
        return (double) correct / imagesOfEpoch();
    }

    /** Positions in the training set of the pictures of the next batch, in their order; a fresh array. */
    int[] nextImages() {
        return Arrays.copyOfRange(order(), from(), to());
    }

    /** Adds the gradient of the next batch and of the penalty; false when its loss is not finite. */
    boolean addGradient() {
        return addGradient(training, order(), from(), to());
    }

    /** The same of other pictures than the next batch's: those of {@code images} in [from, to). */
    boolean addGradient(Dataset data, int[] images, int from, int to) {
        batch.add(data, images, from, to, gradient);
        penalty.addGradient(parameters, gradient);
        return Double.isFinite(batch.loss());
    }

    /** Goes the step whose gradient was added. */
    void update(double learningRate) {
        if (isAtEpochEnd()) {
            lossSum = 0;
            correct = 0;
        }
        step++;
        optimizer.update(parameters, gradient, learningRate, step);
        lossSum += batch.loss();
        correct += batch.correct();
    }

    /** Whether all numbers are finite, those that the optimizer remembers too. */
    boolean isFinite() {
        return parameters.isFinite() && optimizer.moments().stream().allMatch(Parameters::isFinite);
    }

    /** Whether all numbers are finite, and the losses of the next batch's first pictures too. */
    boolean canGoOn() {
        return isFinite() && batch.hasFiniteStart(training, order(), from(), to());
    }

    /** @param learningRate the rate in force */
    Checkpoint checkpoint(double learningRate) {
        return new Checkpoint(step, parameters.copy(), optimizer.moments().stream().map(Parameters::copy).toList(), learningRate,
                lossSum, correct);
    }

    void restore(Checkpoint from) {
        parameters.set(from.parameters());
        for (int i = 0; i < from.moments().size(); i++) {
            optimizer.moments().get(i).set(from.moments().get(i));
        }
        gradient.setZero();
        step = from.step();
        lossSum = from.lossSum();
        correct = from.correct();
    }

    private int[] order() {
        return shuffle.of(step / stepsPerEpoch);
    }

    private int from() {
        return step % stepsPerEpoch * batchSize;
    }

    private int to() {
        return Math.min(training.size(), from() + batchSize);
    }

    private int imagesOfEpoch() {
        int inEpoch = step == 0 ? 0 : (step - 1) % stepsPerEpoch + 1;
        return Math.min(training.size(), inEpoch * batchSize);
    }
}
