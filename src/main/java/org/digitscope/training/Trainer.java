package org.digitscope.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.digitscope.data.Dataset;
import org.digitscope.data.PlainNumber;
import org.digitscope.evaluation.Evaluation;

/**
 * Trains one network, batch by batch. The same data, settings and seed give the same bits, however often it is stopped
 * and run again.
 *
 * <p>It is not a thread: one thread at a time calls {@link #run}. Only {@link #setLearningRate}, {@link #setEpochs},
 * {@link #setEarlyStopping} and {@link #recording} may be used from others meanwhile.
 */
public final class Trainer {

    /** The shortest time between two snapshots, 33 ms: 30 pictures a second. */
    private static final long SNAPSHOT_NANOS = 33_000_000;

    /** Steps are counted in an int; a run that is longer ends here as failed. */
    public static final int MAX_STEPS = Integer.MAX_VALUE;

    private final Dataset training;
    private final Dataset validation;
    private final Stepper stepper;
    private final Recording recording;
    private CurveRecorder curve = new CurveRecorder();
    private long nanos;
    private double learningRate;
    private volatile double requestedRate;
    private volatile Hyperparameters settings;

    /**
     * A new run: start weights from the seed, recording with the default budget.
     *
     * @param training the pictures at hand, of which it trains with those that its settings choose
     */
    public Trainer(Dataset training, Dataset validation, Hyperparameters settings) {
        this(training, validation, settings, new Recording(Recording.DEFAULT_BUDGET));
    }

    /** A new run that keeps its steps in {@code recording}. */
    public Trainer(Dataset training, Dataset validation, Hyperparameters settings, Recording recording) {
        this(settings, recording, settings.trainsWith(training), validation);
    }

    /** @param chosen all that it trains with */
    private Trainer(Hyperparameters settings, Recording recording, Dataset chosen, Dataset validation) {
        training = chosen;
        this.validation = validation;
        this.settings = settings;
        this.recording = recording;
        stepper = new Stepper(training, settings, settings.initialization().create(settings.architecture(), settings.seed()));
        learningRate = settings.learningRate();
        requestedRate = learningRate;
        recording.add(checkpoint(), stepsPerEpoch());
    }

    /** The pictures that it trains with, see {@link Hyperparameters#trainsWith}. */
    public Dataset training() {
        return training;
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
        return stepper.step();
    }

