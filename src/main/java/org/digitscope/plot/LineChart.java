package org.digitscope.plot;

import java.util.List;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;

/** A chart of one line that spans its values. */
public final class LineChart {

    /** Of the values' span, above and below the line. */
    private static final double MARGIN = 0.08;
    /** Of the largest value: a line that never moves lies in the middle of an axis whose numbers are still short. */
    private static final double LEAST_MARGIN = 0.01;
    /** Below this all values are as good as 0 where accuracies and losses are shown. */
    private static final double SMALL = 0.1;

    private LineChart() {
    }

    /**
     * @param x ascending, at least one
     * @param y as many
     * @param markers vertical lines with a word
     */
    public static ChartModel of(String title, String xTitle, String yTitle, double[] x, double[] y, List<Marker> markers) {
        Scale across = new Scale.Linear(x[0], x[x.length - 1]);
        return new ChartModel(title, xTitle, yTitle, across, axis(y),
                List.of(Series.of(title, Role.TRAINING, Kind.LINE, x, y)), markers);
    }

    /** The axis that holds these values with some room above and below them. */
    static Scale axis(double[] y) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : y) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double margin = Math.max(MARGIN * (high - low), LEAST_MARGIN * Math.max(SMALL, Math.max(Math.abs(low), Math.abs(high))));
        return new Scale.Linear(low - margin, high + margin);
    }
}
