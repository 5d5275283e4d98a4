package org.digitscope.plot.network;

import java.util.Arrays;

/**
 * Paints ribbons into pixels. As a ribbon has one middle in each column, its edges in a column are known at once and no outline has to
 * be built: hundreds take a millisecond, where a toolkit without a graphics card takes tens. Each pixel is covered by the share of it that the
 * ribbon fills, so a ribbon thinner than a pixel is fainter and not wider.
 */
public final class RibbonRaster {

    private static final int OPAQUE = 255;
    /** The bytes of two channels, each in half of a word, and 128 in each. */
    private static final int CHANNELS = 0x00FF00FF;
    private static final int HALVES = 0x00800080;

    private final int width;
    private final int height;
    /** 0xAARRGGBB, colours already multiplied by their opacity. */
    private final int[] pixels;

    public RibbonRaster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** 0xAARRGGBB with colours already multiplied by their opacity, row by row; changes with each call. */
    public int[] pixels() {
        return pixels;
    }

    /** 0xAARRGGBB with colours as they are, as picture files have them; a copy. */
    public int[] straight() {
        int[] straight = new int[pixels.length];
        for (int i = 0; i < straight.length; i++) {
            int a = pixels[i] >>> 24;
            straight[i] = a == 0 ? 0 : a << 24 | (pixels[i] >> 16 & 0xFF) * 255 / a << 16 | (pixels[i] >> 8 & 0xFF) * 255 / a << 8
                    | (pixels[i] & 0xFF) * 255 / a;
        }
        return straight;
    }

    /** Nothing is painted. */
    public void clear() {
        Arrays.fill(pixels, 0);
    }

    /**
     * Paints a ribbon over what is there.
     *
     * @param rgb colour 0xRRGGBB
     * @param opacity from 0 to 1
     * @param from where in the ribbon to begin, as a share of its way: 0 for its start
     * @param to where to end: 1 for its end
     */
    public void paint(Ribbon ribbon, int rgb, double opacity, double from, double to) {
        double way = ribbon.to() - ribbon.from();
        int first = Math.max(0, (int) Math.ceil(ribbon.from() + from * way - 0.5));
        int last = Math.min(width - 1, (int) Math.floor(ribbon.from() + to * way - 0.5));
        for (int x = first; x <= last; x++) {
            double middle = ribbon.y(x + 0.5);
            double half = ribbon.height(x + 0.5) / 2;
            column(x, middle - half, middle + half, rgb, opacity);
        }
    }

    /** Only the first and the last pixel can be covered in part. */
    private void column(int x, double top, double bottom, int rgb, double opacity) {
        int first = (int) Math.floor(top);
        int last = (int) Math.floor(bottom);
        if (first == last) {
            pixel(x, first, rgb, opacity * (bottom - top));
            return;
        }
        pixel(x, first, rgb, opacity * (first + 1 - top));
        int inside = (int) (OPAQUE * opacity + 0.5);
        int end = Math.min(height, last);
        for (int y = Math.max(0, first + 1); y < end; y++) {
            int at = y * width + x;
            pixels[at] = over(rgb, inside, pixels[at]);
        }
        pixel(x, last, rgb, opacity * (bottom - last));
    }

    private void pixel(int x, int y, int rgb, double opacity) {
        int alpha = (int) (OPAQUE * opacity + 0.5);
        if (alpha > 0 && y >= 0 && y < height) {
            int at = y * width + x;
            pixels[at] = over(rgb, alpha, pixels[at]);
        }
    }

    /** Porter and Duff's "over", of a colour with opacity {@code alpha}/255; two channels at a time, each in half of a word. */
    private static int over(int rgb, int alpha, int below) {
        int rest = OPAQUE - alpha;
        int redAndBlue = share((rgb & CHANNELS) * alpha + (below & CHANNELS) * rest);
        int alphaAndGreen = share((OPAQUE << 16 | rgb >> 8 & OPAQUE) * alpha + (below >>> 8 & CHANNELS) * rest);
        return alphaAndGreen << 8 | redAndBlue;
    }

    /** value/255, rounded, of each half of a word that holds a product of two bytes (Blinn 1995). */
    private static int share(int values) {
        int rounded = values + HALVES;
        return rounded + (rounded >>> 8 & CHANNELS) >>> 8 & CHANNELS;
    }
}
