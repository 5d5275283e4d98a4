package org.digitscope.drawing;

/** The smallest upright rectangle around something. */
record Box(double left, double top, double right, double bottom) {

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double longerSide() {
        return Math.max(width(), height());
    }

    Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }
}
