package org.digitscope.files;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.List;
import org.digitscope.drawing.GrayImage;

/**
 * Turns decoded pictures, of whatever colour model, into brightness from 0 to 1, laid on white.
 *
 * <p>Ink must be seen in it: a picture that is hardly seen on white but on black, or hardly by its brightness but in its red, green or
 * blue alone, is taken so; and the colours count of one that is transparent everywhere, as some programs copy pictures.
 */
public final class Brightness {

    /** How many times the standard deviation of the brightness on white another view must have to be taken instead. */
    private static final double MUCH_PLAINER = 5;
    /** ITU-R BT.601, as television and JPEG weigh red, green and blue; then each of them alone. */
    private static final List<float[]> VIEWS = List.of(new float[] {0.299f, 0.587f, 0.114f}, new float[] {1, 0, 0},
            new float[] {0, 1, 0}, new float[] {0, 0, 1});
    private static final float BYTE = 255;

    private Brightness() {
    }

    /**
     * A picture given as colours.
     *
     * @param argb width · height pixels, row by row: opacity, red, green and blue in eight bits each
     */
    public static GrayImage ofArgb(int width, int height, int[] argb) {
        return new GrayImage(width, height, plainest(argb.length, new Colors(argb)));
    }

    static GrayImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        ColorModel colors = picture.getColorModel();
        boolean isGrey = !(colors instanceof IndexColorModel) && colors.getNumColorComponents() == 1;
        return isGrey ? new GrayImage(width, height, plainest(width * height, Greys.of(picture)))
                : ofArgb(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    /** What is known of each pixel, from 0 to 1. */
    private interface Pixels {

        float value(int pixel, float[] view);

        float opacity(int pixel);

        /** How many of the views may differ. */
        int views();
    }

    private record Colors(int[] argb) implements Pixels {

        @Override
        public float value(int pixel, float[] view) {
            int color = argb[pixel];
            return (view[0] * (color >> 16 & 0xFF) + view[1] * (color >> 8 & 0xFF) + view[2] * (color & 0xFF)) / BYTE;
        }

        @Override
        public float opacity(int pixel) {
            return (argb[pixel] >>> 24) / BYTE;
        }

        @Override
        public int views() {
            return VIEWS.size();
        }
    }

    private record Greys(int[] samples, int[] opacities, float white) implements Pixels {

        /** Taken from the raster as it is: getRGB would take grey for linear light and brighten it. */
        static Greys of(BufferedImage picture) {
            int width = picture.getWidth();
            int height = picture.getHeight();
            ColorModel colors = picture.getColorModel();
            int[] samples = picture.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
            int[] opacities = colors.hasAlpha() ? picture.getRaster().getSamples(0, 0, width, height, 1, (int[]) null) : null;
            return new Greys(samples, opacities, (1 << colors.getComponentSize(0)) - 1);
        }

        @Override
        public float value(int pixel, float[] view) {
            return samples[pixel] / white;
        }

        @Override
        public float opacity(int pixel) {
            return opacities == null ? 1 : opacities[pixel] / white;
        }

        @Override
        public int views() {
            return 1;
        }
    }

    private static float[] plainest(int count, Pixels pixels) {
        float least = 1;
        float most = 0;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, pixels.opacity(i));
            most = Math.max(most, pixels.opacity(i));
        }
        boolean opaque = least == 1 || most == 0;
        float[] usual = null;
        float[] plainest = null;
        double largest = 0;
        for (float[] view : VIEWS.subList(0, pixels.views())) {
            for (int page = 1; page >= (opaque ? 1 : 0); page--) {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    float opacity = opaque ? 1 : pixels.opacity(i);
                    values[i] = pixels.value(i, view) * opacity + page * (1 - opacity);
                }
                double deviation = deviation(values);
                if (usual == null || deviation > Math.max(largest, MUCH_PLAINER * deviation(usual))) {
                    plainest = values;
                    largest = deviation;
                }
                usual = usual == null ? values : usual;
            }
        }
        return plainest;
    }

    private static double deviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }
}
