package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.digitscope.data.DigitSets;
import org.digitscope.files.ModelFile;
import org.digitscope.files.networks.ImportedNetwork;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which network to look at. Without a file it is the notebook's, trained on the spot in a few seconds. */
final class ModelOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = {"-m", "--model"}, paramLabel = "FILE", completionCandidates = NetworkKinds.Readable.class,
            description = "A network: ${COMPLETION-CANDIDATES} (default: the notebook's network is trained first).")
    private Path file;

    /** For a command that looks at the pictures as well. */
    ModelFile.Model load(DigitSets sets) throws IOException {
        return file == null ? train(sets) : read();
    }

    /** For a command that needs the pictures only where there is no file. */
    ModelFile.Model load(DataOption data) throws IOException {
        return file == null ? train(data.load()) : read();
    }

    private ModelFile.Model read() throws IOException {
        ImportedNetwork network = NetworkFiles.read(file);
        network.notices().forEach(spec.commandLine().getErr()::println);
        return network.model();
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
