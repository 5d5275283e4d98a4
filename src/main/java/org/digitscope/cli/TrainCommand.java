package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.digitscope.data.DigitSets;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.ModelFile;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: trains a network and shows how it goes, as Keras does. */
@Command(name = "train", description = "Trains a network and shows its progress.", sortOptions = false)
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private SettingsOptions settings;
    @Mixin
    private DataOption data;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the learning curve, a row for each epoch.")
    private Path csv;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the trained network as safetensors.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Hyperparameters chosen = settings.settings();
        DigitSets sets = data.load();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf("%s: %,d pictures; validation: %s, %,d pictures; 784 -> %d ReLU -> 10 softmax, seed %d%n",
                sets.training().name(), sets.training().size(), sets.validation().name(), sets.validation().size(),
                chosen.hidden(), chosen.seed());
        Trainer trainer = new Trainer(sets.training(), sets.validation(), chosen);
        ProgressReport report = new ProgressReport(terminal, ProgressReport.isTerminal());
        try (Interruption interruption = new Interruption()) {
            TrainingEnd end = trainer.run(interruption::isRequested, report::show);
            Snapshot last = trainer.snapshot();
            report.finish(last, end);
            save(last);
            return exitCode(end);
        }
    }

    private void save(Snapshot last) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        if (csv != null) {
            CurveCsv.write(csv, last.curve());
            terminal.println("Curve written to " + csv);
        }
        if (out != null) {
            ModelFile.write(out, ModelFile.Model.of(last));
            terminal.println("Network written to " + out);
        }
    }

    private static int exitCode(TrainingEnd end) throws IOException {
        if (end instanceof TrainingEnd.Failed failed) {
            throw new IOException("the training failed: " + failed.cause(), failed.cause());
        }
        return end instanceof TrainingEnd.Diverged ? Cli.DIVERGED : Cli.OK;
    }
}
