package org.digitscope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.plot.BandCharts;
import org.digitscope.plot.BandCharts.Group;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.ValueChart;
import org.digitscope.plot.ValueGrid;

/**
 * What a sweep found, as pictures.
 *
 * @param results of the runs that are done, in any order
 */
public record SweepCharts(Sweep sweep, Map<Trial, RunResult> results) {

    private static final String ALIKE = "all seeds";

    /** Whether several settings vary, so that a figure of them is a table. */
    public boolean isGrid() {
        return sweep.axes().size() > 1;
    }

    /** A figure against the values of a setting: every seed a dot, and their mean. Of several settings the values are taken together. */
    public ChartModel byValue(SweepFigure figure) {
        return new ValueChart(title(figure), named(sweep.axes()), title(figure), inOrder().stream()
                .map(trial -> new ValueChart.Point(value(trial), figure.of(results.get(trial)))).toList()).chart();
    }

    /** A figure by the values of two settings; of more, all but the last make the rows. */
    public ValueGrid grid(SweepFigure figure) {
        List<Axis> rows = sweep.axes().subList(0, sweep.axes().size() - 1);
        String column = sweep.axes().get(rows.size()).setting().label();
        return ValueGrid.of("mean " + title(figure), named(rows), column, figure.format(), inOrder().stream().map(trial -> new ValueGrid.Point(
                rows.stream().map(axis -> trial.values().get(axis.setting().label())).collect(Collectors.joining(", ")), trial.values().get(column),
                figure.of(results.get(trial)))).toList());
    }

    /** Where the best weights are restored it isn't the last epoch that counts. */
    private String title(SweepFigure figure) {
        return figure.title() + (sweep.base().earlyStopping().restores() && figure != SweepFigure.BEST_ACCURACY ? " of the restored epoch" : "");
    }

    /** The curves of each combination of values: the mean of its seeds on a band from the lowest to the highest. */
    public BandCharts curves(Figures figures, boolean logarithmic) {
        List<Group> groups = new ArrayList<>();
        combinations().forEach((value, seeds) -> groups.add(new Group(value, new RunColour(groups.size()), seeds.stream().map(RunResult::curve).toList())));
        return new BandCharts(groups, figures, logarithmic, BandCharts.whole(groups));
    }

    /** The runs that differ in their seeds alone, by their values, in the order of the sweep. */
    public Map<String, List<RunResult>> combinations() {
        return inOrder().stream().collect(Collectors.groupingBy(SweepCharts::named, LinkedHashMap::new, Collectors.mapping(results::get, Collectors.toList())));
    }

    private List<Trial> inOrder() {
        return sweep.trials().stream().filter(results::containsKey).toList();
    }

    private static String value(Trial trial) {
        return trial.values().isEmpty() ? ALIKE : String.join(", ", trial.values().values());
    }

    private static String named(Trial trial) {
        return trial.values().isEmpty() ? ALIKE : trial.values().entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String named(List<Axis> axes) {
        return axes.isEmpty() ? "seeds" : axes.stream().map(axis -> axis.setting().label()).collect(Collectors.joining(", "));
    }
}
