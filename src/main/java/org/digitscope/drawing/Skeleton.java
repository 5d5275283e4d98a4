package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the lines that a pen may have drawn in a picture: its ink is told from paper by a threshold, brought to about 100
 * pixels, freed of specks and thinned to lines one pixel wide (T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for
 * thinning digital patterns", 1984). Neighbouring pixels of these lines become short lines of the pen.
 */
final class Skeleton {

    /** The eight neighbours clockwise from the one above. */
    private static final int[] ROW = {-1, -1, 0, 1, 1, 1, 0, -1};
    private static final int[] COLUMN = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int RIGHT = 2;
    private static final int LEFT = 6;
    private static final int BELOW = 4;
    /** Pixels of the smallest square that thinning would clear at once. */
    private static final int SQUARE = 4;

    private final Bitmap shape;
    private final List<PenLine> lines = new ArrayList<>();

    private Skeleton(Bitmap shape) {
        this.shape = shape;
    }

    /** The lines in a picture's ink, in its pixels; none where there is no ink. */
    static PenLines of(GrayImage ink) {
        return of(ink, Bitmap.LONGER_SIDE);
    }

    /**
     * The same, coarser or finer.
     *
     * @param longerSide pixels to which the ink is brought before it is thinned
     */
    static PenLines of(GrayImage ink, int longerSide) {
        Optional<Bitmap> shape = Bitmap.of(ink, longerSide);
        return new PenLines(shape.map(bitmap -> new Skeleton(bitmap).trace()).orElse(List.of()));
    }

    private List<PenLine> trace() {
        int area = shape.count();
        while (thin(false) | thin(true)) {
            continue;
        }
        // a round pen of width w that goes a way of length l covers w·l + π·w²/4
        int length = shape.count() - 1;
        double width = 2 * (Math.sqrt((double) length * length + Math.PI * area) - length) / Math.PI;
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                if (shape.get(row, column)) {
                    connect(row, column, width * shape.scale());
                }
            }
        }
        return lines;
    }

    /** Removes the outermost pixels on two sides, wherever no line would break or become shorter; tells whether there were any. */
    private boolean thin(boolean otherSides) {
        List<int[]> outermost = new ArrayList<>();
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                if (shape.get(row, column) && isOutermost(row, column, otherSides)) {
                    outermost.add(new int[] {row, column});
                }
            }
        }
        outermost.forEach(pixel -> shape.clear(pixel[0], pixel[1]));
        return !outermost.isEmpty();
    }

    private boolean isOutermost(int row, int column, boolean otherSides) {
        boolean[] ink = new boolean[ROW.length];
        int neighbours = 0;
        for (int i = 0; i < ink.length; i++) {
            ink[i] = shape.get(row + ROW[i], column + COLUMN[i]);
            neighbours += ink[i] ? 1 : 0;
        }
        int beginnings = 0;
        for (int i = 0; i < ink.length; i++) {
            beginnings += !ink[i] && ink[(i + 1) % ink.length] ? 1 : 0;
        }
        boolean open = otherSides ? !(ink[0] && ink[RIGHT] && ink[LEFT]) && !(ink[0] && ink[BELOW] && ink[LEFT])
                : !(ink[0] && ink[RIGHT] && ink[BELOW]) && !(ink[RIGHT] && ink[BELOW] && ink[LEFT]);
        return neighbours >= 2 && neighbours <= 6 && beginnings == 1 && open && !isAloneWithThree(row, column);
    }

    /** Whether a pixel begins a square of 2×2 that is all that is left of a blot: the square's other pixels go, and it stays. */
    private boolean isAloneWithThree(int row, int column) {
        int around = 0;
        for (int y = row - 1; y <= row + 2; y++) {
            for (int x = column - 1; x <= column + 2; x++) {
                around += shape.get(y, x) ? 1 : 0;
            }
        }
        return around == SQUARE && shape.get(row, column + 1) && shape.get(row + 1, column) && shape.get(row + 1, column + 1);
    }

    /** Lines to the neighbours right and below, and to diagonal ones that can't be reached over these. */
    private void connect(int row, int column, double width) {
        boolean right = shape.get(row, column + 1);
        boolean below = shape.get(row + 1, column);
        boolean left = shape.get(row, column - 1);
        add(right, row, column, 0, 1, width);
        add(below, row, column, 1, 0, width);
        add(!below && !right && shape.get(row + 1, column + 1), row, column, 1, 1, width);
        add(!below && !left && shape.get(row + 1, column - 1), row, column, 1, -1, width);
        boolean alone = true;
        for (int i = 0; i < ROW.length; i++) {
            alone &= !shape.get(row + ROW[i], column + COLUMN[i]);
        }
        add(alone, row, column, 0, 0, width);
    }

    private void add(boolean wanted, int row, int column, int down, int right, double width) {
        if (wanted) {
            Point from = shape.place(row, column);
            lines.add(new PenLine(down == 0 && right == 0 ? List.of(from) : List.of(from, shape.place(row + down, column + right)),
                    width));
        }
    }
}
