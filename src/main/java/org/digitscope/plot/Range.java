package org.digitscope.plot;

import java.util.List;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Window;

/** Lowest and highest of some values; where there are none the lowest is +∞ and the highest −∞. */
record Range(double lowest, double highest) {

    /** Of the finite values of series in a window, bands with both edges. */
    static Range of(List<Series> series, Window window) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Series each : series) {
            for (int i = 0; i < each.x().length; i++) {
                if (each.x()[i] >= window.from() && each.x()[i] <= window.to()) {
                    lowest = Double.isFinite(each.low()[i]) ? Math.min(lowest, each.low()[i]) : lowest;
                    highest = Double.isFinite(each.high()[i]) ? Math.max(highest, each.high()[i]) : highest;
                }
            }
        }
        return new Range(lowest, highest);
    }

    boolean isEmpty() {
        return !(lowest <= highest);
    }
}
