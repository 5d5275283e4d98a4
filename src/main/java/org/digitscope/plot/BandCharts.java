package org.digitscope.plot;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Window;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.LearningCurve.Epoch;

/**
 * Loss and accuracy of groups of runs over the epoch, such as those that differ in their seeds alone: the mean of each group, training as a
 * line and validation as dots that a thin line joins, on a band from its lowest to its highest run. An epoch's figures are those of the runs
 * that came so far and whose value is finite.
 *
 * @param groups drawn in this order
 * @param figures what is drawn of each group
 * @param logarithmic whether the loss axis is logarithmic
 * @param window the epochs to show, see {@link #whole}
 */
public record BandCharts(List<Group> groups, Figures figures, boolean logarithmic, Window window) {

    public BandCharts {
        groups = List.copyOf(groups);
    }

    /** Runs that belong together. */
    public record Group(String name, RunColour colour, List<LearningCurve> curves) {

        public Group {
            curves = List.copyOf(curves);
        }

        private int epochs() {
            return curves.stream().mapToInt(curve -> curve.epochs().size()).max().orElse(0);
        }

        /** The figures of each epoch. */
        private List<DoubleSummaryStatistics> statistics(ToDoubleFunction<Epoch> figure) {
            return IntStream.range(0, epochs()).mapToObj(i -> curves.stream().map(LearningCurve::epochs).filter(epochs -> i < epochs.size())
                    .mapToDouble(epochs -> figure.applyAsDouble(epochs.get(i))).filter(Double::isFinite).summaryStatistics()).toList();
        }
    }

    /** The epochs that hold all runs, from 0 to the end of the longest and at least 1. */
    public static Window whole(List<Group> groups) {
        return new Window(0, groups.stream().mapToInt(Group::epochs).reduce(1, Math::max));
    }

    /** Mean cross-entropy in nats. */
    public ChartModel loss() {
        return chart(CurveFigure.LOSS);
    }

    /** Share of pictures answered rightly, in percent. */
    public ChartModel accuracy() {
        return chart(CurveFigure.ACCURACY);
    }

    private ChartModel chart(CurveFigure figure) {
        List<Series> bands = new ArrayList<>();
        List<Series> means = new ArrayList<>();
        for (Group group : groups) {
            EpochSeries series = new EpochSeries(group.name, group.colour, group.epochs(), window, groups.size());
            if (figures.hasTraining()) {
                List<DoubleSummaryStatistics> epochs = group.statistics(figure::training);
                bands.add(band(series, epochs));
                means.add(series.training(epoch -> mean(epochs.get(epoch - 1))));
            }
            if (figures.hasValidation()) {
                List<DoubleSummaryStatistics> epochs = group.statistics(figure::validation);
                bands.add(band(series, epochs));
                means.addAll(series.validation(epoch -> mean(epochs.get(epoch - 1))));
            }
        }
        bands.addAll(means);
        return new ChartModel(figure.title(), figures.epochTitle(), figures.axisTitle(figure), new Scale.Linear(window.from(), window.to()),
                figure.axis(Range.of(bands, window), logarithmic), bands, List.of());
    }

    private static Series band(EpochSeries series, List<DoubleSummaryStatistics> epochs) {
        return series.band(epoch -> mean(epochs.get(epoch - 1)), epoch -> lowest(epochs.get(epoch - 1)), epoch -> highest(epochs.get(epoch - 1)));
    }

    private static double mean(DoubleSummaryStatistics values) {
        return values.getCount() == 0 ? Double.NaN : values.getAverage();
    }

    private static double lowest(DoubleSummaryStatistics values) {
        return values.getCount() == 0 ? Double.NaN : values.getMin();
    }

    private static double highest(DoubleSummaryStatistics values) {
        return values.getCount() == 0 ? Double.NaN : values.getMax();
    }
}
