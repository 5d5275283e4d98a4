package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.digitscope.network.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code submit}: answers to a table of pictures, as Kaggle's Digit Recognizer wants them. */
@Command(name = "submit", description = "Answers a table of pictures without labels and writes ImageId,Label lines as Kaggle wants them.",
        sortOptions = false)
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Mixin
    private DataOption data;

    @picocli.CommandLine.Parameters(index = "0", paramLabel = "TABLE", description = "A CSV file with 784 numbers in each line.")
    private Path table;

    @picocli.CommandLine.Parameters(index = "1", paramLabel = "OUT", description = "The CSV file to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Dataset pictures = DigitFiles.readUnlabelled(table, Progress.NONE);
        Parameters network = model.load(data).parameters();
        Evaluation answers = Evaluation.of(network, pictures);
        StringBuilder text = new StringBuilder("ImageId,Label\n");
        for (int picture = 0; picture < pictures.size(); picture++) {
            text.append(picture + 1).append(',').append(answers.answer(picture)).append('\n');
        }
        AtomicFile.writeText(out, text);
        spec.commandLine().getOut().printf("%,d answers written to %s%n", pictures.size(), out);
        return Cli.OK;
    }
}
