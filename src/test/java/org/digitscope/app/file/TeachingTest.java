package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeachingTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(40, 1), Examples.pictures(5, 2));

    @TempDir
    private Path folder;

    /** One program with one window, without the window. */
    private final class Program {
        private final TestThread fx = new TestThread();
        private final LateExecutor pool;
        private final AppModel model;
        private final PadModel drawing;
        private final Teaching teaching;

        /** Whose background works at once. */
        private Program(String home) {
            this(home, new LateExecutor());
            settle();
        }

        private Program(String home, LateExecutor pool) {
            this.pool = pool;
            model = new AppModel(pool, fx);
            drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
            FileDialogs files = new FileDialogs(model.background(), new ChosenFile(folder.resolve("copy.json")));
            teaching = new Teaching(model, drawing, files, folder.resolve(home));
            model.digitsLoaded(DIGITS);
            teaching.labellingProperty().set(true);
        }

        private void settle() {
            pool.runAll(fx);
        }

        private void teach(int digit) {
            label(digit);
            settle();
        }

        private void label(int digit) {
            drawing.penDown(0.5, 0.1);
            drawing.moveTo(0.5, 0.9);
            assertTrue(teaching.label(digit));
        }

        private List<Integer> labels() {
            return teaching.digitsProperty().get().digits().stream().map(TaughtDigits.Taught::label).toList();
        }

        private int kept() {
            return teaching.digitsProperty().get().digits().size();
        }
    }

    @Test
    void whatIsTaughtIsThereNextTimeAndOnAnotherMachine() {
        Program first = new Program("one");
        first.teach(1);
        first.teach(7);
        first.teaching.save();
        first.settle();
        assertEquals(2, new Program("one").kept());
        Program other = new Program("two");
        other.teach(3);
        other.teaching.add();
        other.settle();
        assertEquals("2 drawings were added; 3 are kept.", other.model.notices().textProperty().get());
        assertEquals(3, new Program("two").kept());
    }

    @Test
    void theyAreTrainedWithWhenThatIsWanted() {
        Program program = new Program("one");
        program.teach(1);
        assertEquals(40, program.model.digitsProperty().get().training().size());
        program.teaching.trainingProperty().set(true);
        program.settle();
        assertTrue(program.model.digitsProperty().get().training().size() > 40);
        program.teaching.trainingProperty().set(false);
        program.settle();
        assertEquals(40, program.model.digitsProperty().get().training().size());
    }

    @Test
    void damagedDrawingsAreSetAsideAndNotReplaced() throws IOException {
        Path home = Files.createDirectories(folder.resolve("one"));
        byte[] damaged = "{\"format\": \"digitscope drawings\", \"ver".getBytes();
        Files.write(home.resolve("my-digits.json"), damaged);
        Program program = new Program("one");
        assertEquals("my-digits.json is no JSON; expected drawings that Digitscope saved; it was set aside as my-digits-damaged.json",
                program.model.notices().textProperty().get());
        program.teach(1);
        assertArrayEquals(damaged, Files.readAllBytes(home.resolve("my-digits-damaged.json")));
        assertEquals(1, new Program("one").kept());
    }

    @ParameterizedTest
    @EnumSource
    void allDrawingsAreOnTheDiskHoweverLateTheyAreWritten(Order order) {
        Program program = new Program("one", new LateExecutor(order, 4));
        program.settle();
        for (int digit = 0; digit < 9; digit++) {
            program.label(digit);
            if (digit % 4 == 3) {
                program.pool.runOne();
            }
        }
        program.teaching.forgetLast();
        program.settle();
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), new Program("one").labels());
        program.model.notices().actionsProperty().get().get(0).run().run();
        program.settle();
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), new Program("one").labels(), "what was forgotten can be kept after all");
    }

    @ParameterizedTest
    @EnumSource
    void drawingsThatAreLabelledBeforeTheOldOnesAreReadAreKeptBesideThem(Order order) {
        Program before = new Program("one");
        before.teach(1);
        before.teach(2);
        Program program = new Program("one", new LateExecutor(order, 4));
        program.label(3);
        program.label(4);
        program.settle();
        assertEquals(List.of(1, 2, 3, 4), program.labels());
        assertEquals(List.of(1, 2, 3, 4), new Program("one").labels());
    }

    @Test
    void drawingsThatCouldNotBeReadAreReadAgainAndNeverOverwritten() {
        new Program("one").teach(1);
        for (Throwable refusal : LateExecutor.refusals()) {
            int before = new Program("one").kept();
            LateExecutor pool = new LateExecutor();
            pool.refuse(refusal);
            Program program = new Program("one", pool);
            program.settle();
            assertEquals(List.of(), program.labels());
            pool.refuse(refusal);
            program.teach(2);
            assertEquals(before, new Program("one").kept());
            program.teach(3);
            assertEquals(before + 2, program.kept());
            assertEquals(program.labels(), new Program("one").labels());
        }
    }

    @Test
    void drawingsThatAreToBeTrainedWithBeforeTheyAreReadAre() {
        new Program("one").teach(1);
        Program program = new Program("one", new LateExecutor());
        program.teaching.trainingProperty().set(true);
        program.settle();
        assertTrue(program.model.digitsProperty().get().training().size() > 40);
    }

    @Test
    void aDrawingThatIsLabelledWhileTheyAreTrainedWithWaitsForTheNextStart() {
        Program program = new Program("one");
        program.teach(1);
        program.teaching.trainingProperty().set(true);
        program.settle();
        int before = program.model.digitsProperty().get().training().size();
        program.teach(2);
        assertEquals(before, program.model.digitsProperty().get().training().size());
        program.model.reset();
        program.settle();
        assertEquals(40 + 2 * (before - 40), program.model.digitsProperty().get().training().size());
    }

    @Test
    void whatIsKeptIsWhatIsOnThePad() {
        Program program = new Program("one");
        byte[] shown = DIGITS.validation().image(0);
        program.drawing.load(Backdrop.ofDigit(shown));
        for (boolean drawnOver : new boolean[] {false, true}) {
            if (drawnOver) {
                program.drawing.penDown(0.2, 0.2);
                program.drawing.moveTo(0.8, 0.8);
                program.drawing.up();
            }
            Sheet before = program.drawing.sheetProperty().get();
            assertTrue(program.teaching.label(4), "the key was meant for the drawing");
            assertEquals(0, program.kept(), "strokes over a digit aren't the digit on the pad");
            assertSame(before, program.drawing.sheetProperty().get(), "the pad stays");
            assertTrue(program.model.notices().textProperty().get().startsWith("A finished digit of 28 × 28 pixels has no strokes"));
        }
        program.model.notices().actionsProperty().get().get(0).run().run();
        assertTrue(program.drawing.blank().get());
        program.drawing.penDown(0.5, 0.1);
        program.drawing.moveTo(0.5, 0.9);
        FittedDigit seen = program.drawing.fit(FitStage.all()).orElseThrow();
        assertTrue(program.teaching.label(1));
        assertEquals("Kept as a 1; 1 of your drawings is kept.", program.model.notices().textProperty().get());
        assertArrayEquals(seen.main(), program.teaching.digitsProperty().get().pictures("mine").image(0));
    }
}
