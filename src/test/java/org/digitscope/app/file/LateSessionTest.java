package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.app.BrokenPath;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.file.FileDialogs.Decision;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.project.SessionCopies;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saving, opening and closing with a slow disk. */
class LateSessionTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(60, 1), Examples.pictures(20, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);

    @TempDir
    private Path folder;
    private Optional<Throwable> problem = Optional.empty();
    private Runnable count = () -> { };

    /** One program with one window, without the window. */
    private final class Program {
        private final TestThread fx = new TestThread();
        private final LateExecutor pool;
        private final AppModel model;
        private final PadModel drawing;
        private final SessionCopies copies = new SessionCopies(BrokenPath.like(folder, () -> {
            count.run();
            return problem;
        }), file -> Optional.of(() -> { }));
        private final FileDialogs files;
        private final Session session;
        private final Closing closing;
        private Path chosen = file("a");
        private Decision decision = Decision.SAVE;
        private int asked;
        private boolean closed;

        private Program(Order order) {
            pool = new LateExecutor(order, 5);
            model = new AppModel(pool, fx);
            drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
            files = new FileDialogs(model.background(), new ChosenFile(() -> chosen, () -> chosen, () -> {
                asked++;
                return decision;
            }));
            session = new Session(model, drawing, files, copies, new UsedDataSets(folder.resolve("data-sets.json")),
                    () -> TaughtDigits.NONE);
            closing = new Closing(model, session, files);
            model.settingsProperty().set(SETTINGS);
            model.digitsLoaded(DIGITS);
            pool.runAll(fx);
        }

        private void trainTo(int step) {
            while (model.liveProperty().get().step() < step) {
                model.step();
                fx.runUntil(() -> model.state() != RunState.RUNNING);
            }
        }

        private void saveAs(String name) {
            chosen = file(name);
            session.saveAs();
        }

        private void requestClose() {
            closing.request(() -> closed = true);
        }

        private String said() {
            return model.notices().textProperty().get();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".digitscope");
    }

    private int step(Path file) throws IOException {
        return ProjectFile.read(file).now().step();
    }

    private int step(String name) throws IOException {
        return step(file(name));
    }

    private List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".tmp")).toList();
        }
    }

    @Test
    void aSaveThatEndsAfterAnotherProjectWasOpenedIsNotThatProjectsFile() throws IOException {
        Program program = new Program(Order.FIRST);
        program.trainTo(7);
        program.saveAs("b");
        program.pool.runAll(program.fx);
        program.trainTo(9);
        program.session.open(file("b"));
        program.saveAs("a");
        program.pool.runOne();
        program.fx.runAll();
        assertEquals(7, program.model.liveProperty().get().step(), "b is open before a is written");
        program.pool.runAll(program.fx);
        assertEquals(9, step("a"));
        assertEquals(Optional.of(file("b")), program.session.fileProperty().get());
        assertFalse(program.session.changedProperty().get());
        assertEquals(List.of(file("a"), file("b")), program.session.recent());
        program.trainTo(8);
        program.session.save();
        program.pool.runAll(program.fx);
        assertEquals(9, step("a"));
        assertEquals(8, step("b"));
    }

    @ParameterizedTest
    @EnumSource
    void twoSavesInFlightAreBothOnTheDiskAndTheLastOneIsTheSessionsFile(Order order) throws IOException {
        Program program = new Program(order);
        program.trainTo(2);
        program.saveAs("a");
        program.trainTo(3);
        program.saveAs("b");
        program.session.keepCopy();
        program.trainTo(4);
        program.pool.runAll(program.fx);
        assertEquals(2, step("a"));
        assertEquals(3, step("b"));
        assertEquals(Optional.of(file("b")), program.session.fileProperty().get());
        assertTrue(program.session.changedProperty().get(), "step 4 is in no file");
        program.session.save();
        program.session.save();
        program.pool.runAll(program.fx);
        assertEquals(4, step("b"));
        assertFalse(program.session.changedProperty().get());
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoProjectsTheOneThatWasAskedForLastIsOnScreen(Order order) {
        Program program = new Program(order);
        program.trainTo(2);
        program.saveAs("a");
        program.trainTo(3);
        program.saveAs("b");
        program.pool.runAll(program.fx);
        for (boolean answeredBetween : new boolean[] {false, true}) {
            program.model.paceProperty().set(0.001);
            program.model.play();
            program.fx.runUntil(() -> program.model.liveProperty().get().step() > 3);
            program.session.open(file("b"));
            if (answeredBetween) {
                program.pool.runOne();
            }
            program.session.open(file("a"));
            program.pool.runAll(program.fx);
            program.fx.runUntil(() -> program.model.state() == RunState.PAUSED);
            program.pool.runAll(program.fx);
            assertEquals(2, program.model.liveProperty().get().step());
            assertEquals(Optional.of(file("a")), program.session.fileProperty().get());
            program.trainTo(3);
        }
        program.model.close();
    }

    @ParameterizedTest
    @EnumSource
    void theWindowClosesAfterEverythingThatIsWrittenAndLeavesWholeFiles(Order order) throws IOException {
        Program program = new Program(order);
        program.trainTo(4);
        program.saveAs("a");
        program.chosen = folder.resolve("table.csv");
        program.files.save("table.csv", "CSV files", target -> AtomicFile.writeText(target, "1,2,3\n"));
        program.requestClose();
        assertTrue(program.closing.underWayProperty().get());
        assertEquals("Writing a.digitscope, table.csv, the session; then the window closes.", program.said());
        while (!program.closed) {
            assertTrue(program.pool.runOne() | program.fx.runNext(), "it waits for something that never comes");
        }
        assertEquals(4, step("a"));
        assertEquals("1,2,3\n", Files.readString(folder.resolve("table.csv")));
        assertEquals(4, step(program.copies.own()));
        assertEquals(List.of(), temporary());
        assertFalse(program.closing.underWayProperty().get());
        assertEquals("", program.model.background().writingProperty().get());
    }

    @Test
    void whatChangedWhileACopyWasWrittenIsInTheLastSession() throws IOException {
        Program program = new Program(Order.FIRST);
        program.trainTo(2);
        program.session.keepCopy();
        program.trainTo(5);
        program.requestClose();
        program.pool.runAll(program.fx);
        assertTrue(program.closed);
        assertEquals(5, step(program.copies.own()));
        Program killed = new Program(Order.FIRST);
        killed.trainTo(2);
        killed.session.keepCopy();
        killed.trainTo(3);
        killed.session.keepCopy();
        killed.pool.runOne();
        killed.trainTo(6);
        killed.session.keepCopy();
        killed.pool.runOne();
        killed.model.background().awaitWritten();
        assertEquals(6, step(killed.copies.own()), "without the FX thread, as when the desktop's session ends");
    }

    @Test
    void ofCopiesThatWaitForASlowDiskOnlyTheNewestIsWritten() throws IOException {
        Program program = new Program(Order.FIRST);
        for (int step = 1; step <= 5; step++) {
            program.trainTo(step);
            program.session.keepCopy();
        }
        assertEquals("the session", program.model.background().writingProperty().get());
        long[] paths = {0};
        count = () -> paths[0]++;
        program.pool.runAll(program.fx);
        assertEquals(1, paths[0]);
        count = () -> { };
        assertEquals(5, step(program.copies.own()));
    }

    @Test
    void aGlanceAtAPresetAfterSavingIsAskedAboutAndNeverOverwritesTheFileUnasked() throws IOException {
        for (Decision decision : Decision.values()) {
            Program program = new Program(Order.RANDOM);
            program.trainTo(12);
            program.saveAs("a");
            program.pool.runAll(program.fx);
            program.decision = decision;
            program.model.startWith(SETTINGS.withArchitecture(Architecture.relu(2)));
            program.pool.runAll(program.fx);
            program.requestClose();
            program.pool.runAll(program.fx);
            assertEquals(1, program.asked);
            assertEquals(decision != Decision.STAY, program.closed);
            assertEquals(decision == Decision.SAVE ? 0 : 12, step("a"));
            if (program.closed) {
                Project last = ProjectFile.read(program.copies.own());
                assertEquals(0, last.now().step());
                assertEquals(List.of(2), last.settings().architecture().hidden());
            }
        }
    }

    @Test
    void whoClosesWithoutChangesOrWithoutAFileIsNotAsked() throws IOException {
        Program saved = new Program(Order.FIRST);
        saved.trainTo(3);
        saved.saveAs("a");
        saved.pool.runAll(saved.fx);
        saved.requestClose();
        saved.pool.runAll(saved.fx);
        Program never = new Program(Order.FIRST);
        never.trainTo(4);
        never.requestClose();
        never.pool.runAll(never.fx);
        assertTrue(saved.closed && never.closed);
        assertEquals(0, saved.asked + never.asked);
        assertEquals(4, step(never.copies.own()));
    }

    @Test
    void whateverKeepsAFileFromBeingWrittenKeepsTheWindowOpenOnce() throws IOException {
        for (Throwable refusal : LateExecutor.refusals()) {
            Program program = new Program(Order.FIRST);
            program.trainTo(3);
            program.saveAs("a");
            program.pool.runAll(program.fx);
            program.trainTo(4);
            program.pool.refuse(refusal);
            program.requestClose();
            program.pool.runAll(program.fx);
            assertFalse(program.closed);
            assertFalse(program.closing.underWayProperty().get());
            assertTrue(program.said().endsWith(" Close the window once more to leave all the same."), program.said());
            assertFalse(program.said().contains(".."), program.said());
            assertEquals(3, step("a"));
            program.requestClose();
            program.pool.runAll(program.fx);
            assertTrue(program.closed);
            assertEquals(4, step("a"));
            assertEquals(4, step(program.copies.own()));
        }
    }

    @Test
    void aCopyThatFailsInWhateverWayDoesNotStopLaterOnes() throws IOException {
        Program program = new Program(Order.FIRST);
        int step = 0;
        for (Throwable thrown : Stream.concat(LateExecutor.problems().stream(), Stream.of(LateExecutor.outOfMemory())).toList()) {
            program.trainTo(++step);
            problem = Optional.of(thrown);
            program.session.keepCopy();
            program.pool.runAll(program.fx);
            problem = Optional.empty();
            assertTrue(program.model.notices().seriousProperty().get());
            program.session.keepCopy();
            program.pool.runAll(program.fx);
            assertEquals(step, step(program.copies.own()), "after " + thrown);
        }
        assertEquals(3, program.pool.reported().size());
        for (Throwable refusal : LateExecutor.refusals()) {
            program.trainTo(++step);
            program.pool.refuse(refusal);
            program.session.keepCopy();
            program.pool.runAll(program.fx);
            program.session.keepCopy();
            program.pool.runAll(program.fx);
            assertEquals(step, step(program.copies.own()), "after " + refusal);
        }
    }

    @Test
    void aTrainingIsStoppedBeforeWhatIsWrittenAtTheEnd() throws IOException {
        Program program = new Program(Order.LAST);
        program.trainTo(2);
        program.saveAs("a");
        program.model.paceProperty().set(0.001);
        program.model.play();
        program.fx.runUntil(() -> program.model.liveProperty().get().step() == 3);
        program.pool.runAll(program.fx);
        program.requestClose();
        program.requestClose();
        assertFalse(program.closed);
        program.fx.runUntil(() -> program.model.state() == RunState.PAUSED);
        program.pool.runAll(program.fx);
        assertTrue(program.closed);
        assertEquals(1, program.asked);
        assertEquals(3, step("a"));
        assertEquals(3, step(program.copies.own()));
    }

    @Test
    void aLookAtANetworkFromAFileIsNoChangeOfTheSessionAndNeitherIsWhatIsChangedInIt() {
        Program program = new Program(Order.FIRST);
        program.trainTo(3);
        program.model.inspection().edits().mute(new Neuron(1, 2), 0);
        program.saveAs("a");
        program.pool.runAll(program.fx);
        program.model.inspection().showFile(Examples.parameters(5, 1));
        program.model.inspection().edits().mute(new Neuron(1, 1), 0);
        program.model.inspection().showStep(1);
        program.model.inspection().showLive();
        assertFalse(program.session.changedProperty().get());
        program.model.inspection().edits().undo();
        assertTrue(program.session.changedProperty().get());
        program.session.save();
        program.pool.runAll(program.fx);
        program.model.inspection().edits().mute(new Neuron(1, 2), 0);
        program.model.inspection().showFile(Examples.parameters(5, 1));
        program.model.reset();
        program.session.save();
        program.pool.runAll(program.fx);
        assertFalse(program.session.changedProperty().get());
        program.model.inspection().edits().mute(new Neuron(1, 2), 0);
        assertTrue(program.session.changedProperty().get(), "as in the run before");
    }

    @Test
    void anotherRateOrMoreEpochsForTheRunAreAChangeThatIsAskedAbout() throws IOException {
        for (Hyperparameters other : List.of(SETTINGS.withLearningRate(0.02), SETTINGS.withEpochs(5))) {
            Program program = new Program(Order.FIRST);
            program.trainTo(3);
            program.saveAs("a");
            program.pool.runAll(program.fx);
            program.model.settingsProperty().set(SETTINGS.withArchitecture(Architecture.relu(7)));
            program.model.settingsProperty().set(SETTINGS);
            assertFalse(program.session.changedProperty().get(), "a size that waits for the next start is in no file");
            program.model.settingsProperty().set(other);
            program.requestClose();
            program.pool.runAll(program.fx);
            assertEquals(1, program.asked);
            for (Path file : List.of(file("a"), program.copies.own())) {
                Project saved = ProjectFile.read(file);
                assertEquals(other.learningRate(), saved.learningRate());
                assertEquals(other.epochs(), saved.settings().epochs());
            }
        }
    }
}
