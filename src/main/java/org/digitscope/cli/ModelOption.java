package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.digitscope.data.DigitSets;
import org.digitscope.files.ModelFile;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which network to look at. Without a file it is the notebook's, trained on the spot in a few seconds. */
final class ModelOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = {"-m", "--model"}, paramLabel = "FILE",
            description = "A network that 'train --out' wrote (default: the notebook's network is trained first).")
    private Path file;

    /** For a command that looks at the pictures as well. */
    ModelFile.Model load(DigitSets sets) throws IOException {
        return file == null ? train(sets) : ModelFile.read(file);
    }

    /** For a command that needs the pictures only where there is no file. */
    ModelFile.Model load(DataOption data) throws IOException {
        return file == null ? train(data.load()) : ModelFile.read(file);
    }

    private ModelFile.Model train(DigitSets sets) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("No --model given: training the notebook's network first (20 epochs, seed 42).");
        err.flush();
        Trainer trainer = new Trainer(sets.training(), sets.validation(), Hyperparameters.NOTEBOOK);
        trainer.run(() -> false, snapshot -> { });
        return ModelFile.Model.of(trainer.snapshot());
    }
}
