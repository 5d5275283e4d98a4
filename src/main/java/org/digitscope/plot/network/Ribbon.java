package org.digitscope.plot.network;

/**
 * A curve of even width that runs level, bends once and runs level again: with t = (x − x₀)/(x₁ − x₀) it is in its bend at
 *
 * <pre>
 *   y(t) = y₀ + (y₁ − y₀)·t²·(3 − 2t)
 * </pre>
 *
 * <p>which is the cubic Bézier curve through both ends with its handles at a third and two thirds of the way.
 *
 * @param from the column where it begins, at or before x₀
 * @param x0 where the bend begins
 * @param x1 where the bend ends
 * @param to the column where it ends, at or behind x₁
 * @param width across the curve, in pixels
 */
public record Ribbon(double from, double x0, double y0, double x1, double y1, double to, double width) {

    /** Its middle in a column. */
    public double y(double x) {
        double t = share(x);
        return y0 + (y1 - y0) * t * t * (3 - 2 * t);
    }

    /** How high it is in a column: the steeper, the higher. */
    public double height(double x) {
        double t = share(x);
        double slope = x1 > x0 ? (y1 - y0) * 6 * t * (1 - t) / (x1 - x0) : 0;
        return width * Math.sqrt(1 + slope * slope);
    }

    /** How far a point is from the ribbon's edge, in rows; 0 within it, infinite beside its ends. */
    public double distance(double x, double y) {
        return x < from || x > to ? Double.POSITIVE_INFINITY : Math.max(0, Math.abs(y - y(x)) - height(x) / 2);
    }

    private double share(double x) {
        return x1 > x0 ? Math.max(0, Math.min(1, (x - x0) / (x1 - x0))) : x < x0 ? 0 : 1;
    }
}
