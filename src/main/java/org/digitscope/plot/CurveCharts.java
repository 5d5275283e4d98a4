package org.digitscope.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.training.LearningCurve;

/**
 * Makes the two charts of a run, loss and accuracy, from its learning curve. The x axis is the epoch, as a fraction
 * within an epoch: batch 1 of 1,875 lies at 0.0005.
 *
 * @param run what to show
 * @param previous the run before, drawn pale and minded by the axes only where this one has nothing to show; may be {@link Run#none}
 * @param window the epochs to show
 * @param logarithmic whether the loss axis is logarithmic
 * @param shown the step to mark, if any
 */
public record CurveCharts(Run run, Run previous, Window window, boolean logarithmic, Optional<Integer> shown) {

    /** Points of a series at the most: about as many as a chart has pixels across, and a chart of more takes longer to draw. */
    static final int MOST_POINTS = 600;
    /** Averages over some 1/(1 − 0.8) = 5 points: noise goes, and a change is still seen at once. */
    private static final double SMOOTHING = 0.8;
    /** Room between the lines and the ends of an axis, so that they don't lie on the frame; below, where an axis begins at 0, none. */
    private static final double LOG_MARGIN = 0.1;
    private static final double LOSS_MARGIN = 0.05;
    private static final double ACCURACY_MARGIN = 0.1;
    private static final double PERCENT = 100;
    /** Where everything is answered rightly, the axis still has some extent. */
    private static final double HIGHEST_BOTTOM = 99;
    private static final String VALIDATION = "validation";

    /** Charts without a mark at a step. */
    public CurveCharts(Run run, Run previous, Window window, boolean logarithmic) {
        this(run, previous, window, logarithmic, Optional.empty());
    }

    /**
     * A run.
     *
     * @param curve its decimator, kept from refresh to refresh
     * @param stepsPerEpoch batches of an epoch, at least 1
     */
    public record Run(CurveDecimator curve, int stepsPerEpoch) {

        /** A run that has nothing to show. */
        public static Run none() {
            return new Run(new CurveDecimator(), 1);
        }

        private double epoch(double step) {
            return step / stepsPerEpoch;
        }

        private double[] epochs(double[] steps) {
            double[] x = new double[steps.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = epoch(steps[i]);
            }
            return x;
        }

        /** The point at an epoch, as a place in an array that may lie outside. */
        private double point(double epoch) {
            return epoch * stepsPerEpoch / curve.curve().stride();
        }
    }

    /** A part of the run, in epochs. */
    public record Window(double from, double to) {
    }

    /** Reduces the points [from, to) of a run. */
    private interface Reduction {
        Buckets of(CurveDecimator curve, int from, int to);
    }

    /** Mean cross-entropy in nats. */
    public ChartModel loss() {
        List<Series> series = series((curve, from, to) -> curve.loss(from, to, MOST_POINTS), 1,
                LearningCurve.Epoch::validationLoss);
        double[] range = range(series);
        Scale y = logarithmic ? new Scale.Log(range[0] * (1 - LOG_MARGIN), range[1] * (1 + LOG_MARGIN))
                : new Scale.Linear(0, range[1] * (1 + LOSS_MARGIN));
        return chart("Loss", "loss (nats)", y, series);
    }

    /** Share of pictures answered rightly, in percent. */
    public ChartModel accuracy() {
        List<Series> series = series((curve, from, to) -> curve.accuracy(from, to, MOST_POINTS), PERCENT,
                LearningCurve.Epoch::validationAccuracy);
        double lowest = range(series)[0];
        double bottom = Double.isFinite(lowest) ? Math.max(0, lowest - ACCURACY_MARGIN * (PERCENT - lowest)) : 0;
        return chart("Accuracy", "accuracy (%)", new Scale.Linear(Math.min(bottom, HIGHEST_BOTTOM), PERCENT), series);
    }

    private List<Series> series(Reduction reduction, double factor, ToDoubleFunction<LearningCurve.Epoch> validation) {
        List<Series> series = new ArrayList<>();
        Buckets before = reduce(previous, reduction);
        series.add(Series.of("before", Role.PREVIOUS, Kind.LINE, previous.epochs(before.steps()),
                times(factor, before.smoothed(SMOOTHING))));
        series.add(dots("validation before", Role.PREVIOUS, previous, factor, validation));
        Buckets now = reduce(run, reduction);
        double[] x = run.epochs(now.steps());
        double[] mean = times(factor, now.mean());
        series.add(new Series("lowest to highest", Role.TRAINING, Kind.BAND, x, mean, times(factor, now.low()),
                times(factor, now.high())));
        series.add(Series.of("each batch", Role.TRAINING, Kind.THIN_LINE, x, mean));
        series.add(Series.of("training", Role.TRAINING, Kind.LINE, x,
                times(factor, now.smoothed(SMOOTHING))));
        series.add(dots(VALIDATION, Role.VALIDATION, run, factor, validation));
        return series;
    }

    private Buckets reduce(Run from, Reduction reduction) {
        return reduction.of(from.curve, (int) Math.floor(from.point(window.from)) - 1,
                (int) Math.ceil(from.point(window.to)) + 1);
    }

    private static Series dots(String name, Role role, Run from, double factor,
            ToDoubleFunction<LearningCurve.Epoch> figure) {
        List<LearningCurve.Epoch> epochs = from.curve.curve().epochs();
        double[] x = new double[epochs.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
            y[i] = factor * figure.applyAsDouble(epochs.get(i));
        }
        return Series.of(name, role, Kind.DOTS, x, y);
    }

    private ChartModel chart(String title, String yTitle, Scale y, List<Series> series) {
        List<Marker> markers = new ArrayList<>();
        run.curve.curve().rateChanges().forEach(change -> markers.add(new Marker(run.epoch(change.step()), "rate " + rate(change.rate()))));
        shown.ifPresent(step -> markers.add(new Marker(run.epoch(step), String.format(Locale.ROOT, "step %,d", step))));
        return new ChartModel(title, "epoch", yTitle, new Scale.Linear(window.from, window.to), y, series, markers);
    }

    private static String rate(double rate) {
        return TickLabel.of(new BigDecimal(Float.toString((float) rate)));
    }

    /**
     * Lowest and highest value of this run's lines and dots in the window, or, where it has none there, of the run before; neither bands
     * nor a run before beside another one widen an axis.
     */
    private double[] range(List<Series> all) {
        double[] own = rangeOf(all.stream().filter(series -> series.role() != Role.PREVIOUS).toList());
        return own[0] <= own[1] ? own : rangeOf(all);
    }

    private double[] rangeOf(List<Series> some) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Series series : some) {
            for (int i = 0; i < series.x().length && series.kind() != Kind.BAND; i++) {
                if (Double.isFinite(series.y()[i]) && series.x()[i] >= window.from && series.x()[i] <= window.to) {
                    lowest = Math.min(lowest, series.y()[i]);
                    highest = Math.max(highest, series.y()[i]);
                }
            }
        }
        return new double[] {lowest, highest};
    }

    private static double[] times(double factor, double[] values) {
        double[] product = new double[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = factor * values[i];
        }
        return product;
    }
}
