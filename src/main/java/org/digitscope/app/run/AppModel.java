package org.digitscope.app.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.Sheet;
import org.digitscope.files.project.Project;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;

/**
 * The state of the application: one training run, what is shown of it, and the commands that change it.
 *
 * <p>It needs no toolkit, only an executor that leads to the FX thread, so tests use it without one.
 */
public final class AppModel {

    private final ReadOnlyObjectWrapper<DigitSets> digits = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Hyperparameters> settings = new SimpleObjectProperty<>(Hyperparameters.NOTEBOOK);
    private final Notices notices = new Notices();
    private final Inspection inspection = new Inspection();
    private final Background background;
    private final TrainingPictures pictures;
    private final Entries entries = new Entries(notices);
    private final RunList runs;
    private final Run run;
    private final Availability can;

    /**
     * @param pool runs what it is given on another thread
     * @param fxThread runs what it is given on the FX thread, later; {@code Platform::runLater} in the window
     */
    public AppModel(Executor pool, Executor fxThread) {
        background = new Background(pool, fxThread, notices);
        runs = new RunList(background, notices);
        run = new Run(fxThread, runs, notices, inspection, new Notices.Action("Reset (R)", this::reset));
        can = new Availability(run, runs, digits, inspection);
        pictures = new TrainingPictures(background, notices, this::restartWith);
        settings.addListener((observable, before, after) -> settingsChanged(before.learningRate() != after.learningRate()));
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return run.stateProperty();
    }

    public RunState state() {
        return run.state();
    }

    /** Whether the shown network is the one in training, so that it changes all the time. */
    public boolean isShownTraining() {
        return state() == RunState.RUNNING && shownProperty().get() != null && shownProperty().get().live();
    }

    /** The pictures, of those to learn from all that the run trains with; null while they are being read. */
    public ReadOnlyObjectProperty<DigitSets> digitsProperty() {
        return digits.getReadOnlyProperty();
    }

    /** What the labels of the pictures stand for. */
    public ClassNames classes() {
        return digits.get() == null ? ClassNames.DIGITS : digits.get().classes();
    }

    /** Where the pictures come from, and what is done to them before they are trained with. */
    public TrainingPictures pictures() {
        return pictures;
    }

    /** The pictures of the run on screen; null until there is one. */
    TrainingPictures.Prepared prepared() {
        return run.pictures();
    }

    /** What the training has reached; null until the pictures are there. */
    public ReadOnlyObjectProperty<Snapshot> liveProperty() {
        return run.liveProperty();
    }

    /** The number of the session that the run belongs to: another one when a project is opened, and when one goes back to a run of before. */
    public ReadOnlyIntegerProperty sessionProperty() {
        return run.sessionProperty();
    }

    /** What the run before this one had reached, for comparison. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> previousProperty() {
        return run.previousProperty();
    }

    /** Every run that learnt something. */
    public RunList runs() {
        return runs;
    }

    /** What the person looks at. */
    public Inspection inspection() {
        return inspection;
    }

    /** The network that every panel shows; null until the pictures are there. */
    public ReadOnlyObjectProperty<ShownNetwork> shownProperty() {
        return inspection.shownProperty();
    }

    /** What the person should know, such as why a run ended. */
    public Notices notices() {
        return notices;
    }

    /** What is being typed into the settings. */
    public Entries entries() {
        return entries;
    }

    /** Does what would hold the window up. */
    public Background background() {
        return background;
    }

    /**
     * The settings wanted. Learning rate, epochs and early stopping hold at once; the others with the next start, which is at once too
     * as long as nothing was learnt.
     */
    public ObjectProperty<Hyperparameters> settingsProperty() {
        return settings;
    }

    /** Batches a second for slow motion; infinite for full speed. */
    public ObjectProperty<Double> paceProperty() {
        return run.paceProperty();
    }

    /** Which commands make sense now. */
    public Availability can() {
        return can;
    }

    /** The wanted settings that hold only from the next start on, by name. */
    public List<String> settingsThatWait() {
        return run.trainer() == null ? List.of() : settings.get().startsAnewFor(run.trainer().settings());
    }

    /** Called once the pictures are read. */
    public void digitsLoaded(DigitSets sets) {
        pictures.load(sets);
    }

    /** Called when the pictures can't be read. */
    public void loadingFailed(String sentence) {
        notices.warn(sentence);
        run.fail();
    }

    /**
     * The session as it can be saved: where it stands, or, while it trains, at the newest kept step; empty without pictures. What it
     * gives blocks at first, until the checksum of new pictures is computed.
     */
    public Optional<Supplier<Project>> project(Sheet drawing) {
        if (run.trainer() == null) {
            return Optional.empty();
        }
        TrainingPictures.Prepared with = run.pictures();
        Project session = Project.of(run.trainer(), run.checkpoint(), liveProperty().get().curve(), Project.Data.unchecked(with.sets()),
                with.recipe().straight(), drawing, inspection.editsOfRun()).withOwn(with.recipe().own());
        return Optional.of(() -> session.withData(with.known()));
    }

    /**
     * Goes on with a session that was saved.
     *
     * @param recipe what its pictures are made of
     * @param sets those pictures
     * @param restored a trainer that stands where the project stood
     * @param done called afterwards; a running training has to end first
     */
    public void adopt(Project project, Recipe recipe, DigitSets sets, Trainer restored, Runnable done) {
        pictures.adopt(recipe);
        run.whenIdle(() -> {
            showDigits(sets, restored);
            run.resume(restored, new TrainingPictures.Prepared(recipe, sets), project.edits());
            settings.set(project.settings().withLearningRate(project.learningRate()));
            done.run();
        });
    }

