package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.data.Counts;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Sheet;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.BatchCsv;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.Folders;
import org.digitscope.files.ModelFile;
import org.digitscope.files.experiment.EventFiles;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
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
    @Mixin(name = SettingsOptions.NAME)
    private SettingsOptions settings;
    @Mixin
    private DataOption data;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the learning curve, a row for each epoch.")
    private Path csv;

    @Option(names = "--batch-csv", paramLabel = "FILE", description = "Writes the learning curve, a row for each batch.")
    private Path batchCsv;

    @Option(names = "--tensorboard", paramLabel = "FOLDER", description = "Writes curve and histograms of the weights as event files for "
            + "TensorBoard.")
    private Path tensorboard;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the trained network as safetensors.")
    private Path out;

    @Option(names = "--resume", paramLabel = "FILE", description = "Goes on with a project that this or the window saved, bit for bit "
            + "as if it had never stopped; of the settings only --epochs and those of early stopping may be given.")
    private Path resume;

    @Option(names = "--save-project", paramLabel = "FILE", description = "Writes all that is needed to go on later.")
    private Path project;

    @Override
    public Integer call() throws IOException {
        Hyperparameters given = resume == null ? settings.settings() : settings.changes();
        Optional<Project> old = resume == null ? Optional.empty() : Optional.of(ProjectFile.read(resume));
        DigitSets sets = old.isPresent() ? data.load(resume, old.get()) : data.load();
        Trainer trainer = old.isPresent() ? resumed(old.get(), sets, given)
                : new Trainer(sets.training(), sets.validation(), given);
        Hyperparameters chosen = trainer.settings();
        if (tensorboard != null) {
            Folders.make(tensorboard);
        }
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "%s: %s; validation: %s, %s; %s, seed %d%n",
                sets.training().name(), Counts.of(trainer.training().size(), "picture"), sets.validation().name(),
                Counts.of(sets.validation().size(), "picture"),
                chosen.architecture().describe().replace("→", "->"), chosen.seed());
        chosen.unusual().forEach((name, value) -> terminal.println(name + ": " + value));
        ProgressReport report = new ProgressReport(terminal, ProgressReport.isTerminal());
        try (Interruption interruption = new Interruption()) {
            TrainingEnd end = trainer.run(interruption::isRequested, report::show);
            Snapshot last = trainer.snapshot();
            report.finish(last, end);
            Project session = Project.of(trainer, Project.Data.of(sets), data.isDeskewed(),
                    old.map(Project::drawing).orElse(Sheet.BLANK), old.map(Project::edits).orElse(List.of()));
            save(trainer, session.model());
            if (project != null) {
                ProjectFile.write(project, session);
                terminal.println("Project written to " + project);
            }
            terminal.println("Fingerprint of the run: " + Fingerprint.of(session).text());
            return exitCode(end);
        }
    }

    private Trainer resumed(Project old, DigitSets sets, Hyperparameters given) {
        Trainer trainer = old.trainer(sets);
        settings.change(trainer, given);
        return trainer;
    }

    private void save(Trainer trainer, ModelFile.Model model) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        if (csv != null) {
            CurveCsv.write(csv, model.curve());
            terminal.println("Curve written to " + csv);
        }
        if (batchCsv != null) {
            AtomicFile.writeText(batchCsv, BatchCsv.text(model.curve()));
            terminal.println("Curve of the batches written to " + batchCsv);
        }
        if (tensorboard != null) {
            EventFiles.write(tensorboard, model.curve(), trainer.stepsPerEpoch(), trainer.settings().learningRate(), trainer.recording());
            terminal.println("Event files written to " + tensorboard);
        }
        if (out != null) {
            ModelFile.write(out, model);
            terminal.println("Network written to " + out);
        }
    }

    private static int exitCode(TrainingEnd end) throws IOException {
        if (end instanceof TrainingEnd.Failed failed) {
            throw new IOException(failed.sentence(), failed.cause());
        }
        return end instanceof TrainingEnd.Diverged ? Cli.DIVERGED : Cli.OK;
    }
}
