package org.digitscope.plot;

/**
 * Equal squares in a rectangle, row by row.
 *
 * @param columns squares side by side
 * @param rows rows of squares
 * @param cell side of a square without its gap, in pixels
 * @param gap distance between two squares, in pixels
 */
public record Tiling(int columns, int rows, int cell, int gap) {

    /** Pixels of a heatmap's side: at whole multiples every pixel is equally large. */
    private static final int PICTURE = 28;
    /** A multiple is preferred unless it loses 15 % of the side. */
    private static final double CRISP_SHARE = 0.85;

    /** As {@link #of(int, double, double, int, int)}, with sides that are multiples of 28 if that costs little. */
    public static Tiling of(int count, double width, double height, int gap) {
        return of(count, width, height, gap, PICTURE);
    }

    /**
     * Makes {@code count} squares as large as possible. Of the layouts that allow this size it takes the one with the
     * fewest empty places, and of these the one with the most room. A cell has at least 1 pixel, even if the rectangle
     * is too small for that.
     *
     * @param count at least 1
     * @param width of the rectangle, in pixels
     * @param height of the rectangle, in pixels
     * @param multiple of this many pixels the side is preferably a multiple, if that loses less than 15 % of it;
     *         1 for as large as possible
     */
    public static Tiling of(int count, double width, double height, int gap, int multiple) {
        if (count < 1) {
            throw new IllegalArgumentException("a tiling has at least one square, not " + count);
        }
        int best = 1;
        for (int columns = 2; columns <= count; columns++) {
            if (room(count, columns, width, height, gap) > room(count, best, width, height, gap)) {
                best = columns;
            }
        }
        int cell = side(room(count, best, width, height, gap), multiple);
        for (int columns = 1; columns <= count; columns++) {
            double room = room(count, columns, width, height, gap);
            int fewer = empty(count, best) - empty(count, columns);
            if (room >= cell && (fewer > 0 || fewer == 0 && room > room(count, best, width, height, gap))) {
                best = columns;
            }
        }
        return new Tiling(best, rows(count, best), cell, gap);
    }

    private static int side(double largest, int multiple) {
        int cell = Math.max(1, (int) largest);
        int crisp = cell / multiple * multiple;
        return crisp > CRISP_SHARE * cell ? crisp : cell;
    }

    /** The side of the largest square of which {@code columns} lie side by side. */
    private static double room(int count, int columns, double width, double height, int gap) {
        return Math.min((width + gap) / columns, (height + gap) / rows(count, columns)) - gap;
    }

    private static int empty(int count, int columns) {
        return columns * rows(count, columns) - count;
    }

    private static int rows(int count, int columns) {
        return (count + columns - 1) / columns;
    }

    public int x(int index) {
        return index % columns * (cell + gap);
    }

    public int y(int index) {
        return index / columns * (cell + gap);
    }

    public int width() {
        return columns * (cell + gap) - gap;
    }

    public int height() {
        return rows * (cell + gap) - gap;
    }

    /** The place at a point, or −1 between squares and outside; the last row may have places without a square. */
    public int indexAt(double x, double y) {
        int column = (int) Math.floor(x / (cell + gap));
        int row = (int) Math.floor(y / (cell + gap));
        boolean inside = x >= 0 && y >= 0 && column < columns && row < rows
                && x - column * (cell + gap) < cell && y - row * (cell + gap) < cell;
        return inside ? row * columns + column : -1;
    }
}