    /** Trains, or goes on; from a finished or stopped run it starts afresh. */
    public void play() {
        if (can.play().get() && entries.areTaken()) {
            train(() -> run.train(Integer.MAX_VALUE));
        }
    }

    /** Stops at the next batch boundary; {@link #play} goes on bit for bit. */
    public void pause() {
        if (can.pause().get()) {
            run.requestStop();
        }
    }

    public void playOrPause() {
        if (can.pause().get()) {
            pause();
        } else {
            play();
        }
    }

    /** Trains one batch, after those that were asked for before. */
    public void step() {
        if (can.step().get() && entries.areTaken()) {
            train(() -> run.train(run.lastWanted() + 1));
        }
    }

    /** Trains to the end of the epoch, or to the end of the next one when asked for once more meanwhile. */
    public void stepEpoch() {
        if (can.step().get() && entries.areTaken()) {
            train(() -> {
                int stepsPerEpoch = run.trainer().stepsPerEpoch();
                run.train((run.lastWanted() / stepsPerEpoch + 1) * stepsPerEpoch);
            });
        }
    }

    /** Ends the run; its network stays on screen. */
    public void stop() {
        if (can.stop().get()) {
            run.stop();
        }
    }

    /** Back to step 0, with the wanted settings: the very same start weights as long as seed and size are the same. */
    public void reset() {
        if (entries.areTaken()) {
            startWith(UnaryOperator.identity());
        }
    }

    /** Starts again from step 0 with other settings. */
    public void startWith(Hyperparameters wanted) {
        startWith(now -> wanted);
    }

    /** Another seed, and with it other start weights and other shuffles. */
    public void newSeed() {
        if (entries.areTaken()) {
            startWith(now -> now.withSeed(now.seed() + 1));
        }
    }

    /** Back to the run before this one, as it stood; this one is kept in its place. */
    public void goBack() {
        run.whenIdle(() -> runs.beforeProperty().get().ifPresent(this::comeBack));
    }

    /** Back to a run that rests whole, as it stood; the one on screen is kept. */
    public void goBackTo(KeptRun kept) {
        run.whenIdle(() -> {
            if (kept.isWhole()) {
                comeBack(kept);
            }
        });
    }

    private void comeBack(KeptRun kept) {
        WholeRun whole = kept.whole().orElseThrow();
        pictures.adopt(whole.pictures().recipe());
        showDigits(whole.pictures().sets(), whole.trainer());
        run.comeBack(kept);
        settings.set(whole.trainer().settings().withLearningRate(whole.trainer().learningRate()));
    }

    /** Shows the network of the best epoch so far, see {@link Snapshot#bestEpoch}; the training goes on meanwhile. */
    public void showBestEpoch() {
        if (can.showBestEpoch().get()) {
            run.showBestEpoch();
        }
    }

    /** Training goes on from the shown step as a branch; what came after it is kept as the run before. */
    public void goOnFromShown() {
        if (can.goOnFromShown().get()) {
            int step = shownProperty().get().step();
            Trainer shown = run.trainer();
            run.whenIdle(() -> {
                // another run that was asked for before has no such step
                if (run.trainer() == shown) {
                    run.branch(step);
                    run.apply(settings.get(), false);
                    tellKept();
                }
            });
        }
    }

    /**
     * Where the training stood at the shown step, with what its optimizer remembered; empty while the shown network is being trained, and
     * for one from a file.
     */
    public Optional<Checkpoint> shownCheckpoint() {
        return run.shownCheckpoint();
    }

    /** The learning rate of the step after a kept one. */
    public double rateAfter(int step) {
        return run.rateAfter(step);
    }

    /** Does something when no training is under way, and ends one for it. */
    public void whenIdle(Runnable action) {
        run.whenIdle(action);
    }

    /** Ends the thread of a run; for the window's end. */
    public void close() {
        run.requestStop();
    }

    private void restartWith(TrainingPictures.Prepared others) {
        run.whenIdle(() -> begin(others));
    }

    /** @param training goes on with the run, or begins a fresh one with the pictures wanted */
    private void train(Runnable training) {
        boolean afresh = state() != RunState.PAUSED && state() != RunState.RUNNING;
        notices.close();
        if (afresh && pictures.isStale()) {
            pictures.prepare(others -> run.whenIdle(() -> {
                begin(others);
                training.run();
            }));
            return;
        }
        if (afresh && state() != RunState.READY) {
            begin(run.pictures());
        }
        training.run();
    }

    /** @param change of the settings as they are when that run can begin */
    private void startWith(UnaryOperator<Hyperparameters> change) {
        run.whenIdle(() -> {
            settings.set(change.apply(settings.get()));
            if (can.reset().get()) {
                begin(run.pictures());
            }
        });
        if (pictures.isStale()) {
            pictures.prepare(this::restartWith);
        }
    }

    private void begin(TrainingPictures.Prepared with) {
        Trainer fresh = new Trainer(with.sets().training(), with.sets().validation(), settings.get());
        showDigits(with.sets(), fresh);
        if (run.begin(fresh, with)) {
            tellKept();
        }
    }

    /** Of the pictures at hand those that a trainer trains with. */
    private void showDigits(DigitSets sets, Trainer trainer) {
        digits.set(sets.withTraining(trainer.training()));
    }

    private void tellKept() {
        runs.beforeProperty().get().ifPresent(kept -> notices.remark(String.format(Locale.ROOT,
                "The run before is kept, at step %,d; Ctrl+Shift+B goes back to it.", kept.known().step()),
                new Notices.Action("Back to the Run Before", this::goBack)));
    }

    private void settingsChanged(boolean otherRate) {
        if (run.trainer() == null || run.follows(settings.get())) {
            return;
        }
        if (state() == RunState.READY) {
            begin(run.pictures());
        } else {
            run.apply(settings.get(), otherRate);
        }
    }
}
