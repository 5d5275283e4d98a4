package org.digitscope.drawing;

/** x ↦ xx·x + xy·y + dx and y ↦ yy·y + dy: all that fitting a digit needs, which never tilts its lines of writing. */
record Affine(double xx, double xy, double yy, double dx, double dy) {

    static Affine scale(double x, double y) {
        return new Affine(x, 0, y, 0, 0);
    }

    static Affine move(double x, double y) {
        return new Affine(1, 0, 1, x, y);
    }

    /** Moves each row sideways by {@code slope} times its distance from the row {@code y}, which stays. */
    static Affine shear(double slope, double y) {
        return new Affine(1, slope, 1, -slope * y, 0);
    }

    Point apply(Point point) {
        return new Point(xx * point.x() + xy * point.y() + dx, yy * point.y() + dy);
    }
}
