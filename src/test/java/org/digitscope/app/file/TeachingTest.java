package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachingTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(40, 1), Examples.pictures(5, 2));

    @TempDir
    private Path folder;

    /** One program with one window, without the window. */
    private final class Program {
        private final TestThread fx = new TestThread();
        private final AppModel model = new AppModel(Runnable::run, fx);
        private final PadModel drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        private final Teaching teaching;

        private Program(String home) {
            FileDialogs files = new FileDialogs(model.background(), new ChosenFile(folder.resolve("copy.json")));
            teaching = new Teaching(model, drawing, files, folder.resolve(home));
            model.digitsLoaded(DIGITS);
            fx.runAll();
            teaching.labellingProperty().set(true);
        }

        private void teach(int digit) {
            drawing.penDown(0.5, 0.1);
            drawing.moveTo(0.5, 0.9);
            assertTrue(teaching.label(digit));
            fx.runAll();
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
        assertEquals(2, new Program("one").kept());
        Program other = new Program("two");
        other.teach(3);
        other.teaching.add();
        other.fx.runAll();
        assertEquals("2 drawings were added; 3 are kept.", other.model.notices().textProperty().get());
        assertEquals(3, new Program("two").kept());
    }

    @Test
    void theyAreTrainedWithWhenThatIsWanted() {
        Program program = new Program("one");
        program.teach(1);
        assertEquals(40, program.model.digitsProperty().get().training().size());
        program.teaching.trainingProperty().set(true);
        program.fx.runAll();
        assertTrue(program.model.digitsProperty().get().training().size() > 40);
        program.teaching.trainingProperty().set(false);
        program.fx.runAll();
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
}
