package org.digitscope.files;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.digitscope.drawing.GrayImage;

/** Turns decoded pictures, of whatever colour model, into brightness from 0 to 1, laid on white. */
public final class Brightness {

    private Brightness() {
    }

    /**
     * A picture given as colours.
     *
     * @param argb width · height pixels, row by row: opacity, red, green and blue in eight bits each
     */
    public static GrayImage ofArgb(int width, int height, int[] argb) {
        float[] values = new float[argb.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofArgb(argb[i]);
        }
        return new GrayImage(width, height, values);
    }

    static GrayImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        float[] values = new float[width * height];
        ColorModel colors = picture.getColorModel();
        boolean isGrey = !(colors instanceof IndexColorModel) && colors.getNumColorComponents() == 1;
        for (int row = 0; row < height; row++) {
            if (isGrey) {
                readGrey(picture.getRaster(), colors, row, values);
            } else {
                readColors(picture, row, values);
            }
        }
        return new GrayImage(width, height, values);
    }

    /** Taken from the raster as it is: getRGB would take grey for linear light and brighten it. */
    private static void readGrey(Raster raster, ColorModel colors, int row, float[] values) {
        int width = raster.getWidth();
        int[] samples = new int[width];
        int[] opacities = new int[width];
        float white = (1 << colors.getComponentSize(0)) - 1;
        raster.getSamples(0, row, width, 1, 0, samples);
        if (colors.hasAlpha()) {
            raster.getSamples(0, row, width, 1, 1, opacities);
        }
        for (int column = 0; column < width; column++) {
            float opacity = colors.hasAlpha() ? opacities[column] / white : 1;
            values[row * width + column] = onWhite(samples[column] / white, opacity);
        }
    }

    private static void readColors(BufferedImage picture, int row, float[] values) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, row, width, 1, null, 0, width);
        for (int column = 0; column < width; column++) {
            values[row * width + column] = ofArgb(pixels[column]);
        }
    }

    private static float ofArgb(int argb) {
        // ITU-R BT.601, as television and JPEG weigh red, green and blue
        float sum = 0.299f * (argb >> 16 & 0xFF) + 0.587f * (argb >> 8 & 0xFF) + 0.114f * (argb & 0xFF);
        return onWhite(sum / 255, (argb >>> 24) / 255f);
    }

    private static float onWhite(float brightness, float opacity) {
        return brightness * opacity + (1 - opacity);
    }
}
