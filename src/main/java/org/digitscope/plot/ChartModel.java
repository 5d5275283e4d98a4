package org.digitscope.plot;

import java.util.List;

/**
 * All that is drawn of a chart, for the screen and for files alike.
 *
 * @param title above the chart
 * @param xTitle below it, with the unit
 * @param yTitle beside it, with the unit
 * @param series drawn in this order
 * @param markers vertical lines with a word
 */
public record ChartModel(String title, String xTitle, String yTitle, Scale x, Scale y, List<Series> series,
        List<Marker> markers) {

    public ChartModel {
        series = List.copyOf(series);
        markers = List.copyOf(markers);
    }

    /** What a series tells, and with that its colour in a {@link Palette}. */
    public enum Role implements SeriesColour {
        TRAINING,
        VALIDATION,
        /** The run before this one. */
        PREVIOUS
    }

    /** How a series is drawn. */
    public enum Kind {
        LINE,
        THIN_LINE,
        /** The area between {@code low} and {@code high}. */
        BAND,
        DOTS,
        /** A short level line at each point. */
        DASHES
    }

    /** How much a series stands out among the others. */
    public enum Emphasis {
        /** Thicker than usual. */
        STRONG,
        USUAL,
        /** Nearly as pale as the grid. */
        PALE
    }

    /**
     * Points of a series, in axis units. A point whose value is NaN makes a gap. The arrays are equally long and not
     * copied; nobody writes to them.
     *
     * @param role its colour
     * @param x ascending
     * @param low lower edge of a band, {@code y} itself otherwise
     * @param high upper edge of a band, {@code y} itself otherwise
     */
    public record Series(String name, SeriesColour role, Kind kind, Emphasis emphasis, double[] x, double[] y, double[] low, double[] high) {

        /** @throws IllegalArgumentException when the arrays differ in length */
        public Series {
            if (y.length != x.length || low.length != x.length || high.length != x.length) {
                throw new IllegalArgumentException("the series '" + name + "' has " + x.length + " places but "
                        + y.length + " values, " + low.length + " lower and " + high.length + " upper edges");
            }
        }

        /** A series as it usually looks. */
        public Series(String name, SeriesColour role, Kind kind, double[] x, double[] y, double[] low, double[] high) {
            this(name, role, kind, Emphasis.USUAL, x, y, low, high);
        }

        /** A series without a band. */
        public static Series of(String name, SeriesColour role, Kind kind, double[] x, double[] y) {
            return new Series(name, role, kind, x, y, y, y);
        }

        /** The same points with another look. */
        public Series with(Emphasis other) {
            return new Series(name, role, kind, other, x, y, low, high);
        }
    }

    /** A vertical line, as where the learning rate was changed. */
    public record Marker(double x, String label) {
    }
}
