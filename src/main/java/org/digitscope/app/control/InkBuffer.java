package org.digitscope.app.control;

import java.util.Arrays;

/** Ink on a square of paper, drawn in round-ended lines with soft edges. */
final class InkBuffer {

    private final int side;
    private final float[] ink;

    InkBuffer(int side) {
        this.side = side;
        ink = new float[side * side];
    }

    float[] ink() {
        return ink;
    }

    void clear() {
        Arrays.fill(ink, 0);
    }

    /** Draws, or with {@code erase} removes, a line between two points, in pixels. */
    void line(double x0, double y0, double x1, double y1, double radius, boolean erase) {
        int left = (int) Math.max(0, Math.min(x0, x1) - radius - 1);
        int right = (int) Math.min(side - 1, Math.max(x0, x1) + radius + 1);
        int top = (int) Math.max(0, Math.min(y0, y1) - radius - 1);
        int bottom = (int) Math.min(side - 1, Math.max(y0, y1) + radius + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double distance = distance(x + 0.5, y + 0.5, x0, y0, x1, y1);
                float cover = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
                int at = y * side + x;
                ink[at] = erase ? Math.min(ink[at], 1 - cover) : Math.max(ink[at], cover);
            }
        }
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
        return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
    }
}