    public int stepsPerEpoch() {
        return stepper.stepsPerEpoch();
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

    /** Changes when the run ends before its last epoch, from the end of the present epoch on. May be called from any thread. */
    public void setEarlyStopping(EarlyStopping earlyStopping) {
        settings = settings.withEarlyStopping(earlyStopping);
    }

    /**
     * Trains until all epochs are done, early stopping ends the run, a step has spoilt the network, or {@code stopRequested}, which is asked before each
     * step. Afterwards it may be called again and goes on from there. Whatever {@code stopRequested} or {@code sink} throws
     * ends the run as failed.
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
        return new Snapshot(settings, step(), stepsPerEpoch(), stepper.epochLoss(), stepper.epochAccuracy(), learningRate,
                nanos * 1e-9, curve.curve(), stepper.parameters().copy());
    }

    /** All that is needed to go on from here. */
    public Checkpoint checkpoint() {
        return stepper.checkpoint(learningRate);
    }

    /**
     * The network that the run gives, with what its optimizer remembered: that of the best epoch's end where the run is over and
     * {@link EarlyStopping} restores it, otherwise that of {@link #checkpoint}. The trainer isn't moved by it.
     */
    public Checkpoint result() {
        int result = resultStep();
        return recording.atOrBefore(result).filter(kept -> kept.step() == result && result < step()).orElseGet(this::checkpoint);
    }

    private TrainingEnd loop(BooleanSupplier stopRequested, Consumer<Snapshot> sink) {
        long started = System.nanoTime();
        long published = started;
        long before = nanos;
        int first = step();
        while (!settings.isOver(step(), stepsPerEpoch(), curve.epochs())) {
            if (stopRequested.getAsBoolean()) {
                return step() == first || stepper.canGoOn() ? new TrainingEnd.Stopped() : diverged();
            }
            if (step() == MAX_STEPS) {
                throw new IllegalStateException(String.format(Locale.ROOT, "a run has at most %,d steps, and %,d epochs of %,d steps are "
                        + "more: choose fewer epochs or a larger batch size", MAX_STEPS, settings.epochs(), stepsPerEpoch()));
            }
            if (!trainBatch()) {
                return diverged();
            }
            long now = System.nanoTime();
            nanos = before + now - started;
            if (now - published >= SNAPSHOT_NANOS) {
                published = now;
                if (!stepper.isFinite()) {
                    return diverged();
                }
                sink.accept(snapshot());
            }
        }
        return step() == first || stepper.canGoOn() ? finished() : diverged();
    }

    private TrainingEnd finished() {
        int result = resultStep();
        if (recording.atOrBefore(result).orElseThrow().step() < result && result < step()) {
            recording.setBest(result);
            recording.add(replayed(result), stepsPerEpoch());
        }
        return new TrainingEnd.Finished(settings.earlyStopping().outcome(curve.epochs()), advice());
    }

    /** An earlier step that is no longer kept: the best epoch's end, where another one was the best as that epoch ended. */
    private Checkpoint replayed(int target) {
        LearningCurve past = curve.curve();
        Trainer again = new Trainer(settings, new Recording(0), training, validation);
        again.restore(recording.atOrBefore(target).orElseThrow(), past);
        while (again.step() < target) {
            again.replayBatch(past);
        }
        return again.checkpoint();
    }

    /** The next step as it was gone before. */
    private boolean replayBatch(LearningCurve past) {
        requestedRate = past.rateAfter(step(), settings.learningRate());
        return trainBatch();
    }

    /**
     * One step; false when its loss is not finite, which leaves parameters and moments as they were, or when the network that
     * it made is found to be spoilt. All numbers are looked at only where they are kept or shown, because that takes a good
     * part of a step's time.
     */
    private boolean trainBatch() {
        applyRequestedRate();
        if (!stepper.addGradient()) {
            return false;
        }
        stepper.update(learningRate);
        curve.addStep(stepper.batch().meanLoss(), stepper.batch().accuracy());
        if (stepper.isAtEpochEnd() && !endEpoch()) {
            return false;
        }
        if (recording.wants(step(), stepsPerEpoch())) {
            if (!stepper.isFinite()) {
                return false;
            }
            recording.add(checkpoint(), stepsPerEpoch());
        }
        return true;
    }

    /** Scores the validation pictures; false when their loss is not finite. */
    private boolean endEpoch() {
        Evaluation score = Evaluation.of(stepper.parameters(), validation);
        curve.addEpoch(new LearningCurve.Epoch(stepper.epochAccuracy(), stepper.epochLoss(), score.accuracy(), score.loss()));
        recording.setBest(bestStep());
        return Double.isFinite(score.loss());
    }

    /**
     * Goes back (or on) to a checkpoint of a run with the same data and settings; the next {@link #run} continues from
     * there. Later steps are forgotten.
     *
     * @param past the curve of that run, of which the part up to the checkpoint is kept
     */
    public void restore(Checkpoint from, LearningCurve past) {
        stepper.restore(from);
        learningRate = from.learningRate();
        requestedRate = learningRate;
        curve = new CurveRecorder(past, step(), stepsPerEpoch());
        recording.truncate(step());
        recording.setBest(bestStep());
    }

    /**
     * Another trainer that goes on from a kept step of this one, which stays as it is.
     *
     * @param past the curve of this run
     */
    public Trainer branch(Checkpoint from, LearningCurve past) {
        Trainer branch = new Trainer(settings, recording.until(from.step()), training, validation);
        branch.restore(from, past);
        branch.nanos = nanos;
        return branch;
    }

    /**
     * A step up to this one has spoilt the network: numbers, or the loss that they give, are no longer finite. Goes back to the
     * step before that one, by replaying from the last kept step.
     */
    private TrainingEnd diverged() {
        int target = Math.max(0, step() - 1);
        LearningCurve past = curve.curve();
        double rate = learningRate;
        restore(recording.finiteAtOrBefore(target).orElseThrow(), past);
        boolean sound = true;
        while (sound && step() < target) {
            Checkpoint before = checkpoint();
            sound = replayBatch(past) && stepper.isFinite();
            if (!sound) {
                restore(before, past);
            }
        }
        return new TrainingEnd.Diverged(step() + 1, String.format(Locale.ROOT, "After step %,d the network has no finite loss any more: "
                + "the learning rate of %s makes the steps too large; %s.", step() + 1, PlainNumber.of(rate), usualRate()));
    }

    /** What to change where the network has learnt nothing. */
    private Optional<String> advice() {
        List<LearningCurve.Epoch> epochs = curve.curve().epochs();
        return epochs.isEmpty() ? Optional.empty() : new Guessing(settings, learningRate, validation).advice(stepper.parameters(),
                epochs.get(epochs.size() - 1).validationAccuracy());
    }

    private String usualRate() {
        return "with " + settings.optimizer().label() + ", " + PlainNumber.of(settings.optimizer().usualRate()) + " is a usual one";
    }

    private int resultStep() {
        return settings.resultStep(step(), stepsPerEpoch(), curve.epochs());
    }

    private int bestStep() {
        return settings.earlyStopping().bestEpoch(curve.epochs()) * stepsPerEpoch();
    }

    private void applyRequestedRate() {
        double rate = requestedRate;
        if (rate != learningRate) {
            learningRate = rate;
            curve.addRateChange(step(), rate);
        }
    }
}
