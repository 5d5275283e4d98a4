package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;
import org.junit.jupiter.api.Test;

class ProgressReportTest {

    private final StringWriter out = new StringWriter();
    private final Trainer trainer = new Trainer(Examples.pictures(100, 1), Examples.pictures(10, 2),
            Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10));

    @Test
    void aTerminalSeesABarThatMovesInOneLine() {
        ProgressReport report = new ProgressReport(new PrintWriter(out), true);
        trainer.run(() -> trainer.step() == 5, report::show);
        String bar = out.toString();
        assertTrue(bar.startsWith("\r 5/10 ") && !bar.contains("\n"), bar);
        assertTrue(bar.contains("ms/step - accuracy: 0.") && bar.contains(" - loss: 2."), bar);
    }

    @Test
    void aFileGetsOnlyWholeLinesAndNoEpochTwice() {
        ProgressReport report = new ProgressReport(new PrintWriter(out), false);
        for (int stop = 1; stop <= 30; stop++) {
            int step = stop;
            trainer.run(() -> trainer.step() == step, report::show);
        }
        report.finish(trainer.snapshot(), new TrainingEnd.Finished(Optional.empty(), Optional.empty()));
        assertTrue(!out.toString().contains("\r1") && !out.toString().contains("\u001B"), out.toString());
        assertEquals(3, out.toString().lines().filter(line -> line.startsWith("Epoch ")).count());
        assertEquals(3, out.toString().lines().filter(line -> line.startsWith("10/10 ")).count());
        assertTrue(out.toString().contains("seed 42, 3 epochs in "), out.toString());
    }

    @Test
    void anInterruptedRunSaysWhatIsKept() {
        ProgressReport report = new ProgressReport(new PrintWriter(out), false);
        TrainingEnd end = trainer.run(() -> trainer.step() == 12, report::show);
        report.finish(trainer.snapshot(), end);
        assertTrue(out.toString().contains("Stopped at step 12 of 30; what was learned is kept."), out.toString());
    }
}
