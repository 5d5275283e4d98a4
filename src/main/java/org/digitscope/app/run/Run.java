package org.digitscope.app.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.evaluation.Edit;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;

/** The training run: its trainer, what that has reached, and what it is doing. */
final class Run {

    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.LOADING);
    private final ReadOnlyObjectWrapper<Snapshot> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> previous = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Notices notices;
    private final Inspection inspection;
    private final RunLoop loop;
    private Trainer trainer;

    /** @param fxThread runs what it is given on the FX thread, later */
    Run(Executor fxThread, Notices notices, Inspection inspection) {
        this.notices = notices;
        this.inspection = inspection;
        loop = new RunLoop(fxThread);
    }

    ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    RunState state() {
        return state.get();
    }

    /** What the training has reached; null until there is one. */
    ReadOnlyObjectProperty<Snapshot> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** What the run before this one had reached. */
    ReadOnlyObjectProperty<Optional<Snapshot>> previousProperty() {
        return previous.getReadOnlyProperty();
    }

    ObjectProperty<Double> paceProperty() {
        return loop.paceProperty();
    }

    /** Null until there is one. */
    Trainer trainer() {
        return trainer;
    }

    void whenIdle(Runnable action) {
        loop.whenIdle(action);
    }

    void requestStop() {
        loop.requestStop();
    }

    /** Called when the pictures can't be read. */
    void fail() {
        state.set(RunState.FAILED);
    }

    /** A new run; what the one before had reached stays for comparison. */
    void begin(Trainer fresh) {
        if (live.get() != null && live.get().step() > 0) {
            previous.set(Optional.of(live.get()));
        }
        if (trainer != null) {
            // what was said before anything ran, of the session before, stays
            notices.dismiss();
        }
        trainer = fresh;
        inspection.begin(List.of());
        settle(RunState.READY);
    }

    /**
     * A run that was saved.
     *
     * @param changes made by hand in its network
     */
    void resume(Trainer restored, List<Edit> changes) {
        notices.dismiss();
        trainer = restored;
        inspection.begin(changes);
        settle(RunState.PAUSED);
        if (live.get().isFinished()) {
            state.set(RunState.FINISHED);
        }
    }

    /** Forgets what came after a kept step. */
    void branch(int step) {
        trainer.recording().atOrBefore(step).ifPresent(checkpoint -> {
            previous.set(Optional.of(live.get()));
            trainer.restore(checkpoint, live.get().curve());
            settle(RunState.PAUSED);
        });
    }

    void train(int untilStep) {
        notices.dismiss();
        state.set(RunState.RUNNING);
        loop.start(trainer, untilStep, this::showSnapshot, this::ended);
    }

    /** A paused run counts as over. */
    void stop() {
        loop.whenIdle(() -> {
            if (state.get() == RunState.PAUSED) {
                state.set(RunState.STOPPED);
            }
        });
    }

    /** Whether the run has these very settings. */
    boolean follows(Hyperparameters settings) {
        return state.get() != RunState.DIVERGED && trainer.settings().withLearningRate(trainer.learningRate()).equals(settings);
    }

    /**
     * Learning rate and epochs, which may change while a run is under way.
     *
     * @param otherRate whether the person wants another rate than before, so that a diverged run can go on
     */
    void apply(Hyperparameters settings, boolean otherRate) {
        trainer.setLearningRate(settings.learningRate());
        trainer.setEpochs(settings.epochs());
        if (!loop.isRunning()) {
            live.set(trainer.snapshot());
            boolean longer = state.get() == RunState.FINISHED && !live.get().isFinished();
            boolean mended = state.get() == RunState.DIVERGED && otherRate;
            if (longer || mended) {
                notices.dismiss();
                state.set(RunState.PAUSED);
            }
        }
    }

    /** Where the run stands, or, while it trains, its newest kept step. */
    Checkpoint checkpoint() {
        return loop.isRunning() ? trainer.recording().atOrBefore(live.get().step()).orElseThrow() : trainer.checkpoint();
    }

    /** Where it stood at the shown step; empty while the shown network is being trained, and for one from a file. */
    Optional<Checkpoint> shownCheckpoint() {
        ShownNetwork network = inspection.shownProperty().get();
        if (network == null || !network.isOfThisRun()) {
            return Optional.empty();
        } else if (network.live()) {
            return loop.isRunning() ? Optional.empty() : Optional.of(trainer.checkpoint());
        }
        return trainer.recording().atOrBefore(network.step()).filter(kept -> kept.step() == network.step());
    }

    /** The learning rate of the step after a kept one. */
    double rateAfter(int step) {
        return step == live.get().step() ? trainer.learningRate()
                : live.get().curve().rateAfter(step, live.get().settings().learningRate());
    }

    /** Shows the trainer's present state as the live one. */
    private void settle(RunState newState) {
        live.set(trainer.snapshot());
        inspection.follow(trainer.recording(), live.get());
        state.set(live.get().step() == 0 ? RunState.READY : newState);
    }

    private void showSnapshot(Snapshot snapshot) {
        live.set(snapshot);
        inspection.goOn(snapshot);
    }

    private void ended(TrainingEnd end) {
        if (end instanceof TrainingEnd.Diverged diverged) {
            notices.warn(diverged.advice() + " The network of step " + trainer.step() + " is kept; R starts again.");
            state.set(RunState.DIVERGED);
        } else if (end instanceof TrainingEnd.Failed failed) {
            notices.warn(failed.sentence());
            state.set(RunState.FAILED);
        } else {
            if (end instanceof TrainingEnd.Finished finished) {
                finished.advice().ifPresent(notices::warn);
            }
            state.set(live.get().isFinished() ? RunState.FINISHED : RunState.PAUSED);
        }
    }
}
