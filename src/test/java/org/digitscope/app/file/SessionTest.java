package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Pace;
import org.digitscope.app.run.RunState;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.datasets.SetChoices;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.project.SessionCopies;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10).withSeed(5);

    @TempDir
    private Path folder;
    private UsedDataSets used;
    private final Set<Path> locked = new HashSet<>();

    @BeforeEach
    void makeList() {
        used = new UsedDataSets(folder.resolve("kept").resolve("data-sets.json"));
    }

    private Optional<Closeable> tryLock(Path file) {
        return locked.add(file) ? Optional.of(() -> locked.remove(file)) : Optional.empty();
    }

    /** One program with one window, without the window. */
    private final class Program {
        private final TestThread fx = new TestThread();
        private final AppModel model;
        private final PadModel drawing;
        private final Teaching teaching;
        private final SessionCopies copies = new SessionCopies(folder.resolve("kept"), SessionTest.this::tryLock);
        private final Session session;
        private final Closing closing;
        private FileDialogs.Decision decision = FileDialogs.Decision.SAVE;
        private FileDialogs.Decision opening = FileDialogs.Decision.LEAVE;
        private boolean closed;

        private Program(DigitSets digits) {
            this(digits, Runnable::run);
        }

        private Program(DigitSets digits, Executor pool) {
            model = new AppModel(pool, fx);
            drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
            FileDialogs files = new FileDialogs(model.background(), new ChosenFile(
                    () -> folder.resolve("saved.digitscope"), () -> folder.resolve("saved.digitscope"), () -> decision, () -> opening));
            teaching = new Teaching(model, drawing, files, folder.resolve("kept"));
            session = new Session(model, drawing, files, copies, used, () -> teaching.digitsProperty().get());
            closing = new Closing(model, session, files);
            session.begin();
            model.settingsProperty().set(SETTINGS);
            model.digitsLoaded(digits);
            fx.runAll();
        }

        private void trainTo(int step) {
            while (model.liveProperty().get().step() < step) {
                model.step();
                fx.runUntil(() -> model.state() != RunState.RUNNING);
            }
        }

        private void teach(int digit) {
            teaching.labellingProperty().set(true);
            drawing.penDown(0.5, 0.1);
            drawing.moveTo(0.5, 0.9);
            assertTrue(teaching.label(digit));
            fx.runAll();
        }

        private void finish() {
            model.play();
            fx.runUntil(() -> model.state() == RunState.FINISHED);
        }

        private void crash() {
            locked.remove(Path.of(copies.own().toString().replace(".digitscope", ".open")));
        }

        private void close() {
            closing.request(() -> closed = true);
            fx.runUntil(() -> closed);
        }

        private List<Integer> keptSteps() {
            return model.inspection().history().stream().map(Checkpoint::step).toList();
        }

        private float[] weights() {
            return model.liveProperty().get().parameters().arrays()[0];
        }
    }

    @Test
    void aSavedSessionGoesOnWithTheSameBitsAndEverythingInItsPlace() {
        Program first = new Program(DIGITS);
        first.trainTo(57);
        first.model.settingsProperty().set(SETTINGS.withLearningRate(0.003));
        first.drawing.penDown(0.2, 0.3);
        first.drawing.moveTo(0.8, 0.7);
        first.model.inspection().edits().set(ScalarParameter.layer1Bias(3), 0.5f);
        assertTrue(first.session.changedProperty().get());
        first.session.save();
        first.fx.runAll();
        assertFalse(first.session.changedProperty().get());
        assertEquals(Optional.of(folder.resolve("saved.digitscope")), first.session.fileProperty().get());

        Program second = new Program(DIGITS);
        second.session.open();
        second.fx.runAll();
        assertEquals(RunState.PAUSED, second.model.state());
        assertEquals(57, second.model.liveProperty().get().step());
        assertEquals(0.003, second.model.settingsProperty().get().learningRate());
        assertEquals(first.drawing.sheetProperty().get(), second.drawing.sheetProperty().get());
        assertEquals(List.of(new Edit.SetValue(ScalarParameter.layer1Bias(3), 0.5f)), second.model.inspection().edits().currentProperty().get());
        assertEquals(first.keptSteps(), second.keptSteps());
        assertFalse(second.session.changedProperty().get());
        assertEquals(List.of(folder.resolve("saved.digitscope")), second.session.recent());
        first.finish();
        second.finish();
        assertArrayEquals(first.weights(), second.weights());
    }

    @Test
    void aSessionThatCrashedIsOfferedAndGoesOnWithTheSameBits() {
        Program crashed = new Program(DIGITS);
        crashed.trainTo(33);
        crashed.session.keepCopy();
        crashed.fx.runAll();
        crashed.trainTo(35);
        crashed.crash();

        Program next = new Program(DIGITS);
        next.drawing.penDown(0.2, 0.3);
        next.session.keepCopy();
        next.fx.runAll();
        String said = next.model.notices().textProperty().get();
        assertTrue(said.matches("The last session ended unexpectedly\\. It was kept as it was on \\d{1,2} [A-Z][a-z]+, \\d\\d:\\d\\d\\."), said);
        next.model.notices().actionsProperty().get().get(0).run().run();
        next.fx.runAll();
        assertEquals(33, next.model.liveProperty().get().step());
        next.finish();
        Trainer whole = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        whole.run(() -> false, snapshot -> { });
        assertArrayEquals(whole.snapshot().parameters().arrays()[0], next.weights());
    }

    @Test
    void closingSavesToTheFileAndTheLastSession() throws IOException {
        Program program = new Program(DIGITS);
        program.trainTo(3);
        program.session.save();
        program.fx.runAll();
        byte[] before = Files.readAllBytes(folder.resolve("saved.digitscope"));
        program.trainTo(4);
        program.close();
        assertFalse(Arrays.equals(before, Files.readAllBytes(folder.resolve("saved.digitscope"))));
        Program next = new Program(DIGITS);
        assertEquals("", next.model.notices().textProperty().get(), "it ended as it should");
        next.session.reopenLast();
        next.fx.runAll();
        assertEquals(4, next.model.liveProperty().get().step());
        assertEquals(Optional.of(folder.resolve("saved.digitscope")), next.session.fileProperty().get(), "it is still the session of its file");
    }

    @Test
    void goingBackToTheRunOfTheSessionBeforeGoesBackToItsFile() throws IOException {
        Program first = new Program(DIGITS);
        first.trainTo(3);
        first.session.save();
        first.fx.runAll();
        Path saved = folder.resolve("saved.digitscope");
        byte[] before = Files.readAllBytes(saved);
        Program program = new Program(DIGITS);
        program.model.newSeed();
        program.trainTo(5);
        float[] trained = program.weights();
        program.session.open(saved);
        program.fx.runAll();
        assertEquals(Optional.of(saved), program.session.fileProperty().get());
        program.model.goBack();
        assertArrayEquals(trained, program.weights());
        assertEquals(Optional.empty(), program.session.fileProperty().get(), "the opened project isn't the file of that run");
        program.model.goBack();
        assertEquals(Optional.of(saved), program.session.fileProperty().get());
        assertEquals(3, program.model.liveProperty().get().step());
        assertArrayEquals(before, Files.readAllBytes(saved));
    }

    @Test
    void aDamagedLastSessionIsNamedAsPeopleKnowIt() throws IOException {
        Program first = new Program(DIGITS);
        first.trainTo(3);
        first.close();
        Program next = new Program(DIGITS);
        Files.write(next.copies.last(), new byte[] {1, 2, 3});
        next.session.reopenLast();
        next.fx.runAll();
        String said = next.model.notices().textProperty().get();
        assertTrue(said.matches("The last session, \\d{1,2} [A-Z][a-z]+, \\d\\d:\\d\\d, is no zip file.*"), said);
    }

    @Test
    void thereIsNothingToUndoInASessionThatWasJustOpened() {
        Program first = new Program(DIGITS);
        first.trainTo(3);
        first.session.save();
        first.fx.runAll();
        Program next = new Program(DIGITS);
        next.drawing.penDown(0.2, 0.3);
        next.drawing.moveTo(0.2, 0.9);
        next.session.open();
        next.fx.runAll();
        assertTrue(next.drawing.blank().get());
        assertFalse(next.drawing.canUndo().get());
    }

    @Test
    void aSessionThatWasTrainedWithADrawingThatWasForgottenSinceGoesOn() {
        Program first = new Program(DIGITS);
        first.teach(1);
        first.teach(7);
        first.teaching.trainingProperty().set(true);
        first.fx.runAll();
        first.trainTo(4);
        first.session.save();
        first.fx.runAll();
        Program second = new Program(DIGITS);
        second.teaching.forgetLast();
        second.fx.runAll();
        second.session.open();
        second.fx.runAll();
        assertEquals(4, second.model.liveProperty().get().step());
        second.finish();
        first.finish();
        assertArrayEquals(first.weights(), second.weights());
    }

    @Test
    void aProjectThatCantBeSavedKeepsTheWindowOpenOnceAndIsInTheLastSession() throws IOException {
        Program program = new Program(DIGITS);
        program.trainTo(3);
        program.session.save();
        program.fx.runAll();
        program.trainTo(4);
        Files.delete(folder.resolve("saved.digitscope"));
        Files.createDirectory(folder.resolve("saved.digitscope"));
        program.closing.request(() -> program.closed = true);
        program.fx.runAll();
        assertFalse(program.closed);
        assertTrue(program.model.notices().textProperty().get().startsWith("saved.digitscope is a folder, so no file can be written there. "
                + "Close the window once more"), program.model.notices().textProperty().get());
        program.closing.request(() -> program.closed = true);
        program.fx.runUntil(() -> program.closed);
        Program next = new Program(DIGITS);
        next.session.reopenLast();
        next.fx.runAll();
        assertEquals(4, next.model.liveProperty().get().step());
    }

    @Test
    void aSessionThatIsOpenedIsTheLastOneThoughItStandsAtTheSameStep() {
        Program program = new Program(DIGITS);
        program.trainTo(5);
        program.session.save();
        program.fx.runAll();
        float[] saved = program.weights();
        program.model.newSeed();
        program.trainTo(5);
        program.session.keepCopy();
        program.fx.runAll();
        program.session.open();
        program.fx.runAll();
        assertArrayEquals(saved, program.weights());
        program.close();
        Program next = new Program(DIGITS);
        next.session.reopenLast();
        next.fx.runAll();
        assertArrayEquals(saved, next.weights());
    }

    @Test
    void otherSettingsAreAChangeOfTheProjectAndBeforeAnythingIsLearntNoneOfTheLastSession() {
        Program program = new Program(DIGITS);
        program.trainTo(3);
        program.session.save();
        program.fx.runAll();
        program.model.settingsProperty().set(SETTINGS.withEpochs(7));
        assertTrue(program.session.changedProperty().get());
        program.close();
        Program glance = new Program(DIGITS);
        glance.model.settingsProperty().set(SETTINGS.withArchitecture(Architecture.relu(2)));
        glance.close();
        Program next = new Program(DIGITS);
        next.session.reopenLast();
        next.fx.runAll();
        assertEquals(3, next.model.liveProperty().get().step());
        assertEquals(7, next.model.settingsProperty().get().epochs());
    }

    @Test
    void openingAnotherSessionAsksWhatBecomesOfUnsavedWork() throws IOException {
        Program program = new Program(DIGITS);
        program.trainTo(2);
        program.session.save();
        program.fx.runAll();
        Path saved = folder.resolve("saved.digitscope");
        Path other = Files.copy(saved, folder.resolve("other.digitscope"));
        program.trainTo(3);
        program.opening = FileDialogs.Decision.STAY;
        program.session.open(other);
        program.fx.runAll();
        assertEquals(3, program.model.liveProperty().get().step(), "nothing happens");
        program.opening = FileDialogs.Decision.SAVE;
        program.session.open(other);
        program.fx.runAll();
        assertEquals(2, program.model.liveProperty().get().step());
        assertEquals(3, ProjectFile.read(saved).now().step());
        assertEquals(Optional.of(other), program.session.fileProperty().get());
        program.trainTo(4);
        program.opening = FileDialogs.Decision.LEAVE;
        program.session.open(saved);
        program.fx.runAll();
        assertEquals(3, program.model.liveProperty().get().step());
        assertEquals(2, ProjectFile.read(other).now().step());
    }

    @Test
    void whatCannotBeSavedFirstStaysOpen() throws IOException {
        Program program = new Program(DIGITS);
        program.trainTo(2);
        program.session.save();
        program.fx.runAll();
        Path other = Files.copy(folder.resolve("saved.digitscope"), folder.resolve("other.digitscope"));
        program.trainTo(3);
        Files.delete(folder.resolve("saved.digitscope"));
        Files.createDirectory(folder.resolve("saved.digitscope"));
        program.opening = FileDialogs.Decision.SAVE;
        program.session.open(other);
        program.fx.runAll();
        assertEquals(3, program.model.liveProperty().get().step());
    }

    @Test
    void anotherStartThanThatOfTheFileIsAChange() {
        Program program = new Program(DIGITS);
        program.session.save();
        program.fx.runAll();
        assertFalse(program.session.changedProperty().get());
        program.model.startWith(SETTINGS.withArchitecture(Architecture.relu(7)));
        assertTrue(program.session.changedProperty().get());
        program.session.save();
        program.fx.runAll();
        assertFalse(program.session.changedProperty().get());
        program.model.pictures().deskewProperty().set(true);
        program.fx.runAll();
        assertTrue(program.session.changedProperty().get());
        program.session.open();
        program.fx.runAll();
        assertFalse(program.session.changedProperty().get());
    }

    @Test
    void whatIsOpenedWhileItIsWrittenIsWhatWasWritten() {
        Deque<Runnable> late = new ArrayDeque<>();
        Program program = new Program(DIGITS, late::push);
        program.trainTo(2);
        program.session.save();
        work(late, program.fx);
        program.trainTo(3);
        program.session.save();
        program.session.open();
        work(late, program.fx);
        assertEquals(3, program.model.liveProperty().get().step());
        assertFalse(program.session.changedProperty().get());
    }

    @Test
    void whatIsSavedWhileOtherPicturesArePreparedIsOpenedWithThoseItWasTrainedWith() {
        Deque<Runnable> late = new ArrayDeque<>();
        Program program = new Program(DIGITS, late::push);
        work(late, program.fx);
        program.trainTo(2);
        program.model.pictures().deskewProperty().set(true);
        program.session.save();
        work(late, program.fx);
        Program next = new Program(DIGITS);
        next.session.open();
        next.fx.runAll();
        assertEquals("", next.model.notices().textProperty().get());
        assertEquals(2, next.model.liveProperty().get().step());
    }

    /** The newest work first. */
    private static void work(Deque<Runnable> late, TestThread fx) {
        while (!late.isEmpty()) {
            late.pop().run();
            fx.runAll();
        }
    }

    @Test
    void aSessionFindsTheDrawingsThatItWasTrainedWithAmongMore() {
        Program first = new Program(DIGITS);
        first.teach(1);
        first.teach(7);
        first.teaching.trainingProperty().set(true);
        first.fx.runAll();
        first.trainTo(4);
        first.teach(1);
        first.close();
        Program second = new Program(DIGITS);
        assertFalse(second.teaching.trainingProperty().get());
        second.session.reopenLast();
        second.fx.runAll();
        assertEquals("", second.model.notices().textProperty().get());
        assertEquals(4, second.model.liveProperty().get().step());
        second.finish();
        first.finish();
        assertArrayEquals(first.weights(), second.weights());
    }

    @Test
    void aStraightenedSessionIsOpenedWithoutAStartAnewWhileOwnDrawingsAreTrainedWith() {
        Program first = new Program(DIGITS);
        first.model.pictures().deskewProperty().set(true);
        first.fx.runAll();
        first.trainTo(4);
        first.session.save();
        first.fx.runAll();
        Program second = new Program(DIGITS);
        second.teach(1);
        second.teaching.trainingProperty().set(true);
        second.fx.runAll();
        second.session.open();
        second.fx.runAll();
        assertEquals(4, second.model.liveProperty().get().step());
        assertEquals(RunState.PAUSED, second.model.state());
        assertTrue(second.model.pictures().deskewProperty().get());
    }

    @Test
    void whatChangesWhileAFileIsWrittenIsNotTakenForSaved() {
        Program program = new Program(DIGITS);
        program.trainTo(2);
        program.session.save();
        program.drawing.penDown(0.4, 0.4);
        program.fx.runAll();
        assertTrue(program.session.changedProperty().get());
        program.session.save();
        program.fx.runAll();
        assertFalse(program.session.changedProperty().get());
    }

    @Test
    void aCopyThatCantBeWrittenIsSaidAndTriedAgain() throws IOException {
        Program program = new Program(DIGITS);
        program.trainTo(2);
        Path own = program.copies.own();
        Files.createDirectory(own);
        program.session.keepCopy();
        program.fx.runAll();
        assertTrue(program.model.notices().textProperty().get().contains("is a folder"), program.model.notices().textProperty().get());
        Files.delete(own);
        program.session.keepCopy();
        program.fx.runAll();
        assertTrue(Files.isRegularFile(own));
    }

    @Test
    void twoWindowsDontTakeEachOthersSessionsAndTheNewerCrashIsOffered() {
        Program first = new Program(DIGITS);
        first.trainTo(3);
        first.session.keepCopy();
        first.fx.runAll();
        Program second = new Program(DIGITS);
        assertEquals("", second.model.notices().textProperty().get(), "the first one is still open");
        second.session.reopenLast();
        assertEquals("There is no earlier session to reopen.", second.model.notices().textProperty().get());
        second.trainTo(5);
        second.session.keepCopy();
        second.fx.runAll();
        first.trainTo(4);
        first.session.keepCopy();
        first.fx.runAll();
        second.crash();
        first.crash();
        Program third = new Program(DIGITS);
        assertTrue(third.model.notices().textProperty().get().startsWith("The last session ended unexpectedly"));
        third.session.reopenLast();
        third.fx.runAll();
        assertEquals(4, third.model.liveProperty().get().step());
        third.close();
        Program fourth = new Program(DIGITS);
        assertEquals("", fourth.model.notices().textProperty().get(), "a crash is told of once");
    }

    @Test
    void aRunningTrainingIsSavedAtAKeptStep() {
        Program program = new Program(DIGITS);
        program.model.paceProperty().set(20.0);
        program.model.play();
        program.fx.runUntil(() -> program.model.liveProperty().get().step() >= 5);
        program.session.save();
        program.model.pause();
        program.fx.runUntil(() -> program.model.state() == RunState.PAUSED);
        Program next = new Program(DIGITS);
        next.session.open();
        next.fx.runAll();
        assertTrue(next.model.liveProperty().get().step() >= 5);
        next.finish();
        program.model.paceProperty().set(Pace.FULL);
        program.finish();
        assertArrayEquals(program.weights(), next.weights());
    }

    @Test
    void aRunningTrainingThatIsSavedBetweenKeptStepsStaysChangedAndIsCopiedAgain() throws IOException {
        Program first = new Program(DIGITS);
        first.trainTo(90);
        first.close();
        Deque<Runnable> late = new ArrayDeque<>();
        Program second = new Program(DIGITS, late::push);
        second.session.reopenLast();
        work(late, second.fx);
        second.model.paceProperty().set(10.0);
        second.model.play();
        second.fx.runUntil(() -> !second.keptSteps().contains(second.model.liveProperty().get().step()));
        second.session.save();
        second.session.keepCopy();
        second.model.pause();
        second.fx.runUntil(() -> second.model.state() == RunState.PAUSED);
        work(late, second.fx);
        int step = second.model.liveProperty().get().step();
        assertTrue(ProjectFile.read(folder.resolve("saved.digitscope")).now().step() < step);
        assertTrue(second.session.changedProperty().get());
        second.session.keepCopy();
        work(late, second.fx);
        assertEquals(step, ProjectFile.read(second.copies.own()).now().step());
    }

    @Test
    void aSessionFindsItsPicturesAgainAndGoesOnWithTheSameBits() throws IOException {
        Path table = Files.writeString(folder.resolve("own.csv"), IntStream.range(0, 90).mapToObj(i -> i % 10 + ("," + i % 7 * i % 251).repeat(784))
                .collect(Collectors.joining("\n")));
        SetChoices choices = DigitFiles.read(table, Progress.NONE).suggested().withShare(0.3).withSeed(9).withClasses(ClassNames.FASHION);
        DigitSets own = DigitFiles.read(table, Progress.NONE).sets(choices);
        used.add(new UsedDataSets.Used(table, choices, own.training().name()));
        Program first = new Program(own);
        first.trainTo(4);
        first.session.save();
        first.fx.runAll();
        Program second = new Program(DIGITS);
        second.session.open();
        second.fx.runAll();
        assertEquals("", second.model.notices().textProperty().get());
        assertEquals(4, second.model.liveProperty().get().step());
        assertEquals(ClassNames.FASHION, second.model.classes());
        first.finish();
        second.finish();
        assertArrayEquals(first.weights(), second.weights());
        second.model.pictures().deskewProperty().set(true);
        second.fx.runAll();
        assertEquals(own.training().size(), second.model.digitsProperty().get().training().size(), "they stay the pictures");
        Files.delete(table);
        Program third = new Program(DIGITS);
        third.session.open();
        third.fx.runAll();
        assertTrue(third.model.notices().textProperty().get().startsWith("own.csv does not exist"), third.model.notices().textProperty().get());
    }

    @Test
    void aDamagedListOfDataSetsIsNoneAndIsReplaced() throws IOException {
        Path list = Files.createDirectories(folder.resolve("kept")).resolve("data-sets.json");
        SetChoices choices = new SetChoices(false, ClassNames.DIGITS, 0.5, 1);
        for (String damaged : List.of("", "{", "{\"data_sets\": [{\"path\": 7}]}", "{\"data_sets\": [{\"path\": \"a\", \"name\": \"b\", "
                + "\"transposed\": true, \"classes\": \"BOATS\", \"share\": 0.1, \"seed\": \"1\"}]}")) {
            Files.writeString(list, damaged);
            assertEquals(Optional.empty(), used.of("b"));
            used.add(new UsedDataSets.Used(Path.of("x.csv"), choices, "x.csv training"));
            assertEquals(Path.of("x.csv"), used.of("x.csv training, straightened").orElseThrow().path());
        }
    }

    @Test
    void otherPicturesAndDamagedFilesAreRefusedAndChangeNothing() throws IOException {
        Program program = new Program(DIGITS);
        program.trainTo(2);
        program.session.save();
        program.fx.runAll();
        Program other = new Program(new DigitSets(Examples.pictures(400, 9), DIGITS.validation()));
        other.trainTo(1);
        other.session.open();
        other.fx.runAll();
        assertTrue(other.model.notices().textProperty().get().startsWith("saved.digitscope was trained with other pictures"),
                other.model.notices().textProperty().get());
        Files.write(folder.resolve("saved.digitscope"), new byte[50]);
        other.session.open();
        other.fx.runAll();
        assertTrue(other.model.notices().textProperty().get().startsWith("saved.digitscope is no zip file"));
        assertEquals(1, other.model.liveProperty().get().step());
        assertEquals(Sheet.BLANK, other.drawing.sheetProperty().get());
    }
}
