package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Sheet;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(64, 1), Examples.pictures(10, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(1);

    @Test
    void theSameRunHasTheSameFingerprintAndEveryOtherOneAnother() {
        String run = fingerprint(DIGITS, SETTINGS, 2, false);
        assertEquals(run, fingerprint(new DigitSets(Examples.pictures(64, 1), DIGITS.validation()), SETTINGS, 2, false));
        assertEquals(64, run.length());
        assertNotEquals(run, fingerprint(DIGITS, SETTINGS, 1, false), "a step earlier");
        assertNotEquals(run, fingerprint(DIGITS, SETTINGS.withSeed(43), 2, false), "another seed");
        assertNotEquals(run, fingerprint(DIGITS, SETTINGS.withEpochs(2), 2, false), "other settings, the same numbers so far");
        assertNotEquals(run, fingerprint(DIGITS, SETTINGS, 2, true), "straightened digits");
        assertNotEquals(run, fingerprint(new DigitSets(Examples.pictures(64, 3), DIGITS.validation()), SETTINGS, 2, false), "other pictures");
    }

    /** The README promises this one; it was the same with and without the vector module. */
    @Test
    void theNotebooksRunHasTheSameBitsOnEveryMachine() throws IOException {
        assertEquals("3f169e76edb107df780042d5fe98d8d75073c666033547d4f8ff93e173ad559d",
                fingerprint(Mnist.load(), Hyperparameters.NOTEBOOK, Integer.MAX_VALUE, false));
    }

    private static String fingerprint(DigitSets digits, Hyperparameters settings, int steps, boolean deskew) {
        Trainer trainer = new Trainer(digits.training(), digits.validation(), settings);
        trainer.run(() -> trainer.step() >= steps, snapshot -> { });
        return Fingerprint.of(Project.of(trainer, Project.Data.of(digits), deskew, Sheet.BLANK, List.of())).text();
    }
}
