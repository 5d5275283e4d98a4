package org.digitscope.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Window;

/** How the epochs of one of many runs are drawn: training as a line, validation as dots that a thin line joins. Epochs count from 1. */
final class EpochSeries {

    /** Points of all series of a chart at the most, so that painting takes no longer than a pulse however many runs there are. */
    private static final int MOST_POINTS = 6000;
    /** The same of dots, which take longer: where there would be more, each run has one at its last epoch alone. */
    private static final int MOST_DOTS = 600;

    private final String name;
    private final SeriesColour colour;
    private final int[] epochs;
    /** Those that have a dot. */
    private final int[] dotted;

    /**
     * @param count epochs that there are
     * @param runs that share the chart
     */
    EpochSeries(String name, SeriesColour colour, int count, Window window, int runs) {
        this.name = name;
        this.colour = colour;
        epochs = shown(count, window, mostPoints(runs));
        dotted = epochs.length <= MOST_DOTS / runs ? epochs : Arrays.copyOfRange(epochs, epochs.length - 1, epochs.length);
    }

    /** Points of each run at the most. */
    static int mostPoints(int runs) {
        return Math.max(2, Math.min(CurveCharts.MOST_POINTS, MOST_POINTS / runs));
    }

    /** The line of a figure of each epoch; the mean over a single epoch is drawn as what it is, from the epoch's start to its end. */
    Series training(IntToDoubleFunction figure) {
        boolean isSingle = epochs.length == 1 && epochs[0] == 1;
        return isSingle ? Series.of(name, colour, Kind.LINE, new double[] {0, 1}, new double[] {figure.applyAsDouble(1), figure.applyAsDouble(1)})
                : series(Kind.LINE, epochs, figure);
    }

    List<Series> validation(IntToDoubleFunction figure) {
        return List.of(series(Kind.THIN_LINE, epochs, figure), series(Kind.DOTS, dotted, figure));
    }

    Series band(IntToDoubleFunction middle, IntToDoubleFunction low, IntToDoubleFunction high) {
        return new Series(name, colour, Kind.BAND, places(epochs), Arrays.stream(epochs).mapToDouble(middle).toArray(),
                Arrays.stream(epochs).mapToDouble(low).toArray(), Arrays.stream(epochs).mapToDouble(high).toArray());
    }

    private Series series(Kind kind, int[] numbers, IntToDoubleFunction figure) {
        return Series.of(name, colour, kind, places(numbers), Arrays.stream(numbers).mapToDouble(figure).toArray());
    }

    private static double[] places(int[] numbers) {
        return Arrays.stream(numbers).asDoubleStream().toArray();
    }

    /** Those of a window and one beyond both ends; where they are too many, the first, every second, fourth … and the last. */
    private static int[] shown(int count, Window window, int most) {
        int first = Math.max(1, (int) Math.floor(window.from()) - 1);
        int last = Math.min(count, (int) Math.ceil(window.to()) + 1);
        int step = 1;
        while ((last - first) / step > Math.max(0, most - 2)) {
            step *= 2;
        }
        int every = step;
        return IntStream.rangeClosed(first, last).filter(epoch -> epoch == first || epoch == last || epoch % every == 0).toArray();
    }
}
