package org.digitscope.drawing;

/** Values between the middles of pixels: the mean of the four around, each weighted by how near it is. */
final class Bilinear {

    /** What a pixel has, inside of the picture and beside it. */
    interface Pixels {
        double at(int row, int column);
    }

    private Bilinear() {
    }

    /** @param row of the place, where whole numbers are the middles of pixels */
    static double at(Pixels pixels, double row, double column) {
        int above = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - above;
        double across = column - left;
        return (1 - down) * ((1 - across) * pixels.at(above, left) + across * pixels.at(above, left + 1))
                + down * ((1 - across) * pixels.at(above + 1, left) + across * pixels.at(above + 1, left + 1));
    }
}
