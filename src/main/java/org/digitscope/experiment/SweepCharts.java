package org.digitscope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.plot.BandCharts;
import org.digitscope.plot.BandCharts.Group;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.ValueChart;
import org.digitscope.plot.ValueGrid;
import org.digitscope.training.LearningCurve;

/**
 * What a sweep found, as pictures.
 *
 * @param results of the runs that are done, in any order
 */
public record SweepCharts(Sweep sweep, Map<Trial, RunResult> results) {

    /** Of a sweep in which nothing but the seed varies. */
    private static final String ALIKE = "all runs";

    /** Whether two settings vary, so that a figure of them is a table. */
    public boolean isGrid() {
        return sweep.axes().size() == 2;
    }

    /** A figure against the values of the settings: every seed a dot, and their mean. More than one setting are taken together. */
    public ChartModel byValue(SweepFigure figure) {
        String names = sweep.axes().stream().map(axis -> axis.setting().label()).collect(Collectors.joining(", "));
        return new ValueChart(figure.title(), names.isEmpty() ? "seeds" : names, figure.title(), inOrder().stream()
                .map(trial -> new ValueChart.Point(value(trial), figure.of(results.get(trial)))).toList()).chart();
    }

    /** A figure by the values of two settings. */
    public ValueGrid grid(SweepFigure figure) {
        String first = sweep.axes().get(0).setting().label();
        String second = sweep.axes().get(1).setting().label();
        return ValueGrid.of(figure.title(), first, second, figure.format(), inOrder().stream().map(trial -> new ValueGrid.Point(trial.values().get(first),
                trial.values().get(second), figure.of(results.get(trial)))).toList());
    }

    /** The curves of each combination of values: the mean of its seeds on a band from the lowest to the highest. */
    public BandCharts curves(Figures figures, boolean logarithmic) {
        Map<String, List<LearningCurve>> byValue = new LinkedHashMap<>();
        inOrder().forEach(trial -> byValue.computeIfAbsent(value(trial), any -> new ArrayList<>()).add(results.get(trial).curve()));
        List<Group> groups = new ArrayList<>();
        byValue.forEach((value, curves) -> groups.add(new Group(value, new RunColour(groups.size()), curves)));
        return new BandCharts(groups, figures, logarithmic, BandCharts.whole(groups));
    }

    private List<Trial> inOrder() {
        return sweep.trials().stream().filter(results::containsKey).toList();
    }

    private static String value(Trial trial) {
        return trial.values().isEmpty() ? ALIKE : String.join(", ", trial.values().values());
    }
}
