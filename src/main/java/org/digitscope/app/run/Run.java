package org.digitscope.app.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
    private final ReadOnlyBooleanWrapper stepping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper session = new ReadOnlyIntegerWrapper();
    private final RunList list;
    private final Notices notices;
    private final Inspection inspection;
    private final Notices.Action restart;
    private final RunLoop loop;
    private Trainer trainer;
    /** What it trains with. */
    private TrainingPictures.Prepared pictures;
    /** The step that the training is to reach; the present one as soon as it is to end. */
    private int target;
    /** How many were resumed. */
    private int sessions;

    /**
     * @param fxThread runs what it is given on the FX thread, later
     * @param list of all runs, this one among them
     * @param restart what to do about a run that can't go on
     */
    Run(Executor fxThread, RunList list, Notices notices, Inspection inspection, Notices.Action restart) {
        this.list = list;
        this.notices = notices;
        this.inspection = inspection;
        this.restart = restart;
        loop = new RunLoop(fxThread);
        list.beforeProperty().addListener((observable, older, newer) -> previous.set(newer.flatMap(KeptRun::whole).map(WholeRun::reached)));
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

    /** The number of the session that the run belongs to; each one that is resumed has another. */
    ReadOnlyIntegerProperty sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /** Whether the training that is under way ends by itself after some batches. */
    ReadOnlyBooleanProperty steppingProperty() {
        return stepping.getReadOnlyProperty();
    }

    ObjectProperty<Double> paceProperty() {
        return loop.paceProperty();
    }

    /** Null until there is one. */
    Trainer trainer() {
        return trainer;
    }

    /** Null until there are any. */
    TrainingPictures.Prepared pictures() {
        return pictures;
    }

    void whenIdle(Runnable action) {
        target = 0;
        loop.whenIdle(action);
    }

    void requestStop() {
        target = 0;
        loop.requestStop();
    }

    /** Called when the pictures can't be read. */
    void fail() {
        state.set(RunState.FAILED);
    }

    /**
     * A new run.
     *
     * @return whether something was trained before, which is kept
     */
    boolean begin(Trainer fresh, TrainingPictures.Prepared with) {
        boolean kept = keep();
        if (trainer != null) {
            // what was said before anything ran, of the session before, stays
            notices.dismiss();
        }
        goOnWith(Optional.empty(), fresh, with, List.of(), RunState.READY);
        return kept;
    }

    /**
     * A run that was saved.
     *
     * @param changes made by hand in its network
     */
    void resume(Trainer restored, TrainingPictures.Prepared with, List<Edit> changes) {
        keep();
        notices.dismiss();
        session.set(++sessions);
        goOnWith(Optional.empty(), restored, with, changes, RunState.PAUSED);
        if (live.get().isFinished()) {
            state.set(RunState.FINISHED);
            showResult();
        }
        list.pause(whole());
    }

    /** Back to a run that rests whole, while this one is kept in its place. */
    void comeBack(KeptRun kept) {
        WholeRun run = kept.whole().orElseThrow();
        keep();
        notices.close();
        session.set(run.session());
        boolean over = run.state() == RunState.FINISHED || run.state() == RunState.STOPPED;
        goOnWith(Optional.of(kept), run.trainer(), run.pictures(), run.edits(), over ? run.state() : RunState.PAUSED);
        if (run.state() == RunState.FINISHED) {
            showResult();
        }
        list.pause(whole());
    }

    /** Goes on from a kept step in another way; the whole run is kept. */
    void branch(int step) {
        trainer.recording().atOrBefore(step).ifPresent(checkpoint -> {
            List<Edit> edits = inspection.editsOfRun();
            keep();
            goOnWith(Optional.empty(), trainer.branch(checkpoint, live.get().curve()), pictures, edits, RunState.PAUSED);
        });
    }

    /** Returns whether there is something to keep. */
    private boolean keep() {
        boolean trained = live.get() != null && live.get().step() > 0;
        if (trained) {
            list.leave(whole());
        }
        return trained;
    }

    private KeptRun.Known known() {
        return KeptRun.Known.of(live.get(), state.get(), pictures.sets().validation(), trainer.recording());
    }

    private WholeRun whole() {
        return new WholeRun(trainer, live.get(), pictures, state.get(), inspection.editsOfRun(), session.get());
    }

    /** @param comesBack the run itself, if it is in the list already */
    private void goOnWith(Optional<KeptRun> comesBack, Trainer other, TrainingPictures.Prepared with, List<Edit> changes, RunState as) {
        trainer = other;
        pictures = with;
        inspection.begin(changes);
        settle(as);
        // one that comes back is what it was, with its fingerprint
        list.begin(comesBack, comesBack.map(KeptRun::known).orElseGet(this::known));
    }

    /** @param untilStep where it ends by itself; training that is already to end by itself goes on to there */
    void train(int untilStep) {
        target = untilStep;
        if (state.get() != RunState.RUNNING) {
            stepping.set(untilStep != Integer.MAX_VALUE);
            state.set(RunState.RUNNING);
            loop.start(trainer, untilStep, this::showSnapshot, this::ended);
        }
    }

    /** The last step that is trained or, where the training ends by itself, is to be. */
    int lastWanted() {
        return stepping.get() ? target : trainer.step();
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
     * Learning rate, epochs and early stopping, which may change while a run is under way.
     *
     * @param otherRate whether the person wants another rate than before, so that a diverged run can go on
     */
    void apply(Hyperparameters settings, boolean otherRate) {
        int given = live.get().resultStep();
        trainer.setLearningRate(settings.learningRate());
        trainer.setEpochs(settings.epochs());
        trainer.setEarlyStopping(settings.earlyStopping());
        if (!loop.isRunning()) {
            live.set(trainer.snapshot());
            boolean longer = state.get() == RunState.FINISHED && !live.get().isFinished();
            boolean mended = state.get() == RunState.DIVERGED && otherRate;
            if (longer || mended) {
                notices.dismiss();
                state.set(RunState.PAUSED);
            }
            if (longer && inspection.isEarlierStep() && inspection.shownProperty().get().step() == given) {
                inspection.showLive();
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

    /** Shows the best epoch's end; where that is no longer kept, the last kept step before it, and says so. */
    void showBestEpoch() {
        int epoch = live.get().bestEpoch();
        int end = epoch * live.get().stepsPerEpoch();
        inspection.showStep(end);
        int shown = inspection.shownProperty().get().step();
        if (shown < end) {
            notices.remark(String.format(Locale.ROOT, "The end of epoch %d is no longer kept; step %,d, the last kept one before it, is shown.",
                    epoch, shown));
        }
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
        list.follow(known());
        inspection.goOn(snapshot);
    }

    private void ended(TrainingEnd end) {
        if (end instanceof TrainingEnd.Stopped && stepping.get() && trainer.step() < target && !loop.isAwaited()) {
            // more steps were asked for meanwhile
            loop.start(trainer, target, this::showSnapshot, this::ended);
            return;
        }
        if (end instanceof TrainingEnd.Diverged diverged) {
            notices.warn(diverged.advice() + " The network of step " + trainer.step() + " is kept; a reset starts again.", restart);
            state.set(RunState.DIVERGED);
        } else if (end instanceof TrainingEnd.Failed failed) {
            notices.warn(failed.sentence(), restart);
            state.set(RunState.FAILED);
        } else {
            if (end instanceof TrainingEnd.Finished finished) {
                tell(finished);
            }
            state.set(live.get().isFinished() ? RunState.FINISHED : RunState.PAUSED);
            if (state.get() == RunState.FINISHED) {
                showResult();
            }
        }
        stepping.set(false);
        list.follow(known());
        list.pause(whole());
    }

    private void tell(TrainingEnd.Finished finished) {
        String sentences = Stream.of(finished.outcome(), finished.advice()).flatMap(Optional::stream).collect(Collectors.joining(" "));
        if (finished.advice().isPresent()) {
            notices.warn(sentences, restart);
        } else if (!sentences.isEmpty()) {
            notices.tell(sentences);
        }
    }

    /** To whoever follows the run, the network that it gives, where that isn't its last one. */
    private void showResult() {
        if (inspection.isLive() && live.get().resultStep() < live.get().step()) {
            inspection.showStep(live.get().resultStep());
        }
    }
}
