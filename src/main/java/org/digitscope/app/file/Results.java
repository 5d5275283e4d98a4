package org.digitscope.app.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Counts;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.BatchCsv;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.TensorCsv;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.files.report.ConfusionCsv;
import org.digitscope.files.report.HeatmapSheet;
import org.digitscope.files.report.HtmlReport;
import org.digitscope.files.report.Submission;
import org.digitscope.network.Parameters;
import org.digitscope.training.LearningCurve;

/** What a run came to, for people and other programs. */
public final class Results {

    private static final String CSV = "CSV files";

    private final AppModel model;
    private final PadModel drawing;
    private final FileDialogs files;

    public Results(AppModel model, PadModel drawing, FileDialogs files) {
        this.model = model;
        this.drawing = drawing;
        this.files = files;
    }

    /** Asks where to save the run as one HTML page. */
    public void saveReport() {
        DigitSets digits = model.digitsProperty().get();
        project().ifPresent(project -> files.save("the report", "report.html", "HTML pages",
                file -> AtomicFile.writeText(file, HtmlReport.of(project.get(), digits))));
    }

    /** Asks where to save the shown network's confusion matrix. */
    public void saveConfusion() {
        Parameters network = shown();
        DigitSets digits = model.digitsProperty().get();
        files.save("the confusion matrix", "confusion.csv", CSV, file -> ConfusionCsv.write(file,
                Evaluation.of(network, digits.validation()).score().confusion()));
    }

    /** Asks where to save a line for each epoch. */
    public void saveEpochs() {
        LearningCurve curve = curve();
        files.save("the learning curve, every epoch,", "digitscope-epochs.csv", CSV, file -> CurveCsv.write(file, curve));
    }

    /** Asks where to save a line for each batch. */
    public void saveBatches() {
        LearningCurve curve = curve();
        files.save("the learning curve, every batch,", "digitscope-batches.csv", CSV, file -> AtomicFile.writeText(file, BatchCsv.text(curve)));
    }

    /** Asks where to save the shown network's heatmaps as one picture. */
    public void saveHeatmaps() {
        Parameters network = shown();
        files.save("the heatmaps", "heatmaps.png", "PNG pictures", file -> HeatmapSheet.write(file, network.layer(1).kernel()));
    }

    /** Asks where to save the shown network's weights of layer_1: a line for each pixel, a column for each neuron. */
    public void saveHeatmapValues() {
        Parameters.Tensor kernel = shown().tensors().get(0);
        files.save("the heatmaps' values", "layer_1.kernel.csv", CSV, file -> TensorCsv.write(file, kernel));
    }

    /** Asks for a table of pictures without labels, and where to save the shown network's answers. */
    public void answerTable() {
        Parameters network = shown();
        files.open("Tables of pictures", List.of("*.csv", "*.gz"), table -> Submission.of(table, network), answers -> {
            files.save("the shown network's answers to " + Counts.of(answers.count(), "picture"), "submission.csv", CSV,
                    file -> AtomicFile.writeText(file, answers.csv()));
        });
    }

    /** What the run is, to the bit; {@code use} gets it unless there are no pictures yet. */
    public void withFingerprint(Consumer<Fingerprint> use) {
        project().ifPresent(project -> model.background().ask(() -> Fingerprint.of(project.get()), use));
    }

    private Optional<Supplier<Project>> project() {
        return model.project(drawing.sheetProperty().get());
    }

    private Parameters shown() {
        return model.shownProperty().get().parameters();
    }

    private LearningCurve curve() {
        return model.liveProperty().get().curve();
    }
}
