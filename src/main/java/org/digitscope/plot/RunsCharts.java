package org.digitscope.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.digitscope.data.Counts;
import org.digitscope.plot.ChartModel.Emphasis;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Run;
import org.digitscope.plot.CurveCharts.Window;
import org.digitscope.training.LearningCurve.Epoch;

/**
 * Loss and accuracy of many runs over the epoch, which runs of different lengths and batch sizes share. Training is a line and validation
 * dots that a thin line joins, both in the run's colour and under its name. The more runs there are, the fewer points each of them has.
 *
 * @param lines the runs, in the order of the legend
 * @param perBatch whether training is drawn batch by batch, smoothed, rather than as the mean of each epoch; a run that is known by its
 *     epochs alone is drawn by them
 * @param figures what is drawn of each run
 * @param logarithmic whether the loss axis is logarithmic
 * @param window the epochs to show, see {@link #whole}
 */
public record RunsCharts(List<Line> lines, boolean perBatch, Figures figures, boolean logarithmic, Window window) {

    /** Beyond so many times what is usual among the highest losses of the runs, a run leaves the axis rather than flatten all others. */
    private static final double FAR = 10;
    /** Smoothing averages over this share of the chart's width: 5 points of 600. */
    private static final double SMOOTHED_SHARE = 1.0 / 120;
    /** From an epoch to the place that is read, at most. */
    private static final double REACH = 0.5;
    /** Of an epoch that a run hasn't. */
    private static final Epoch NOTHING = new Epoch(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    public RunsCharts {
        lines = List.copyOf(lines);
    }

    /**
     * A run.
     *
     * @param curve its decimator, kept from refresh to refresh
     * @param stepsPerEpoch batches of an epoch, at least 1
     * @param emphasized whether it is drawn thicker and above the others, which become pale
     */
    public record Line(String name, RunColour colour, CurveDecimator curve, int stepsPerEpoch, boolean emphasized) {

        private Run run() {
            return new Run(curve, stepsPerEpoch);
        }

        private List<Epoch> epochs() {
            return curve.curve().epochs();
        }
    }

    /** What is drawn of each run. */
    public enum Figures {
        TRAINING,
        VALIDATION,
        BOTH;

        boolean hasTraining() {
            return this != VALIDATION;
        }

        boolean hasValidation() {
            return this != TRAINING;
        }

        /** What the axis shows, such as "training loss (nats)". */
        String axisTitle(CurveFigure figure) {
            return (this == TRAINING ? "training " : this == VALIDATION ? "validation " : "") + figure.axisTitle();
        }

        String epochTitle() {
            return this == BOTH ? "epoch (training: line, validation: dots)" : "epoch";
        }
    }

    /**
     * What a run has at an epoch; NaN where it has none.
     *
     * @param trainingLoss in nats: of the epoch, or of the batch where batches are drawn
     * @param validationLoss at the end of the epoch, or of the last one that had ended by the batch
     * @param trainingAccuracy share of right answers, 0 to 1
     * @param validationAccuracy share of right answers, 0 to 1
     */
    public record Reading(String name, RunColour colour, double trainingLoss, double validationLoss, double trainingAccuracy,
            double validationAccuracy) {
    }

    /** The epochs that hold all runs, from 0 to the end of the longest and at least 1. */
    public static Window whole(List<Line> lines) {
        return new Window(0, lines.stream().mapToDouble(line -> {
            int points = line.curve.curve().points();
            return Math.max(line.epochs().size(), points == 0 ? 0 : (double) line.curve.curve().step(points - 1) / line.stepsPerEpoch);
        }).reduce(1, Math::max));
    }

    /** Mean cross-entropy in nats. */
    public ChartModel loss() {
        return chart(CurveFigure.LOSS);
    }

    /** Share of pictures answered rightly, in percent. */
    public ChartModel accuracy() {
        return chart(CurveFigure.ACCURACY);
    }

    /**
     * The values of all runs at an epoch, the best first: those with the largest accuracy, of validation unless training alone is drawn,
     * and of equal ones with the smallest loss. Runs without a value there come last.
     */
    public List<Reading> at(double epoch) {
        ToDoubleFunction<Reading> accuracy = figures.hasValidation() ? Reading::validationAccuracy : Reading::trainingAccuracy;
        ToDoubleFunction<Reading> loss = figures.hasValidation() ? Reading::validationLoss : Reading::trainingLoss;
        return lines.stream().map(line -> perBatch && line.curve.curve().points() > 0 ? atBatch(line, epoch) : atEpoch(line, epoch))
                .sorted(Comparator.<Reading>comparingDouble(reading -> -accuracy.applyAsDouble(reading)).thenComparingDouble(loss)).toList();
    }

    private static Reading atEpoch(Line line, double epoch) {
        int number = (int) Math.max(1, Math.min(line.epochs().size(), Math.round(epoch)));
        boolean isThere = number <= line.epochs().size() && epoch <= number + REACH;
        Epoch there = isThere ? line.epochs().get(number - 1) : NOTHING;
        return new Reading(line.name, line.colour, there.loss(), there.validationLoss(), there.accuracy(), there.validationAccuracy());
    }

    private static Reading atBatch(Line line, double epoch) {
        CurveProbe probe = new CurveProbe(line.curve.curve(), line.stepsPerEpoch);
        OptionalInt step = probe.stepNear(epoch, REACH);
        List<Epoch> ended = step.isPresent() ? probe.epochsUpTo(step.getAsInt()) : List.of();
        Epoch last = ended.isEmpty() ? NOTHING : ended.get(ended.size() - 1);
        CurveProbe.Mean batch = step.isEmpty() ? new CurveProbe.Mean(Double.NaN, Double.NaN)
                : probe.at(step.getAsInt()).map(reading -> new CurveProbe.Mean(reading.loss(), reading.accuracy())).orElseThrow();
        return new Reading(line.name, line.colour, batch.loss(), last.validationLoss(), batch.accuracy(), last.validationAccuracy());
    }

    private ChartModel chart(CurveFigure figure) {
        boolean someStandOut = lines.stream().anyMatch(Line::emphasized);
        List<List<Series>> drawn = lines.stream().sorted(Comparator.comparing(Line::emphasized)).map(line -> {
            Emphasis emphasis = line.emphasized ? Emphasis.STRONG : someStandOut ? Emphasis.PALE : Emphasis.USUAL;
            return series(line, figure).stream().map(each -> each.with(emphasis)).toList();
        }).toList();
        List<Series> series = drawn.stream().flatMap(List::stream).toList();
        Range range = range(series, figure);
        long above = drawn.stream().filter(line -> Range.of(line, window).highest() > range.highest()).count();
        String title = figure.title() + (above == 0 ? "" : ", " + Counts.of(above, "run goes", "runs go") + " above the axis");
        return new ChartModel(title, figures.epochTitle(), figures.axisTitle(figure), new Scale.Linear(window.from(), window.to()),
                figure.axis(range, logarithmic), series, List.of());
    }

    private List<Series> series(Line line, CurveFigure figure) {
        EpochSeries epochs = new EpochSeries(line.name, line.colour, line.epochs().size(), window, lines.size());
        List<Series> series = new ArrayList<>();
        if (figures.hasTraining()) {
            boolean hasBatches = perBatch && line.curve.curve().points() > 0;
            series.add(hasBatches ? batches(line, figure) : epochs.training(epoch -> figure.training(line.epochs().get(epoch - 1))));
        }
        if (figures.hasValidation()) {
            series.addAll(epochs.validation(epoch -> figure.validation(line.epochs().get(epoch - 1))));
        }
        return series;
    }

    private Series batches(Line line, CurveFigure figure) {
        Run run = line.run();
        int most = EpochSeries.mostPoints(lines.size());
        Buckets buckets = figure.batches(line.curve, (int) Math.floor(run.point(window.from())) - 1, (int) Math.ceil(run.point(window.to())) + 1, most);
        double weight = Math.max(0, 1 - 1 / (SMOOTHED_SHARE * most));
        return Series.of(line.name, line.colour, Kind.LINE, run.epochs(buckets.steps()), figure.scaled(buckets.smoothed(weight)));
    }

    private Range range(List<Series> series, CurveFigure figure) {
        Range all = Range.of(series, window);
        double[] highest = series.stream().map(each -> Range.of(List.of(each), window)).filter(each -> !each.isEmpty())
                .mapToDouble(Range::highest).sorted().toArray();
        boolean mayCut = figure == CurveFigure.LOSS && !logarithmic && highest.length > 0;
        return mayCut ? new Range(all.lowest(), Math.min(all.highest(), FAR * highest[(highest.length - 1) / 2])) : all;
    }
}
