package org.digitscope.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

        double[] epochs(double[] steps) {
            double[] x = new double[steps.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = epoch(steps[i]);
            }
            return x;
        }

        /** The point at an epoch, as a place in an array that may lie outside. */
        double point(double epoch) {
            return epoch * stepsPerEpoch / curve.curve().stride();
        }
    }

    /** A part of the run, in epochs. */
    public record Window(double from, double to) {
    }

    /** Mean cross-entropy in nats. */
    public ChartModel loss() {
        return chart(CurveFigure.LOSS);
    }

    /** Share of pictures answered rightly, in percent. */
    public ChartModel accuracy() {
        return chart(CurveFigure.ACCURACY);
    }

    private List<Series> series(CurveFigure figure) {
        List<Series> series = new ArrayList<>();
        Buckets before = reduce(previous, figure);
        series.add(Series.of("before", Role.PREVIOUS, Kind.LINE, previous.epochs(before.steps()), figure.scaled(before.smoothed(SMOOTHING))));
        series.add(dots("validation before", Role.PREVIOUS, previous, figure));
        Buckets now = reduce(run, figure);
        double[] x = run.epochs(now.steps());
        double[] mean = figure.scaled(now.mean());
        series.add(new Series("lowest to highest", Role.TRAINING, Kind.BAND, x, mean, figure.scaled(now.low()), figure.scaled(now.high())));
        series.add(Series.of("each batch", Role.TRAINING, Kind.THIN_LINE, x, mean));
        series.add(Series.of("training", Role.TRAINING, Kind.LINE, x, figure.scaled(now.smoothed(SMOOTHING))));
        series.add(dots(VALIDATION, Role.VALIDATION, run, figure));
        return series;
    }

    private Buckets reduce(Run from, CurveFigure figure) {
        return figure.batches(from.curve, (int) Math.floor(from.point(window.from)) - 1, (int) Math.ceil(from.point(window.to)) + 1, MOST_POINTS);
    }

    private static Series dots(String name, Role role, Run from, CurveFigure figure) {
        List<LearningCurve.Epoch> epochs = from.curve.curve().epochs();
        double[] x = new double[epochs.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
            y[i] = figure.validation(epochs.get(i));
        }
        return Series.of(name, role, Kind.DOTS, x, y);
    }

    private ChartModel chart(CurveFigure figure) {
        List<Series> series = series(figure);
        List<Marker> markers = new ArrayList<>();
        run.curve.curve().rateChanges().forEach(change -> markers.add(new Marker(run.epoch(change.step()), "rate " + rate(change.rate()))));
        shown.ifPresent(step -> markers.add(new Marker(run.epoch(step), String.format(Locale.ROOT, "step %,d", step))));
        return new ChartModel(figure.title(), "epoch", figure.axisTitle(), new Scale.Linear(window.from, window.to),
                figure.axis(range(series), logarithmic), series, markers);
    }

    private static String rate(double rate) {
        return TickLabel.of(new BigDecimal(Float.toString((float) rate)));
    }

    /**
     * Lowest and highest value of this run's lines and dots in the window, or, where it has none there, of the run before; neither bands
     * nor a run before beside another one widen an axis.
     */
    private Range range(List<Series> all) {
        List<Series> lines = all.stream().filter(series -> series.kind() != Kind.BAND).toList();
        Range own = Range.of(lines.stream().filter(series -> series.role() != Role.PREVIOUS).toList(), window);
        return own.isEmpty() ? Range.of(lines, window) : own;
    }
}
