package org.digitscope.files.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.digitscope.data.Counts;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.RunResult;
import org.digitscope.plot.XmlText;
import org.digitscope.training.LearningCurve;

/** A sweep as one self-contained HTML page: for each combination every seed as a dot and their mean, and all runs as a table. */
public final class SweepReport {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#24292f;"
            + "background:#fff}table{border-collapse:collapse}td,th{border:1px solid #d8dee4;padding:.2rem .6rem;text-align:right}svg{max-width:100%}";
    private static final int WIDTH = 720;
    private static final int ROW = 30;
    private static final int NAMES = 240;
    private static final int FIGURES = 130;
    private static final int DOT = 5;
    /** Blue and orange of Okabe and Ito, as in the charts. */
    private static final String SEED = "#0072b2";
    private static final String MEAN = "#d55e00";

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
        int all = sweep.trials().size();
        add("<h1>A sweep over %s</h1>%n<p>%s of %,d; a dot is the validation accuracy of one seed after its last epoch%s, the bar is their mean.</p>%n",
                XmlText.of(title()), Counts.of(results.size(), "run"), all,
                sweep.trials().stream().anyMatch(trial -> trial.settings().earlyStopping().restores()) ? " or its restored best one" : "");
        Map<String, List<Double>> combinations = new LinkedHashMap<>();
        for (Trial trial : SweepTables.sorted(results)) {
            List<Double> seeds = combinations.computeIfAbsent(String.join(", ", named(trial)), name -> new ArrayList<>());
            results.get(trial).resultEpoch().map(LearningCurve.Epoch::validationAccuracy).ifPresent(seeds::add);
        }
        addChart(combinations);
        addTable();
        return html.append("</body></html>\n").toString();
    }

    private String title() {
        List<String> names = new ArrayList<>(sweep.axes().stream().map(axis -> axis.setting().label()).toList());
        names.add("seeds");
        return String.join(", ", names);
    }

    private static List<String> named(Trial trial) {
        return trial.values().isEmpty() ? List.of("all seeds") : trial.values().entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
    }

    private void addChart(Map<String, List<Double>> combinations) {
        double low = combinations.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).min().orElse(0);
        double high = combinations.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(1);
        double range = Math.max(high - low, 1e-3);
        int height = (combinations.size() + 1) * ROW;
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">"
                + "<title>Validation accuracy by %s</title>%n", WIDTH, height, WIDTH, height, XmlText.of(title()));
        int row = 0;
        for (Map.Entry<String, List<Double>> each : combinations.entrySet()) {
            double y = (row++ + 0.5) * ROW;
            double mean = each.getValue().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", NAMES - 12, y + DOT, XmlText.of(each.getKey()));
            for (double value : each.getValue()) {
                add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\" fill-opacity=\"0.6\"/>%n", x(value, low, range), y, DOT, SEED);
            }
            if (!Double.isNaN(mean)) {
                add("<rect x=\"%.1f\" y=\"%.1f\" width=\"3\" height=\"%d\" fill=\"%s\"/>%n", x(mean, low, range) - 1.5, y - ROW / 3.0, 2 * ROW / 3, MEAN);
                add("<text x=\"%d\" y=\"%.1f\">%.2f %% ± %.2f</text>%n", WIDTH - FIGURES + 16, y + DOT, 100 * mean, 100 * deviation(each.getValue(), mean));
            }
        }
        double axis = (row + 0.5) * ROW;
        add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"middle\">%.2f %%</text><text x=\"%d\" y=\"%.1f\" text-anchor=\"middle\">%.2f %%</text></svg>%n", NAMES, axis,
                100 * low, WIDTH - FIGURES, axis, 100 * (low + range));
    }

    private static double x(double value, double low, double range) {
        return NAMES + (value - low) / range * (WIDTH - FIGURES - NAMES);
    }

    /** Of the sample, from the seeds; 0 of a single one. */
    private static double deviation(List<Double> values, double mean) {
        double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
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
