package org.digitscope.files.report;

import java.nio.file.Path;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.BatchCsv;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.TensorCsv;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.project.Project;
import org.digitscope.network.Parameters;
import org.digitscope.plot.CurveCharts;
import org.digitscope.plot.CurveDecimator;
import org.digitscope.plot.Palette;
import org.digitscope.plot.SvgChart;

/** What a run came to, as files beside each other: charts, tables and heatmaps. */
public final class ResultFolder {

    private ResultFolder() {
    }

    /**
     * Writes them into a folder that exists.
     *
     * @param digits what the project was trained with
     * @throws UnwritableFileException when one of them can't be written
     */
    public static void write(Path folder, Project project, DigitSets digits) throws UnwritableFileException {
        CurveCharts charts = charts(project, digits);
        Parameters network = project.result().parameters();
        AtomicFile.writeText(folder.resolve("loss.svg"), SvgChart.of(charts.loss(), Palette.LIGHT));
        AtomicFile.writeText(folder.resolve("accuracy.svg"), SvgChart.of(charts.accuracy(), Palette.LIGHT));
        CurveCsv.write(folder.resolve("epochs.csv"), project.curve());
        AtomicFile.writeText(folder.resolve("batches.csv"), BatchCsv.text(project.curve()));
        ConfusionCsv.write(folder.resolve("confusion.csv"), Evaluation.of(network, digits.validation()).score().confusion());
        HeatmapSheet.write(folder.resolve("heatmaps.png"), network.layer(1).kernel());
        TensorCsv.write(folder.resolve("layer_1.kernel.csv"), network.tensors().get(0));
    }

    /** The curves up to where the project stands. */
    static CurveCharts charts(Project project, DigitSets digits) {
        int steps = project.settings().stepsPerEpoch(digits.training().size());
        double end = Math.max(1, Math.ceil((double) project.now().step() / steps));
        return new CurveCharts(new CurveCharts.Run(new CurveDecimator(project.curve()), steps), CurveCharts.Run.none(),
                new CurveCharts.Window(0, end), false);
    }
}
