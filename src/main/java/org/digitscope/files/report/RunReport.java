package org.digitscope.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.digitscope.data.Counts;
import org.digitscope.experiment.NamedRun;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.SettingsDifference;
import org.digitscope.files.HtmlPage;
import org.digitscope.plot.CurveDecimator;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.RunsCharts;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.RunsCharts.Line;
import org.digitscope.plot.SvgChart;
import org.digitscope.training.LearningCurve;

/** Any runs as one self-contained HTML page: their curves together, the settings in which they differ, and what they reached. */
public final class RunReport {

    private static final String FIGURE = "%.2f %%";

    private RunReport() {
    }

    /** The whole page. */
    public static String of(List<NamedRun> runs) {
        List<Line> lines = new ArrayList<>();
        runs.forEach(run -> lines.add(new Line(run.name(), new RunColour(lines.size()), new CurveDecimator(run.result().curve()), 1, false)));
        RunsCharts charts = new RunsCharts(lines, false, Figures.BOTH, false, RunsCharts.whole(lines));
        HtmlPage page = new HtmlPage("Digitscope: " + Counts.of(runs.size(), "run"));
        page.picture("Accuracy of all runs, epoch by epoch", SvgChart.of(charts.accuracy(), Palette.LIGHT));
        page.picture("Loss of all runs, epoch by epoch", SvgChart.of(charts.loss(), Palette.LIGHT));
        page.heading("All runs");
        List<String> settings = List.copyOf(SettingsDifference.of(runs.stream().flatMap(run -> run.result().settings().stream()).toList()).keySet());
        page.paragraph("The settings of which the columns are named are those that differ; an empty one isn't known.");
        page.table(Stream.of(List.of("run"), settings, List.of("epochs", "validation accuracy", "best", "at epoch", "validation loss", "seconds", "fingerprint"))
                .flatMap(List::stream).toList(), runs.stream().map(run -> row(run, settings)).toList());
        return page.end();
    }

    private static List<String> row(NamedRun run, List<String> settings) {
        RunResult result = run.result();
        List<String> cells = new ArrayList<>(List.of(run.name()));
        Map<String, String> texts = result.settings().map(known -> known.texts()).orElse(Map.of());
        settings.forEach(setting -> cells.add(texts.getOrDefault(setting, "")));
        cells.add(result.epochs().size() + (result.hasDiverged() ? ", diverged" : ""));
        if (result.resultEpoch().isEmpty()) {
            cells.addAll(List.of("", "", "", ""));
        } else {
            LearningCurve.Epoch last = result.resultEpoch().get();
            cells.addAll(List.of(RoundedText.of(FIGURE, 100 * last.validationAccuracy()),
                    RoundedText.of(FIGURE, 100 * result.epochs().get(result.bestEpoch() - 1).validationAccuracy()), String.valueOf(result.bestEpoch()),
                    RoundedText.of("%.4f", last.validationLoss())));
        }
        cells.add(Double.isNaN(result.seconds()) ? "" : RoundedText.of("%.1f", result.seconds()));
        cells.add(result.fingerprint());
        return cells;
    }
}
