package org.digitscope.plot;

/** A rectangle, in pixels from a picture's upper left corner. */
public record Box(double x, double y, double width, double height) {

    /** Pixels below which a distance is none. */
    private static final double ROUNDING = 1e-6;

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public boolean overlaps(Box other) {
        return x < other.right() - ROUNDING && other.x < right() - ROUNDING && y < other.bottom() - ROUNDING
                && other.y < bottom() - ROUNDING;
    }

    /** Whether a point lies in it; a point that is nowhere doesn't. */
    public boolean holds(double pointX, double pointY) {
        return pointX >= x && pointX <= right() && pointY >= y && pointY <= bottom();
    }

    public boolean isWithin(Box outer) {
        return x >= outer.x - ROUNDING && y >= outer.y - ROUNDING && right() <= outer.right() + ROUNDING
                && bottom() <= outer.bottom() + ROUNDING;
    }
}
