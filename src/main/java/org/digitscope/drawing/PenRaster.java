package org.digitscope.drawing;

import java.util.List;

/**
 * Draws lines of a round pen into pixels. A pixel gets the share of it that the pen covers, computed from the distance d of
 * its middle to the line, min(1, w)·clamp(w/2 − d + ½, 0, 1) for a pen w pixels wide: exact along straight edges. Where lines
 * cross, the stronger ink counts.
 */
final class PenRaster {

    /** Room for rounding when distances are compared, in pixels. */
    private static final double ROUNDING = 1e-6;

    private final int columns;
    private final int rows;
    private final float[] ink;

    private PenRaster(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        ink = new float[columns * rows];
    }

    /** @return amounts of ink from 0 to 1, row by row; one unit of the drawing is one pixel */
    static float[] draw(PenLines drawing, int columns, int rows) {
        PenRaster raster = new PenRaster(columns, rows);
        for (PenLine line : drawing.lines()) {
            raster.draw(line);
        }
        return raster.ink;
    }

    private void draw(PenLine line) {
        List<Point> points = line.points();
        for (int i = 0; i < points.size(); i++) {
            draw(points.get(Math.max(0, i - 1)), points.get(i), line.width());
        }
    }

    private void draw(Point from, Point to, double width) {
        double reach = width / 2 + 0.5;
        double darkest = Math.min(1, width);
        int left = (int) Math.max(0, Math.floor(Math.min(from.x(), to.x()) - reach));
        int right = (int) Math.min(columns - 1, Math.ceil(Math.max(from.x(), to.x()) + reach));
        int top = (int) Math.max(0, Math.floor(Math.min(from.y(), to.y()) - reach));
        int bottom = (int) Math.min(rows - 1, Math.ceil(Math.max(from.y(), to.y()) + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int at = row * columns + column;
                double square = squareDistance(column + 0.5, row + 0.5, from, to);
                // only what is nearer than this gives more ink than there is
                double nearer = reach - ink[at] / darkest + ROUNDING;
                if (square < nearer * nearer) {
                    double covered = Math.min(1, reach - distance(column + 0.5, row + 0.5, from, to));
                    ink[at] = Math.max(ink[at], (float) (darkest * covered));
                }
            }
        }
    }

    /** From a place to the nearest one of a straight piece. */
    static double distance(double x, double y, Point from, Point to) {
        double nearest = nearest(x, y, from, to);
        return Math.hypot(x - from.x() - nearest * (to.x() - from.x()), y - from.y() - nearest * (to.y() - from.y()));
    }

    /** The square of {@link #distance}, but for rounding; computed much faster. */
    private static double squareDistance(double x, double y, Point from, Point to) {
        double nearest = nearest(x, y, from, to);
        double across = x - from.x() - nearest * (to.x() - from.x());
        double down = y - from.y() - nearest * (to.y() - from.y());
        return across * across + down * down;
    }

    /** How far from one end to the other of a straight piece its place lies that is nearest: from 0 to 1. */
    private static double nearest(double x, double y, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double share = square == 0 ? 0 : ((x - from.x()) * dx + (y - from.y()) * dy) / square;
        return Math.max(0, Math.min(1, share));
    }
}
