package org.digitscope.app.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Edit;
import org.digitscope.files.project.Project;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.NextStep;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;

/**
 * The state of the application: one training run, what is shown of it, and the commands that change it.
 *
 * <p>Everything here belongs to the FX thread. It needs no toolkit, only an executor that leads to that thread, so tests
 * use it without one.
 */
public final class AppModel {

    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.LOADING);
    private final ReadOnlyObjectWrapper<DigitSets> digits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Snapshot> live = new ReadOnlyObjectWrapper<>();
    private final Inspection showing = new Inspection();
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> previous = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Notices notices = new Notices();
    private final ObjectProperty<Hyperparameters> settings = new SimpleObjectProperty<>(Hyperparameters.NOTEBOOK);
    private final TrainingPictures pictures;
    private final RunLoop loop;
    private final Availability can = new Availability(state, digits, showing);

    /** While a saved session is taken over, its settings are no wishes. */
    private boolean adopting;
    private Trainer trainer;

    /**
     * @param background runs what it is given on another thread
     * @param fxThread runs what it is given on the FX thread, later; {@code Platform::runLater} in the window
     */
    public AppModel(Executor background, Executor fxThread) {
        loop = new RunLoop(fxThread);
        pictures = new TrainingPictures(background, fxThread, sets -> loop.whenIdle(() -> trainWith(sets)));
        settings.addListener((observable, before, after) -> settingsChanged(after));
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunState state() {
        return state.get();
    }

    /** The pictures; null while they are being read. */
    public ReadOnlyObjectProperty<DigitSets> digitsProperty() {
        return digits.getReadOnlyProperty();
    }

    /** What the labels of the pictures stand for. */
    public ClassNames classes() {
        return digits.get() == null ? ClassNames.DIGITS : digits.get().classes();
    }

    /** What the training has reached; null until the pictures are there. */
    public ReadOnlyObjectProperty<Snapshot> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** The network that every panel shows; null until the pictures are there. */
    public ReadOnlyObjectProperty<ShownNetwork> shownProperty() {
        return showing.shownProperty();
    }

    /** What the run before this one had reached, for comparison. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> previousProperty() {
        return previous.getReadOnlyProperty();
    }

    /** What the person should know, such as why a run ended. */
    public Notices notices() {
        return notices;
    }

    /**
     * The settings wanted. Learning rate and epochs hold at once; the others with the next start, which is at once too
     * as long as nothing was learnt.
     */
    public ObjectProperty<Hyperparameters> settingsProperty() {
        return settings;
    }

    /** Whether all digits, of training, test and drawing, are straightened; another choice starts anew. */
    public BooleanProperty deskewProperty() {
        return pictures.deskewProperty();
    }

    /** What the person changed in the shown network; the training goes on without it. */
    public Edits edits() {
        return showing.edits();
    }

    /** Drawings to train with besides the pictures; other ones start anew. */
    public ObjectProperty<TaughtDigits> taughtProperty() {
        return pictures.taughtProperty();
    }

    /** Batches a second for slow motion; infinite for full speed. */
    public ObjectProperty<Double> paceProperty() {
        return loop.paceProperty();
    }

    /** Which commands make sense now. */
    public Availability can() {
        return can;
    }

    /** Whether some of the wanted settings hold only from the next start on. */
    public boolean settingsWait() {
        return trainer != null && !startSettings(settings.get()).equals(startSettings(trainer.settings()));
    }

    /** Called once the pictures are read. */
    public void digitsLoaded(DigitSets sets) {
        pictures.load(sets);
    }

    /** The pictures as they were loaded; empty while they are being read. */
    public Optional<DigitSets> loadedDigits() {
        return pictures.loaded();
    }

    /** The session as it can be saved: where it stands, or, while it trains, at the newest kept step; empty without pictures. */
    public Optional<Project> project(Sheet drawing) {
        if (trainer == null) {
            return Optional.empty();
        }
        List<Edit> changes = edits().currentProperty().get();
        if (!loop.isRunning()) {
            return Optional.of(Project.of(trainer, pictures.data(digits.get()), deskewProperty().get(), drawing, changes));
        }
        Checkpoint newest = trainer.recording().atOrBefore(live.get().step()).orElseThrow();
        return Optional.of(Project.of(trainer, newest, live.get().curve(), pictures.data(digits.get()),
                deskewProperty().get(), drawing, changes));
    }

    /**
     * Goes on with a session that was saved.
     *
     * @param original the pictures as they were loaded
     * @param sets the same as the project wants them
     * @param restored a trainer that stands where the project stood
     * @param done called afterwards; a running training has to end first
     */
    public void adopt(Project project, DigitSets original, DigitSets sets, Trainer restored, Runnable done) {
        loop.whenIdle(() -> {
            adopting = true;
            pictures.adopt(project.deskew(), original, sets, project.data());
            digits.set(sets);
            trainer = restored;
            state.set(RunState.PAUSED);
            settings.set(project.settings().withLearningRate(project.learningRate()));
            adopting = false;
            notices.dismiss();
            edits().forget();
            settle(RunState.PAUSED);
            if (live.get().isFinished()) {
                state.set(RunState.FINISHED);
            }
            project.edits().forEach(edits()::add);
            done.run();
        });
    }

    /** Called when the pictures can't be read. */
    public void loadingFailed(String sentence) {
        notices.warn(sentence);
        state.set(RunState.FAILED);
    }

    /** Trains, or goes on; from a finished or stopped run it starts afresh. */
    public void play() {
        if (!can.play().get()) {
            return;
        }
        if (state.get() == RunState.STOPPED || state.get() == RunState.FINISHED) {
            newTrainer();
        }
        run(Integer.MAX_VALUE);
    }

    /** Stops at the next batch boundary; {@link #play} goes on bit for bit. */
    public void pause() {
        if (can.pause().get()) {
            loop.requestStop();
        }
    }

    public void playOrPause() {
        if (can.pause().get()) {
            pause();
        } else {
            play();
        }
    }

    /** Trains one batch. */
    public void step() {
        if (can.step().get()) {
            run(trainer.step() + 1);
        }
    }

    /** Trains to the end of the epoch. */
    public void stepEpoch() {
        if (can.step().get()) {
            run((trainer.step() / trainer.stepsPerEpoch() + 1) * trainer.stepsPerEpoch());
        }
    }

    /** Ends the run; its network stays on screen. */
    public void stop() {
        if (can.stop().get()) {
            loop.whenIdle(() -> {
                if (state.get() == RunState.PAUSED) {
                    state.set(RunState.STOPPED);
                }
            });
        }
    }

    /** Back to step 0, with the wanted settings: the very same start weights as long as seed and size are the same. */
    public void reset() {
        if (can.reset().get()) {
            loop.whenIdle(this::newTrainer);
        }
    }

    /** Starts again from step 0 with other settings. */
    public void startWith(Hyperparameters wanted) {
        settings.set(wanted);
        reset();
    }

    /** Another seed, and with it other start weights and other shuffles. */
    public void newSeed() {
        startWith(settings.get().withSeed(settings.get().seed() + 1));
    }

    /** The kept steps of this run, ascending. */
    public List<Integer> keptSteps() {
        return trainer == null ? List.of() : trainer.recording().steps();
    }

    /** The kept steps with their networks, ascending. */
    public List<Checkpoint> checkpoints() {
        return keptSteps().stream().flatMap(step -> trainer.recording().atOrBefore(step).stream()).toList();
    }

    /** What the next step of training would do; empty while it trains. */
    public Optional<NextStep> nextStep() {
        return loop.isRunning() || trainer == null ? Optional.empty() : Optional.of(trainer.nextStep());
    }

    /** Shows the network of the last kept step at or before {@code step}; training may go on meanwhile. */
    public void showStep(int step) {
        if (trainer != null) {
            trainer.recording().atOrBefore(step)
                    .ifPresent(kept -> showing.step(kept.step(), kept.parameters()));
        }
    }

    /** Shows a network from elsewhere, until {@link #showLive}; the training goes on meanwhile. */
    public void showNetwork(Parameters network) {
        if (trainer != null) {
            showing.ofFile(network);
        }
    }

    /** Follows the training again. */
    public void showLive() {
        if (live.get() != null) {
            showing.live(live.get());
        }
    }

    /** Forgets what came after the shown step; training goes on from there as a branch. */
    public void goOnFromShown() {
        if (can.goOnFromShown().get()) {
            int step = shownProperty().get().step();
            loop.whenIdle(() -> branch(step));
        }
    }

    /** Ends the thread of a run; for the window's end. */
    public void close() {
        loop.requestStop();
    }

    private void trainWith(DigitSets sets) {
        digits.set(sets);
        newTrainer();
    }

    private void branch(int step) {
        trainer.recording().atOrBefore(step).ifPresent(checkpoint -> {
            previous.set(Optional.of(live.get()));
            trainer.restore(checkpoint, live.get().curve());
            applyAtOnce();
            settle(RunState.PAUSED);
        });
    }

    private void newTrainer() {
        if (live.get() != null && live.get().step() > 0) {
            previous.set(Optional.of(live.get()));
        }
        edits().forget();
        if (trainer != null) {
            // what was said before anything ran, of the session before, stays
            notices.dismiss();
        }
        trainer = new Trainer(digits.get().training(), digits.get().validation(), settings.get());
        settle(RunState.READY);
    }

    /** Shows the trainer's present state as the live one. */
    private void settle(RunState newState) {
        live.set(trainer.snapshot());
        showing.live(live.get());
        state.set(live.get().step() == 0 ? RunState.READY : newState);
    }

    private void run(int untilStep) {
        notices.dismiss();
        state.set(RunState.RUNNING);
        loop.start(trainer, untilStep, this::showSnapshot, this::ended);
    }

    private void showSnapshot(Snapshot snapshot) {
        live.set(snapshot);
        if (showing.isLive()) {
            showing.live(snapshot);
        }
    }

    private void ended(TrainingEnd end) {
        if (end instanceof TrainingEnd.Diverged diverged) {
            notices.warn(diverged.advice() + " The network of step " + trainer.step() + " is kept; R starts again.");
            state.set(RunState.DIVERGED);
        } else if (end instanceof TrainingEnd.Failed failed) {
            notices.warn("The training failed: " + failed.cause());
            state.set(RunState.FAILED);
        } else {
            state.set(live.get().isFinished() ? RunState.FINISHED : RunState.PAUSED);
        }
    }

    private void settingsChanged(Hyperparameters wanted) {
        if (trainer == null || adopting) {
            return;
        }
        if (state.get() == RunState.READY) {
            newTrainer();
        } else {
            applyAtOnce();
        }
    }

    /** Learning rate and epochs may change while a run is under way. */
    private void applyAtOnce() {
        boolean otherRate = trainer.setLearningRate(settings.get().learningRate());
        trainer.setEpochs(settings.get().epochs());
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

    /** What a new start would have to take over. */
    private static Hyperparameters startSettings(Hyperparameters all) {
        return all.withEpochs(1).withLearningRate(1);
    }
}
