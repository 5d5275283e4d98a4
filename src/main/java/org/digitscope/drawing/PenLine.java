package org.digitscope.drawing;

import java.util.List;

/**
 * One stroke of a round pen.
 *
 * @param points where its middle went, at least one; a single one is a dot
 * @param width of the pen, in the unit of the points
 */
public record PenLine(List<Point> points, double width) {

    /** @throws IllegalArgumentException when there is no point */
    public PenLine {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a line has at least one point");
        }
    }
}
