package org.digitscope.files.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.Counts;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweepCharts;
import org.digitscope.experiment.SweepFigure;
import org.digitscope.files.HtmlPage;
import org.digitscope.plot.BandCharts;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.SvgChart;
import org.digitscope.plot.SvgGrid;

/**
 * A sweep as one self-contained HTML page: the validation accuracy against the values, how the seeds of each combination learnt, and all
 * runs as a table.
 */
public final class SweepReport {

    private SweepReport() {
    }

    /** The whole page. */
    public static String of(Sweep sweep, Map<Trial, RunResult> results) {
        SweepCharts charts = new SweepCharts(sweep, results);
        String names = Stream.concat(sweep.axes().stream().map(axis -> axis.setting().label()), Stream.of("seeds")).collect(Collectors.joining(", "));
        HtmlPage page = new HtmlPage("A sweep over " + names);
        page.paragraph(String.format(Locale.ROOT, "%s of %,d.", Counts.of(results.size(), "run"), sweep.trials().size()));
        page.heading(sweep.base().earlyStopping().restores() ? "After the restored best epoch" : "After the last epoch");
        page.picture("Validation accuracy by " + names, charts.isGrid() ? SvgGrid.of(charts.grid(SweepFigure.ACCURACY), Palette.LIGHT)
                : SvgChart.of(charts.byValue(SweepFigure.ACCURACY), Palette.LIGHT));
        page.table(List.of("", "seeds", "mean (%)", "deviation", "lowest", "highest"), charts.combinations().entrySet().stream()
                .map(combination -> row(combination.getKey(), combination.getValue())).toList());
        page.heading("How they learnt");
        page.paragraph("The mean of all seeds, on a band from the lowest to the highest of them.");
        BandCharts bands = charts.curves(Figures.VALIDATION, false);
        page.picture("Validation loss by epoch", SvgChart.of(bands.loss(), Palette.LIGHT));
        page.picture("Validation accuracy by epoch", SvgChart.of(bands.accuracy(), Palette.LIGHT));
        page.heading("All runs");
        List<List<String>> rows = SweepTables.runs(sweep, results).lines().map(line -> Arrays.stream(line.split(",", -1)).map(SweepReport::shortened).toList())
                .toList();
        page.table(rows.get(0), rows.subList(1, rows.size()));
        return page.end();
    }

    private static List<String> row(String name, List<RunResult> runs) {
        double[] figures = runs.stream().mapToDouble(SweepFigure.ACCURACY::of).filter(Double::isFinite).toArray();
        DoubleSummaryStatistics seeds = Arrays.stream(figures).summaryStatistics();
        List<String> cells = new ArrayList<>(List.of(name, String.valueOf(seeds.getCount())));
        cells.addAll(seeds.getCount() == 0 ? List.of("", "", "", "") : Stream.of(seeds.getAverage(), deviation(figures, seeds.getAverage()), seeds.getMin(),
                seeds.getMax()).map(value -> RoundedText.of(SweepFigure.ACCURACY.format(), value)).toList());
        return cells;
    }

    /** Of the sample, from the seeds; 0 of a single one. */
    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    /** A fingerprint is known by its first digits, a figure by six. */
    private static String shortened(String value) {
        boolean isNumber = value.matches("\\d\\.\\d{7,}");
        return isNumber ? String.format(Locale.ROOT, "%.6f", Double.valueOf(value)) : value.length() == 64 ? value.substring(0, 12) + "…" : value;
    }
}
