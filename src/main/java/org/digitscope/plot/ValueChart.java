package org.digitscope.plot;

import java.util.Comparator;
import java.util.List;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;

/**
 * A figure of runs against the value of the one setting in which they differ beside their seeds: each run as a dot, and the mean of each
 * value, as a line where the values are numbers. Numbers lie on a linear axis, or on a logarithmic one where all are positive and span a
 * factor of 10; other values lie side by side.
 *
 * @param title above the chart
 * @param setting below it
 * @param figure beside it, with the unit
 * @param points in any order; those without a finite figure, as of a run that diverged, are left out, but keep their place on the axis
 */
public record ValueChart(String title, String setting, String figure, List<Point> points) {

    public ValueChart {
        points = List.copyOf(points);
    }

    /**
     * A run.
     *
     * @param value of the setting, as people write it
     * @param figure in the unit of the axis
     */
    public record Point(String value, double figure) {
    }

    public ChartModel chart() {
        SettingValues values = SettingValues.of(points.stream().map(Point::value).toList());
        List<Point> finite = points.stream().filter(point -> Double.isFinite(point.figure()))
                .sorted(Comparator.comparingDouble(point -> values.place(point.value()))).toList();
        double[] figures = finite.stream().mapToDouble(Point::figure).toArray();
        List<String> shown = finite.stream().map(Point::value).distinct().toList();
        double[] means = shown.stream().mapToDouble(value -> finite.stream().filter(point -> point.value().equals(value))
                .mapToDouble(Point::figure).average().orElseThrow()).toArray();
        Kind kind = values.areNumbers() && shown.size() > 1 ? Kind.LINE : Kind.DASHES;
        Series seeds = Series.of("each seed", Role.TRAINING, Kind.DOTS, finite.stream().mapToDouble(point -> values.place(point.value())).toArray(), figures);
        Series mean = Series.of("mean", Role.VALIDATION, kind, shown.stream().mapToDouble(values::place).toArray(), means);
        return new ChartModel(title, setting + (values.arePercentages() ? " (%)" : ""), figure, values.axis(), LineChart.axis(figures),
                List.of(mean, seeds), List.of());
    }
}
