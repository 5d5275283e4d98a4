package org.digitscope.app.file;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.digitscope.files.Png;

/** JavaFX pictures as PNG. */
public final class PngImage {

    private PngImage() {
    }

    /** The bytes of a PNG file. */
    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return Png.bytes(argb, width);
    }
}
