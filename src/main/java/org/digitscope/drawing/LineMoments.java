package org.digitscope.drawing;

import java.util.List;

/**
 * Where the length of a drawing's lines lies: its mean row, and how its columns lean with its rows.
 *
 * @param y mean row
 * @param slope covariance of column and row through the variance of the rows; 0 where all lies in one row
 */
record LineMoments(double y, double slope) {

    /** A variance of the rows, through the square of the extent, that is but rounding: the lines are level and have no slope. */
    private static final double LEVEL = 1e-6;

    static LineMoments of(PenLines drawing) {
        double length = 0;
        double x = 0;
        double y = 0;
        double xy = 0;
        double yy = 0;
        for (PenLine line : drawing.lines()) {
            List<Point> points = line.points();
            for (int i = 1; i < points.size(); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                double piece = a.distance(b);
                // ∫ along a straight piece: of y the mean of its ends, of xy and yy Simpson's rule, which is exact
                double middleX = (a.x() + b.x()) / 2;
                double middleY = (a.y() + b.y()) / 2;
                length += piece;
                x += piece * middleX;
                y += piece * middleY;
                xy += piece * (a.x() * a.y() + 4 * middleX * middleY + b.x() * b.y()) / 6;
                yy += piece * (a.y() * a.y() + 4 * middleY * middleY + b.y() * b.y()) / 6;
            }
        }
        if (length == 0) {
            return new LineMoments(drawing.box().centre().y(), 0);
        }
        double covariance = xy / length - x / length * y / length;
        double variance = yy / length - y / length * y / length;
        double extent = drawing.box().longerSide();
        return new LineMoments(y / length, variance < LEVEL * extent * extent ? 0 : covariance / variance);
    }
}
