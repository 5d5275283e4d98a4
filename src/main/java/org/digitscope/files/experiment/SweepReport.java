package org.digitscope.files.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.Counts;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.files.EmbeddedSvg;
import org.digitscope.plot.BandCharts;
import org.digitscope.plot.BandCharts.Group;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.SvgChart;
import org.digitscope.plot.SvgGrid;
import org.digitscope.plot.ValueChart;
import org.digitscope.plot.ValueGrid;
import org.digitscope.plot.XmlText;
import org.digitscope.training.LearningCurve;

/**
 * A sweep as one self-contained HTML page: the validation accuracy against the values, how the seeds of each combination learnt, and all
 * runs as a table.
 */
public final class SweepReport {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#24292f;"
            + "background:#fff}table{border-collapse:collapse}td,th{border:1px solid #d8dee4;padding:.2rem .6rem;text-align:right}img{max-width:100%}";
    private static final String FIGURE = "validation accuracy (%)";
    private static final String FORMAT = "%.2f";
    private static final double PERCENT = 100;

    private final Sweep sweep;
    private final Map<Trial, RunResult> results;
    private final StringBuilder html = new StringBuilder();

    private SweepReport(Sweep sweep, Map<Trial, RunResult> results) {
        this.sweep = sweep;
        this.results = results;
    }

    /** The whole page. */
    public static String of(Sweep sweep, Map<Trial, RunResult> results) {
        return new SweepReport(sweep, results).write();
    }

    private String write() {
        add("<!DOCTYPE html>%n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Digitscope: a sweep</title><style>%s</style></head><body>%n", STYLE);
        add("<h1>A sweep over %s</h1>%n<p>%s of %,d.</p>%n", XmlText.of(title()), Counts.of(results.size(), "run"), sweep.trials().size());
        Map<String, List<Trial>> combinations = SweepTables.sorted(results).stream()
                .collect(Collectors.groupingBy(trial -> named(trial.values()), LinkedHashMap::new, Collectors.toList()));
        addFigures();
        addCombinations(combinations);
        addCurves(combinations);
        addTable();
        return html.append("</body></html>\n").toString();
    }

    private String title() {
        return Stream.concat(sweep.axes().stream().map(axis -> axis.setting().label()), Stream.of("seeds")).collect(Collectors.joining(", "));
    }

    private static String named(Map<String, String> values) {
        return values.isEmpty() ? "all seeds" : values.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining(", "));
    }

    /** Of its last epoch, in percent; NaN where it has finished none. */
    private double accuracy(Trial trial) {
        List<LearningCurve.Epoch> epochs = results.get(trial).epochs();
        return epochs.isEmpty() ? Double.NaN : PERCENT * epochs.get(epochs.size() - 1).validationAccuracy();
    }

    /** A chart over the values of one setting, a table over those of two; of more, all but the last are its rows. */
    private void addFigures() {
        html.append("<h2>After the last epoch</h2>\n");
        List<Trial> trials = SweepTables.sorted(results);
        if (sweep.axes().size() < 2) {
            String setting = sweep.axes().isEmpty() ? "" : sweep.axes().get(0).setting().label();
            List<ValueChart.Point> points = trials.stream()
                    .map(trial -> new ValueChart.Point(trial.values().getOrDefault(setting, named(trial.values())), accuracy(trial))).toList();
            html.append(EmbeddedSvg.of("Validation accuracy by " + title(), SvgChart.of(new ValueChart("Validation accuracy", setting, FIGURE, points).chart(),
                    Palette.LIGHT)));
            return;
        }
        String last = sweep.axes().get(sweep.axes().size() - 1).setting().label();
        List<String> rowNames = sweep.axes().stream().limit(sweep.axes().size() - 1).map(axis -> axis.setting().label()).toList();
        List<ValueGrid.Point> points = trials.stream().map(trial -> new ValueGrid.Point(rowNames.stream().map(trial.values()::get)
                .collect(Collectors.joining(", ")), trial.values().get(last), accuracy(trial))).toList();
        html.append(EmbeddedSvg.of("Validation accuracy by " + title(), SvgGrid.of(ValueGrid.of("Mean " + FIGURE, String.join(", ", rowNames), last, FORMAT,
                points), Palette.LIGHT)));
    }

    private void addCombinations(Map<String, List<Trial>> combinations) {
        html.append("<table>\n<tr><th></th><th>seeds</th><th>mean (%)</th><th>deviation</th><th>lowest</th><th>highest</th></tr>\n");
        combinations.forEach((name, trials) -> {
            double[] figures = trials.stream().mapToDouble(this::accuracy).filter(Double::isFinite).toArray();
            DoubleSummaryStatistics seeds = Arrays.stream(figures).summaryStatistics();
            add("<tr><th>%s</th><td>%d</td>", XmlText.of(name), seeds.getCount());
            html.append(seeds.getCount() == 0 ? "<td></td><td></td><td></td><td></td></tr>\n" : String.format(Locale.ROOT,
                    "<td>%.2f</td><td>%.2f</td><td>%.2f</td><td>%.2f</td></tr>%n", seeds.getAverage(), deviation(figures, seeds.getAverage()), seeds.getMin(),
                    seeds.getMax()));
        });
        html.append("</table>\n");
    }

    /** Of the sample, from the seeds; 0 of a single one. */
    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    private void addCurves(Map<String, List<Trial>> combinations) {
        List<Group> groups = new ArrayList<>();
        combinations.forEach((name, trials) -> groups.add(new Group(name, new RunColour(groups.size()), trials.stream()
                .map(trial -> results.get(trial).curve()).toList())));
        BandCharts charts = new BandCharts(groups, Figures.VALIDATION, false, BandCharts.whole(groups));
        html.append("<h2>How they learnt</h2>\n<p>The mean of all seeds, on a band from the lowest to the highest of them.</p>\n")
                .append(EmbeddedSvg.of("Validation loss by epoch", SvgChart.of(charts.loss(), Palette.LIGHT)))
                .append(EmbeddedSvg.of("Validation accuracy by epoch", SvgChart.of(charts.accuracy(), Palette.LIGHT)));
    }

    private void addTable() {
        html.append("<h2>All runs</h2>\n<table>");
        boolean isHead = true;
        for (String line : SweepTables.runs(sweep, results).split("\n")) {
            String cell = isHead ? "th" : "td";
            html.append("<tr>");
            for (String value : line.split(",", -1)) {
                html.append('<').append(cell).append('>').append(XmlText.of(shortened(value))).append("</").append(cell).append('>');
            }
            html.append("</tr>\n");
            isHead = false;
        }
        html.append("</table>\n");
    }

    /** A fingerprint is known by its first digits, a figure by six. */
    private static String shortened(String value) {
        boolean isNumber = value.matches("\\d\\.\\d{7,}");
        return isNumber ? String.format(Locale.ROOT, "%.6f", Double.valueOf(value)) : value.length() == 64 ? value.substring(0, 12) + "…" : value;
    }

    private void add(String format, Object... values) {
        html.append(String.format(Locale.ROOT, format, values));
    }
}
