package org.digitscope.plot.network;

import org.digitscope.data.Dataset;
import org.digitscope.plot.Box;
import org.digitscope.plot.ColorMap;
import org.ejml.data.FMatrixRMaj;

/** Paints pictures of numbers, point by point at the resolution of the screen, into a {@link RibbonRaster}. */
public final class Tiles {

    private static final int SIDE = Dataset.COLUMNS;
    /** The share of its square's side that a dot takes. */
    private static final double DOT = 0.5;

    private final RibbonRaster raster;
    private final int density;

    public Tiles(RibbonRaster raster) {
        this(raster, 1);
    }

    /** @param density how many pixels of the raster each pixel of a box has, to the side and down */
    public Tiles(RibbonRaster raster, int density) {
        this.raster = raster;
        this.density = density;
    }

    /** A picture's colour at one of its 28×28 points. */
    @FunctionalInterface
    public interface Picture {

        int argb(int pixel);
    }

    /** A picture of 28×28 points. */
    public void picture(Box box, Picture picture) {
        int[] colours = colours(picture);
        fill(box, SIDE, SIDE, 1, (column, row) -> colours[row * SIDE + column]);
    }

    /** A picture whose points fill only the middle of their squares, over what is there; points of no opacity are left out. */
    public void dots(Box box, Picture picture) {
        int[] colours = colours(picture);
        double pitch = box.width() / SIDE;
        double dot = Math.max(1, Math.floor(pitch * DOT));
        for (int pixel = 0; pixel < colours.length; pixel++) {
            int argb = colours[pixel];
            if (argb >>> 24 != 0) {
                double x = box.x() + Math.floor(pixel % SIDE * pitch + (pitch - dot) / 2);
                double y = box.y() + Math.floor(pixel / SIDE * pitch + (pitch - dot) / 2);
                fill(new Box(x, y, dot, dot), 1, 1, 1, (column, row) -> argb);
            }
        }
    }

    private static int[] colours(Picture picture) {
        int[] colours = new int[Dataset.PIXELS];
        for (int pixel = 0; pixel < colours.length; pixel++) {
            colours[pixel] = picture.argb(pixel);
        }
        return colours;
    }

    /**
     * What a neuron receives: of layer_1 a picture, of a later layer a strip with a stripe for each neuron of the layer before.
     *
     * @param kernel shape (inputs, neurons)
     * @param limit the weight that gets the strongest colour
     * @param opacity from 0 to 1
     */
    public void weights(Box box, FMatrixRMaj kernel, int neuron, double limit, boolean isFirst, double opacity) {
        fill(box, isFirst ? SIDE : kernel.numRows, isFirst ? SIDE : 1, opacity,
                (column, row) -> ColorMap.SIGNED.argb(kernel.data[(row * SIDE + column) * kernel.numCols + neuron], limit));
    }

    @FunctionalInterface
    private interface Points {

        int at(int column, int row);
    }

    private void fill(Box box, int columns, int rows, double opacity, Points points) {
        int left = (int) box.x() * density;
        int top = (int) box.y() * density;
        int width = (int) box.width() * density;
        int height = (int) box.height() * density;
        for (int y = Math.max(0, -top); y < height && top + y < raster.height(); y++) {
            for (int x = Math.max(0, -left); x < width && left + x < raster.width(); x++) {
                raster.pixels()[(top + y) * raster.width() + left + x] = pale(points.at(x * columns / width, y * rows / height), opacity);
            }
        }
    }

    private static int pale(int argb, double opacity) {
        if (opacity == 1) {
            return argb;
        }
        int alpha = (int) Math.round(255 * opacity);
        int r = (argb >> 16 & 0xFF) * alpha / 255;
        int g = (argb >> 8 & 0xFF) * alpha / 255;
        int b = (argb & 0xFF) * alpha / 255;
        return alpha << 24 | r << 16 | g << 8 | b;
    }
}
