package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.digitscope.data.DigitSets;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Folders;
import org.digitscope.files.experiment.EventFiles;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.report.HtmlReport;
import org.digitscope.files.report.ResultFolder;
import org.digitscope.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: a project as one HTML page. */
@Command(name = "report", description = "Writes a project that was saved as one HTML page for a lesson or a colleague.", sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private DataOption data;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "A .digitscope file.")
    private Path project;

    @Parameters(index = "1", paramLabel = "OUT", description = "The HTML file to write.")
    private Path out;

    @Option(names = "--charts", paramLabel = "FOLDER", description = "Writes the curves as SVG and CSV, the heatmaps as PNG and the confusion "
            + "matrix as CSV into this folder as well.")
    private Path charts;

    @Option(names = "--tensorboard", paramLabel = "FOLDER", description = "Writes curve and histograms of the weights as event files for "
            + "TensorBoard into this folder as well.")
    private Path tensorboard;

    @Override
    public Integer call() throws IOException {
        Project read = ProjectFile.read(project);
        DigitSets sets = data.load(project, read);
        for (Path folder : Stream.of(charts, tensorboard).filter(Objects::nonNull).toList()) {
            Folders.make(folder);
        }
        AtomicFile.writeText(out, HtmlReport.of(read, sets));
        spec.commandLine().getOut().println("Report written to " + out);
        if (charts != null) {
            ResultFolder.write(charts, read, sets);
            spec.commandLine().getOut().println("Charts and tables written to " + charts);
        }
        if (tensorboard != null) {
            Trainer trainer = read.trainer(sets);
            EventFiles.write(tensorboard, trainer.snapshot().curve(), trainer.stepsPerEpoch(), read.settings().learningRate(), trainer.recording());
            spec.commandLine().getOut().println("Event files written to " + tensorboard);
        }
        return Cli.OK;
    }
}
