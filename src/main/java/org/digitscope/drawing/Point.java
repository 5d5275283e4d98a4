package org.digitscope.drawing;

/**
 * A place on paper.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The place that lies {@code share} of the way from here to there. */
    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
