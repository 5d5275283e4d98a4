package org.digitscope.training;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Parameters;

/**
 * Trains one network, batch by batch. The same data, settings and seed give the same bits, however often it is stopped
 * and run again.
 *
 * <p>It is not a thread: one thread at a time calls {@link #run}. Only {@link #setLearningRate}, {@link #setEpochs} and
 * {@link #recording} may be used from others meanwhile.
 */
public final class Trainer {

    /** The shortest time between two snapshots, 33 ms: 30 pictures a second. */
    private static final long SNAPSHOT_NANOS = 33_000_000;

    private final Dataset training;
    private final Dataset validation;
    private final int stepsPerEpoch;
    private final Parameters parameters;
    private final Parameters gradient;
    private final BatchGradient batch;
    private final Shuffle shuffle;
    private final Optimizer optimizer;
    private final Recording recording;
    private CurveRecorder curve = new CurveRecorder();
    private int step;
    private double lossSum;
    private int correct;
    private long nanos;
    private double learningRate;
    private volatile double requestedRate;
    private volatile Hyperparameters settings;

    /** A new run: start weights from the seed, recording with the default budget. */
    public Trainer(Dataset training, Dataset validation, Hyperparameters settings) {
        this(training, validation, settings, new Recording(Recording.DEFAULT_BUDGET));
    }

    /** A new run that keeps its steps in {@code recording}. */
    public Trainer(Dataset training, Dataset validation, Hyperparameters settings, Recording recording) {
        this.training = training;
        this.validation = validation;
        this.settings = settings;
        this.recording = recording;
        stepsPerEpoch = settings.stepsPerEpoch(training.size());
        parameters = Parameters.glorot(settings.hidden(), settings.seed());
        gradient = Parameters.zeros(settings.hidden());
        batch = new BatchGradient(parameters, Math.min(settings.batchSize(), training.size()));
        shuffle = new Shuffle(settings.seed(), training.size());
        optimizer = settings.optimizer().create(settings);
        learningRate = settings.learningRate();
        requestedRate = learningRate;
        recording.add(checkpoint(), stepsPerEpoch);
    }

    public Hyperparameters settings() {
        return settings;
    }

    /** The kept steps of this run; may be read on any thread. */
    public Recording recording() {
        return recording;
    }

    /** Batches done so far. */
    public int step() {
        return step;
    }

    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /**
     * Changes the learning rate from the next step on; the curve notes where. May be called from any thread.
     *
     * @return whether it is another one than before
     * @throws IllegalArgumentException when out of range
     */
    public boolean setLearningRate(double rate) {
        double before = requestedRate;
        requestedRate = settings.withLearningRate(rate).learningRate();
        return before != rate;
    }

    /** The learning rate of the next step. */
    public double learningRate() {
        return requestedRate;
    }

    /**
     * Changes how many epochs the run has. May be called from any thread.
     *
     * @throws IllegalArgumentException when out of range
     */
    public void setEpochs(int epochs) {
        settings = settings.withEpochs(epochs);
    }

    /**
     * Trains until all epochs are done, the loss is no longer finite, or {@code stopRequested}, which is asked before
     * each step. Afterwards it may be called again and goes on from there. Whatever {@code stopRequested} or {@code sink}
     * throws ends the run as failed.
     *
     * @param sink gets a snapshot at most every 33 ms and one at the end, on this thread
     */
    public TrainingEnd run(BooleanSupplier stopRequested, Consumer<Snapshot> sink) {
        try {
            TrainingEnd end = loop(stopRequested, sink);
            sink.accept(snapshot());
            return end;
        } catch (RuntimeException | Error problem) {
            return new TrainingEnd.Failed(problem);
        }
    }

    /** What the run has reached now. */
    public Snapshot snapshot() {
        int images = imagesOfEpoch();
        return new Snapshot(settings, step, stepsPerEpoch, lossSum / images, (double) correct / images, learningRate,
                nanos * 1e-9, curve.curve(), parameters.copy());
    }

    /** All that is needed to go on from here. */
    public Checkpoint checkpoint() {
        return new Checkpoint(step, parameters.copy(), optimizer.moments().stream().map(Parameters::copy).toList(),
                learningRate, lossSum, correct);
    }

