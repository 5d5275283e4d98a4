package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.SessionCopies;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;

/** One program with one window, without the window; for tests of sessions. Its only project is saved.digitscope. */
final class SessionProgram {

    static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10).withSeed(5);

    final TestThread fx = new TestThread();
    final AppModel model;
    final PadModel drawing;
    final Teaching teaching;
    final SessionCopies copies;
    final Session session;
    /** What becomes of unsaved work as another session is opened. */
    FileDialogs.Decision opening = FileDialogs.Decision.LEAVE;
    private final Locks locks;
    private final Closing closing;
    private boolean closed;

    /**
     * @param folder with everything that it writes
     * @param locks that it shares with the other programs
     * @param pool does what goes on in the background
     */
    SessionProgram(Path folder, Locks locks, DigitSets digits, Executor pool) {
        this.locks = locks;
        Path kept = folder.resolve("kept");
        Path saved = folder.resolve("saved.digitscope");
        model = new AppModel(pool, fx);
        drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        FileDialogs files = new FileDialogs(model.background(), new ChosenFile(() -> saved, () -> saved, () -> FileDialogs.Decision.SAVE,
                () -> opening));
        teaching = new Teaching(model, drawing, files, kept);
        copies = new SessionCopies(kept, locks::tryLock);
        session = new Session(model, drawing, files, copies, new UsedDataSets(kept.resolve("data-sets.json")),
                () -> teaching.digitsProperty().get());
        closing = new Closing(model, session, files);
        session.begin();
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(digits);
        fx.runAll();
    }

    void trainTo(int step) {
        while (step() < step) {
            model.step();
            fx.runUntil(() -> model.state() != RunState.RUNNING);
        }
    }

    void finish() {
        model.play();
        fx.runUntil(() -> model.state() == RunState.FINISHED);
    }

    void teach(int digit) {
        teaching.labellingProperty().set(true);
        drawing.penDown(0.5, 0.1);
        drawing.moveTo(0.5, 0.9);
        assertTrue(teaching.label(digit));
        fx.runAll();
    }

    void save() {
        session.save();
        fx.runAll();
    }

    void open() {
        session.open();
        fx.runAll();
    }

    void open(Path project) {
        session.open(project);
        fx.runAll();
    }

    void reopenLast() {
        session.reopenLast();
        fx.runAll();
    }

    void keepCopy() {
        session.keepCopy();
        fx.runAll();
    }

    void crash() {
        locks.release(Path.of(copies.own().toString().replace(".digitscope", ".open")));
    }

    void close() {
        closing.request(() -> closed = true);
        fx.runUntil(() -> closed);
    }

    /** Asks once to be closed; tells whether nothing was in the way. */
    boolean isClosedAtOnce() {
        closing.request(() -> closed = true);
        fx.runAll();
        return closed;
    }

    int step() {
        return model.liveProperty().get().step();
    }

    List<Integer> keptSteps() {
        return model.inspection().history().stream().map(Checkpoint::step).toList();
    }

    float[] weights() {
        return model.liveProperty().get().parameters().arrays()[0];
    }

    /** The newest notice. */
    String said() {
        return model.notices().textProperty().get();
    }

    boolean isChanged() {
        return session.changedProperty().get();
    }

    Optional<Path> file() {
        return session.fileProperty().get();
    }
}
