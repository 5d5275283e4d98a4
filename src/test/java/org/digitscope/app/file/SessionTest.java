package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.Pace;
import org.digitscope.app.run.RunState;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.datasets.SetChoices;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));

    @TempDir
    private Path folder;
    private UsedDataSets used;
    private Path saved;
    private final Locks locks = new Locks();

    @BeforeEach
    void nameFiles() {
        used = new UsedDataSets(folder.resolve("kept").resolve("data-sets.json"));
        saved = folder.resolve("saved.digitscope");
    }

    private SessionProgram program(DigitSets digits) {
        return program(digits, Runnable::run);
    }

    private SessionProgram program(DigitSets digits, Executor pool) {
        return new SessionProgram(folder, locks, digits, pool);
    }

    @Test
    void aSavedSessionGoesOnWithTheSameBitsAndEverythingInItsPlace() {
        SessionProgram first = program(DIGITS);
        first.trainTo(57);
        first.model.settingsProperty().set(SessionProgram.SETTINGS.withLearningRate(0.003));
        first.drawing.penDown(0.2, 0.3);
        first.drawing.moveTo(0.8, 0.7);
        first.model.inspection().edits().set(ScalarParameter.bias(1, 3), 0.5f);
        assertTrue(first.isChanged());
        first.save();
        assertFalse(first.isChanged());
        assertEquals(Optional.of(saved), first.file());

        SessionProgram second = program(DIGITS);
        second.open();
        assertEquals(RunState.PAUSED, second.model.state());
        assertEquals(57, second.step());
        assertEquals(0.003, second.model.settingsProperty().get().learningRate());
        assertEquals(first.drawing.sheetProperty().get(), second.drawing.sheetProperty().get());
        assertEquals(List.of(new Edit.SetValue(ScalarParameter.bias(1, 3), 0.5f)), second.model.inspection().edits().currentProperty().get());
        assertEquals(first.keptSteps(), second.keptSteps());
        assertFalse(second.isChanged());
        assertEquals(List.of(saved), second.session.recent());
        first.finish();
        second.finish();
        assertArrayEquals(first.weights(), second.weights());
    }

    @Test
    void aSessionThatCrashedIsOfferedAndGoesOnWithTheSameBits() {
        SessionProgram crashed = program(DIGITS);
        crashed.trainTo(33);
        crashed.keepCopy();
        crashed.trainTo(35);
        crashed.crash();

        SessionProgram next = program(DIGITS);
        next.drawing.penDown(0.2, 0.3);
        next.keepCopy();
        String said = next.said();
        assertTrue(said.matches("The last session ended unexpectedly\\. It was kept as it was on \\d{1,2} [A-Z][a-z]+, \\d\\d:\\d\\d\\."), said);
        next.model.notices().actionsProperty().get().get(0).run().run();
        next.fx.runAll();
        assertEquals(33, next.step());
        next.finish();
        Trainer whole = new Trainer(DIGITS.training(), DIGITS.validation(), SessionProgram.SETTINGS);
        whole.run(() -> false, snapshot -> { });
        assertArrayEquals(whole.snapshot().parameters().arrays()[0], next.weights());
    }

    @Test
    void theRunBeforeIsInNoFileAndSavingSaysSo() {
        SessionProgram program = program(DIGITS);
        program.trainTo(33);
        program.save();
        assertEquals("Saved the session as saved.digitscope.", program.said());
        program.model.newSeed();
        program.trainTo(5);
        assertTrue(program.model.can().goBack().get());
        program.save();
        assertTrue(program.said().startsWith("Saved the session as saved.digitscope. The other runs of the list aren't in the file."), program.said());
        program.keepCopy();
        program.crash();
        for (boolean copy : new boolean[] {false, true}) {
            SessionProgram next = program(DIGITS);
            if (copy) {
                next.reopenLast();
            } else {
                next.open();
            }
            assertEquals(5, next.step());
            assertFalse(next.model.can().goBack().get());
            next.close();
        }
    }

    @Test
    void closingSavesToTheFileAndTheLastSession() throws IOException {
        SessionProgram program = program(DIGITS);
        program.trainTo(3);
        program.save();
        byte[] before = Files.readAllBytes(saved);
        program.trainTo(4);
        program.close();
        assertFalse(Arrays.equals(before, Files.readAllBytes(saved)));
        SessionProgram next = program(DIGITS);
        assertEquals("", next.said(), "it ended as it should");
        next.reopenLast();
        assertEquals(4, next.step());
        assertEquals(Optional.of(saved), next.file(), "it is still the session of its file");
    }

    @Test
    void goingBackToTheRunOfTheSessionBeforeGoesBackToItsFile() throws IOException {
        SessionProgram first = program(DIGITS);
        first.trainTo(3);
        first.save();
        byte[] before = Files.readAllBytes(saved);
        SessionProgram program = program(DIGITS);
        program.model.newSeed();
        program.trainTo(5);
        float[] trained = program.weights();
        program.open(saved);
        assertEquals(Optional.of(saved), program.file());
        program.model.goBack();
        assertArrayEquals(trained, program.weights());
        assertEquals(Optional.empty(), program.file(), "the opened project isn't the file of that run");
        program.model.goBack();
        assertEquals(Optional.of(saved), program.file());
        assertEquals(3, program.step());
        assertArrayEquals(before, Files.readAllBytes(saved));
    }

    @Test
    void aDamagedLastSessionIsNamedAsPeopleKnowIt() throws IOException {
        SessionProgram first = program(DIGITS);
        first.trainTo(3);
        first.close();
        SessionProgram next = program(DIGITS);
        Files.write(next.copies.last(), new byte[] {1, 2, 3});
        next.reopenLast();
        String said = next.said();
        assertTrue(said.matches("The last session, \\d{1,2} [A-Z][a-z]+, \\d\\d:\\d\\d, is no zip file.*"), said);
    }

    @Test
    void thereIsNothingToUndoInASessionThatWasJustOpened() {
        SessionProgram first = program(DIGITS);
        first.trainTo(3);
        first.save();
        SessionProgram next = program(DIGITS);
        next.drawing.penDown(0.2, 0.3);
        next.drawing.moveTo(0.2, 0.9);
        next.open();
        assertTrue(next.drawing.blank().get());
        assertFalse(next.drawing.canUndo().get());
    }

    @Test
    void aSessionThatWasTrainedWithADrawingThatWasForgottenSinceGoesOn() {
        SessionProgram first = program(DIGITS);
        first.teach(1);
        first.teach(7);
        first.teaching.trainingProperty().set(true);
        first.fx.runAll();
        first.trainTo(4);
        first.save();
        SessionProgram second = program(DIGITS);
        second.teaching.forgetLast();
        second.fx.runAll();
        second.open();
        assertEquals(4, second.step());
        second.finish();
        first.finish();
        assertArrayEquals(first.weights(), second.weights());
    }

    @Test
    void aProjectThatCantBeSavedKeepsTheWindowOpenOnceAndIsInTheLastSession() throws IOException {
        SessionProgram program = program(DIGITS);
        program.trainTo(3);
        program.save();
        program.trainTo(4);
        Files.delete(saved);
        Files.createDirectory(saved);
        assertFalse(program.isClosedAtOnce());
        assertTrue(program.said().startsWith("saved.digitscope is a folder, so no file can be written there. "
                + "Close the window once more"), program.said());
        program.close();
        SessionProgram next = program(DIGITS);
        next.reopenLast();
        assertEquals(4, next.step());
    }

    @Test
    void aSessionThatIsOpenedIsTheLastOneThoughItStandsAtTheSameStep() {
        SessionProgram program = program(DIGITS);
        program.trainTo(5);
        program.save();
        float[] savedWeights = program.weights();
        program.model.newSeed();
        program.trainTo(5);
        program.keepCopy();
        program.open();
        assertArrayEquals(savedWeights, program.weights());
        program.close();
        SessionProgram next = program(DIGITS);
        next.reopenLast();
        assertArrayEquals(savedWeights, next.weights());
    }

    @Test
    void otherSettingsAreAChangeOfTheProjectAndBeforeAnythingIsLearntNoneOfTheLastSession() {
        SessionProgram program = program(DIGITS);
        program.trainTo(3);
        program.save();
        program.model.settingsProperty().set(SessionProgram.SETTINGS.withEpochs(7));
        assertTrue(program.isChanged());
        program.close();
        SessionProgram glance = program(DIGITS);
        glance.model.settingsProperty().set(SessionProgram.SETTINGS.withArchitecture(Architecture.relu(2)));
        glance.close();
        SessionProgram next = program(DIGITS);
        next.reopenLast();
        assertEquals(3, next.step());
        assertEquals(7, next.model.settingsProperty().get().epochs());
    }

    @Test
    void openingAnotherSessionAsksWhatBecomesOfUnsavedWork() throws IOException {
        SessionProgram program = program(DIGITS);
        program.trainTo(2);
        program.save();
        Path other = Files.copy(saved, folder.resolve("other.digitscope"));
        program.trainTo(3);
        program.opening = FileDialogs.Decision.STAY;
        program.open(other);
        assertEquals(3, program.step(), "nothing happens");
        program.opening = FileDialogs.Decision.SAVE;
        program.open(other);
        assertEquals(2, program.step());
        assertEquals(3, ProjectFile.read(saved).now().step());
        assertEquals(Optional.of(other), program.file());
        program.trainTo(4);
        program.opening = FileDialogs.Decision.LEAVE;
        program.open(saved);
        assertEquals(3, program.step());
        assertEquals(2, ProjectFile.read(other).now().step());
    }

    @Test
    void whatCannotBeSavedFirstStaysOpen() throws IOException {
        SessionProgram program = program(DIGITS);
        program.trainTo(2);
        program.save();
        Path other = Files.copy(saved, folder.resolve("other.digitscope"));
        program.trainTo(3);
        Files.delete(saved);
        Files.createDirectory(saved);
        program.opening = FileDialogs.Decision.SAVE;
        program.open(other);
        assertEquals(3, program.step());
    }

    @Test
    void anotherStartThanThatOfTheFileIsAChange() {
        SessionProgram program = program(DIGITS);
        program.save();
        assertFalse(program.isChanged());
        program.model.startWith(SessionProgram.SETTINGS.withArchitecture(Architecture.relu(7)));
        assertTrue(program.isChanged());
        program.save();
        assertFalse(program.isChanged());
        program.model.pictures().deskewProperty().set(true);
        program.fx.runAll();
        assertTrue(program.isChanged());
        program.open();
        assertFalse(program.isChanged());
    }

    @Test
    void whatIsOpenedWhileItIsWrittenIsWhatWasWritten() {
        Deque<Runnable> late = new ArrayDeque<>();
        SessionProgram program = program(DIGITS, late::push);
        program.trainTo(2);
        program.session.save();
        work(late, program.fx);
        program.trainTo(3);
        program.session.save();
        program.session.open();
        work(late, program.fx);
        assertEquals(3, program.step());
        assertFalse(program.isChanged());
    }

    @Test
    void whatIsSavedWhileOtherPicturesArePreparedIsOpenedWithThoseItWasTrainedWith() {
        Deque<Runnable> late = new ArrayDeque<>();
        SessionProgram program = program(DIGITS, late::push);
        work(late, program.fx);
        program.trainTo(2);
        program.model.pictures().deskewProperty().set(true);
        program.session.save();
        work(late, program.fx);
        SessionProgram next = program(DIGITS);
        next.open();
        assertEquals("", next.said());
        assertEquals(2, next.step());
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
        SessionProgram first = program(DIGITS);
        first.teach(1);
        first.teach(7);
        first.teaching.trainingProperty().set(true);
        first.fx.runAll();
        first.trainTo(4);
        first.teach(1);
        first.close();
        SessionProgram second = program(DIGITS);
        assertFalse(second.teaching.trainingProperty().get());
        second.reopenLast();
        assertEquals("", second.said());
        assertEquals(4, second.step());
        second.finish();
        first.finish();
        assertArrayEquals(first.weights(), second.weights());
    }

    @Test
    void aStraightenedSessionIsOpenedWithoutAStartAnewWhileOwnDrawingsAreTrainedWith() {
        SessionProgram first = program(DIGITS);
        first.model.pictures().deskewProperty().set(true);
        first.fx.runAll();
        first.trainTo(4);
        first.save();
        SessionProgram second = program(DIGITS);
        second.teach(1);
        second.teaching.trainingProperty().set(true);
        second.fx.runAll();
        second.open();
        assertEquals(4, second.step());
        assertEquals(RunState.PAUSED, second.model.state());
        assertTrue(second.model.pictures().deskewProperty().get());
    }

    @Test
    void aSessionWithOtherHandsIsOpenedWithThem() {
        SessionProgram first = program(DIGITS);
        first.model.pictures().handsProperty().set(new OtherHands(0.01, 5));
        first.fx.runAll();
        first.trainTo(4);
        first.save();
        SessionProgram second = program(DIGITS);
        second.open();
        assertEquals(4, second.step());
        assertEquals(RunState.PAUSED, second.model.state());
        assertEquals(new OtherHands(0.01, 5), second.model.pictures().handsProperty().get());
        assertEquals(first.model.digitsProperty().get().training().checksum(), second.model.digitsProperty().get().training().checksum());
    }

    @Test
    void whatChangesWhileAFileIsWrittenIsNotTakenForSaved() {
        SessionProgram program = program(DIGITS);
        program.trainTo(2);
        program.session.save();
        program.drawing.penDown(0.4, 0.4);
        program.fx.runAll();
        assertTrue(program.isChanged());
        program.save();
        assertFalse(program.isChanged());
    }

    @Test
    void aCopyThatCantBeWrittenIsSaidAndTriedAgain() throws IOException {
        SessionProgram program = program(DIGITS);
        program.trainTo(2);
        Path own = program.copies.own();
        Files.createDirectory(own);
        program.keepCopy();
        assertTrue(program.said().contains("is a folder"), program.said());
        Files.delete(own);
        program.keepCopy();
        assertTrue(Files.isRegularFile(own));
    }

    @Test
    void twoWindowsDontTakeEachOthersSessionsAndTheNewerCrashIsOffered() {
        SessionProgram first = program(DIGITS);
        first.trainTo(3);
        first.keepCopy();
        SessionProgram second = program(DIGITS);
        assertEquals("", second.said(), "the first one is still open");
        second.session.reopenLast();
        assertEquals("There is no earlier session to reopen.", second.said());
        second.trainTo(5);
        second.keepCopy();
        first.trainTo(4);
        first.keepCopy();
        second.crash();
        first.crash();
        SessionProgram third = program(DIGITS);
        assertTrue(third.said().startsWith("The last session ended unexpectedly"));
        third.reopenLast();
        assertEquals(4, third.step());
        third.close();
        SessionProgram fourth = program(DIGITS);
        assertEquals("", fourth.said(), "a crash is told of once");
    }

    @Test
    void aRunningTrainingIsSavedAtAKeptStep() {
        SessionProgram program = program(DIGITS);
        program.model.paceProperty().set(20.0);
        program.model.play();
        program.fx.runUntil(() -> program.step() >= 5);
        program.session.save();
        program.model.pause();
        program.fx.runUntil(() -> program.model.state() == RunState.PAUSED);
        SessionProgram next = program(DIGITS);
        next.open();
        assertTrue(next.step() >= 5);
        next.finish();
        program.model.paceProperty().set(Pace.FULL);
        program.finish();
        assertArrayEquals(program.weights(), next.weights());
    }

    @Test
    void aRunningTrainingThatIsSavedBetweenKeptStepsStaysChangedAndIsCopiedAgain() throws IOException {
        SessionProgram first = program(DIGITS);
        first.trainTo(90);
        first.close();
        Deque<Runnable> late = new ArrayDeque<>();
        SessionProgram second = program(DIGITS, late::push);
        second.session.reopenLast();
        work(late, second.fx);
        second.model.paceProperty().set(10.0);
        second.model.play();
        second.fx.runUntil(() -> !second.keptSteps().contains(second.step()));
        second.session.save();
        second.session.keepCopy();
        second.model.pause();
        second.fx.runUntil(() -> second.model.state() == RunState.PAUSED);
        work(late, second.fx);
        int step = second.step();
        assertTrue(ProjectFile.read(saved).now().step() < step);
        assertTrue(second.isChanged());
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
        SessionProgram first = program(own);
        first.trainTo(4);
        first.save();
        SessionProgram second = program(DIGITS);
        second.open();
        assertEquals("", second.said());
        assertEquals(4, second.step());
        assertEquals(ClassNames.FASHION, second.model.classes());
        first.finish();
        second.finish();
        assertArrayEquals(first.weights(), second.weights());
        second.model.pictures().deskewProperty().set(true);
        second.fx.runAll();
        assertEquals(own.training().size(), second.model.digitsProperty().get().training().size(), "they stay the pictures");
        Files.delete(table);
        SessionProgram third = program(DIGITS);
        third.open();
        assertTrue(third.said().startsWith("own.csv does not exist"), third.said());
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
        SessionProgram program = program(DIGITS);
        program.trainTo(2);
        program.save();
        SessionProgram other = program(new DigitSets(Examples.pictures(400, 9), DIGITS.validation()));
        other.trainTo(1);
        other.open();
        assertTrue(other.said().startsWith("saved.digitscope was trained with other pictures"),
                other.said());
        Files.write(saved, new byte[50]);
        other.open();
        assertTrue(other.said().startsWith("saved.digitscope is no zip file"));
        assertEquals(1, other.step());
        assertEquals(Sheet.BLANK, other.drawing.sheetProperty().get());
    }
}
