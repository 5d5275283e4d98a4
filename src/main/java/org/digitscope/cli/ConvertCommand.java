package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.networks.ExportScripts;
import org.digitscope.files.networks.ImportedNetwork;
import org.digitscope.files.networks.InputScaling;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code convert}: reads a network of one kind and writes it as another. */
@Command(name = "convert", description = "Reads a network of one kind and writes it as the kind that the ending says.", sortOptions = false)
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private DataOption data;

    @picocli.CommandLine.Parameters(index = "0", paramLabel = "IN", completionCandidates = NetworkKinds.Readable.class,
            description = "The network to read: ${COMPLETION-CANDIDATES}.")
    private Path in;

    @picocli.CommandLine.Parameters(index = "1", paramLabel = "OUT", completionCandidates = NetworkKinds.Writable.class,
            description = "The file to write: ${COMPLETION-CANDIDATES}.")
    private Path out;

    @Option(names = "--fold-scaling", description = "Makes a network that was trained with pixels on another scale take pixels from 0 to 1.")
    private boolean fold;

    @Option(names = "--no-script", negatable = true, description = "Writes no Python programs beside the file, which otherwise "
            + "compare its answer with Digitscope's.")
    private boolean script = true;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        ImportedNetwork read = NetworkFiles.read(in);
        read.notices().forEach(terminal::println);
        Dataset test = data.load().validation();
        Parameters network = read.parameters();
        Optional<InputScaling> scaling = InputScaling.of(network, test);
        if (scaling.isPresent() && fold) {
            network = scaling.get().fold(network);
            terminal.println("It was trained with " + scaling.get().what() + "; that is folded into its first layer now.");
        } else if (scaling.isPresent()) {
            terminal.println("It seems to expect " + scaling.get().what() + "; --fold-scaling makes it take pixels from 0 to 1.");
        }
        NetworkFiles.write(out, network);
        if (script) {
            ExportScripts.write(out, network, test.image(0)).forEach(beside -> terminal.println("To check it: " + beside));
        }
        terminal.printf(Locale.ROOT, "%s, accuracy %.4f on the %s; written to %s%n", network.architecture().describe().replace("→", "->"),
                Evaluation.of(network, test).accuracy(), Counts.of(test.size(), "test image"), out);
        return Cli.OK;
    }
}