    /** What the next step would do; the run stays as it is. Only while {@link #run} isn't under way. */
    public NextStep nextStep() {
        return NextStep.of(training, settings, checkpoint(), requestedRate);
    }

    private TrainingEnd loop(BooleanSupplier stopRequested, Consumer<Snapshot> sink) {
        long started = System.nanoTime();
        long published = started;
        long before = nanos;
        while (step < settings.epochs() * stepsPerEpoch) {
            if (stopRequested.getAsBoolean()) {
                return new TrainingEnd.Stopped();
            }
            if (!trainBatch()) {
                return diverged();
            }
            long now = System.nanoTime();
            nanos = before + now - started;
            if (now - published >= SNAPSHOT_NANOS) {
                published = now;
                sink.accept(snapshot());
            }
        }
        return new TrainingEnd.Finished();
    }

    /** One step; false, with parameters and moments unchanged, when its loss is not finite. */
    private boolean trainBatch() {
        int from = step % stepsPerEpoch * settings.batchSize();
        int to = Math.min(training.size(), from + settings.batchSize());
        applyRequestedRate();
        batch.add(training, shuffle.of(step / stepsPerEpoch), from, to, gradient);
        if (!Double.isFinite(batch.loss())) {
            return false;
        }
        step++;
        optimizer.update(parameters, gradient, learningRate, step);
        if (from == 0) {
            lossSum = 0;
            correct = 0;
        }
        lossSum += batch.loss();
        correct += batch.correct();
        curve.addStep((float) (batch.loss() / (to - from)), (float) batch.correct() / (to - from));
        if (step % stepsPerEpoch == 0) {
            Evaluation score = Evaluation.of(parameters, validation);
            curve.addEpoch(new LearningCurve.Epoch((double) correct / training.size(), lossSum / training.size(),
                    score.accuracy(), score.loss()));
        }
        if (recording.wants(step, stepsPerEpoch)) {
            recording.add(checkpoint(), stepsPerEpoch);
        }
        return true;
    }

    /**
     * Goes back (or on) to a checkpoint of a run with the same data and settings; the next {@link #run} continues from
     * there. Later steps are forgotten.
     *
     * @param past the curve of that run, of which the part up to the checkpoint is kept
     */
    public void restore(Checkpoint from, LearningCurve past) {
        parameters.set(from.parameters());
        for (int i = 0; i < from.moments().size(); i++) {
            optimizer.moments().get(i).set(from.moments().get(i));
        }
        gradient.setZero();
        step = from.step();
        learningRate = from.learningRate();
        requestedRate = learningRate;
        lossSum = from.lossSum();
        correct = from.correct();
        curve = new CurveRecorder(past, step, stepsPerEpoch);
        recording.truncate(step);
    }

    /**
     * The loss of step t + 1 is not finite, so the update of step t spoilt the network. Goes back to step t − 1, whose
     * network still gave a finite loss, by replaying from the last kept step.
     */
    private TrainingEnd diverged() {
        int failed = step + 1;
        int target = Math.max(0, step - 1);
        LearningCurve past = curve.curve();
        double rate = learningRate;
        restore(recording.atOrBefore(target).orElseThrow(), past);
        boolean finite = true;
        while (finite && step < target) {
            requestedRate = past.rateAfter(step, settings.learningRate());
            finite = trainBatch();
        }
        return new TrainingEnd.Diverged(failed, String.format(Locale.ROOT, "The loss of step %,d is not a finite number: "
                + "the learning rate of %s makes the steps too large; with %s, %s is a usual one.",
                failed, rate, settings.optimizer().label(), settings.optimizer().usualRate()));
    }

    private void applyRequestedRate() {
        double rate = requestedRate;
        if (rate != learningRate) {
            learningRate = rate;
            curve.addRateChange(step, rate);
        }
    }

    private int imagesOfEpoch() {
        int inEpoch = step == 0 ? 0 : (step - 1) % stepsPerEpoch + 1;
        return Math.min(training.size(), inEpoch * settings.batchSize());
    }
}
