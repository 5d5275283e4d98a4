package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.digitscope.data.Counts;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.report.Submission;
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
        Submission answers = Submission.of(table, model.load(data).parameters());
        AtomicFile.writeText(out, answers.csv());
        spec.commandLine().getOut().printf("%s written to %s%n", Counts.of(answers.count(), "answer"), out);
        return Cli.OK;
    }
}
