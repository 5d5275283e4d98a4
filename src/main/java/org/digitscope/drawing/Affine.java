package org.digitscope.drawing;

/** x ↦ xx·x + xy·y + dx and y ↦ yx·x + yy·y + dy. */
record Affine(double xx, double xy, double yx, double yy, double dx, double dy) {

    static Affine scale(double x, double y) {
        return scale(x, y, 0, 0);
    }

    /** Scales, then moves. */
    static Affine scale(double x, double y, double dx, double dy) {
        return new Affine(x, 0, 0, y, dx, dy);
    }

    static Affine move(double x, double y) {
        return scale(1, 1, x, y);
    }

    /** Moves each row sideways by {@code slope} times its distance from the row {@code y}, which stays. */
    static Affine shear(double slope, double y) {
        return new Affine(1, slope, 0, 1, -slope * y, 0);
    }

    /** Turns clockwise, as y goes down, by an angle in radians about a place that stays. */
    static Affine turn(double angle, Point about) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Affine(cos, -sin, sin, cos, about.x() - cos * about.x() + sin * about.y(), about.y() - sin * about.x() - cos * about.y());
    }

    Point apply(Point point) {
        return new Point(xx * point.x() + xy * point.y() + dx, yx * point.x() + yy * point.y() + dy);
    }
}
