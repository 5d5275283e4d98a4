package org.digitscope.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as PNG. */
public final class Png {

    private Png() {
    }

    /**
     * The bytes of a PNG file.
     *
     * @param argb colours 0xAARRGGBB, row by row, a multiple of {@code width}
     */
    public static byte[] bytes(int[] argb, int width) {
        int height = argb.length / width;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can always be written", impossible);
        }
    }
}
