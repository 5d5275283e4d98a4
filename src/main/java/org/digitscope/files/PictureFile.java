package org.digitscope.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;

/** A picture of a digit from a PNG, JPEG, GIF or BMP file. */
public final class PictureFile {

    private static final long MAX_PIXELS = 40_000_000;
    private static final long MAX_BYTES = 50_000_000;

    private PictureFile() {
    }

    /**
     * Reads a picture and fits it as MNIST's are. A picture of 28×28 pixels, light on a black border, is one already and
     * is taken as it is.
     *
     * @return 784 grey values
     * @throws UnreadableFileException with a sentence that names the file, when it can't be read or shows no ink
     */
    public static byte[] readDigit(Path file) throws IOException {
        BufferedImage picture = decode(file);
        float[] brightness = brightness(picture);
        if (isMnistLike(picture, brightness)) {
            byte[] pixels = new byte[Dataset.PIXELS];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) Math.round(255 * brightness[i]);
            }
            return pixels;
        }
        return MnistFit.fit(GrayImage.ofBrightness(picture.getWidth(), picture.getHeight(), brightness))
                .orElseThrow(() -> new UnreadableFileException(file, "shows no ink, but a digit is expected"));
    }

    private static BufferedImage decode(Path file) throws IOException {
        checkFile(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadableFileException(file, "is not a PNG, JPEG, GIF or BMP picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                checkSize(file, reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (UnreadableFileException alreadyClear) {
            throw alreadyClear;
        } catch (IOException | RuntimeException damaged) {
            // decoders answer damaged files with many kinds of exception
            throw new UnreadableFileException(file, "is damaged: its picture can't be decoded");
        }
    }

    private static void checkFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException(file, "is a folder, but a picture is expected");
        }
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableFileException(file, "is empty, but a picture is expected");
            }
            if (size > MAX_BYTES) {
                throw new UnreadableFileException(file, String.format(Locale.ROOT,
                        "has %,d bytes, but a picture of at most %,d is expected", size, MAX_BYTES));
            }
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(file, "does not exist, but a picture is expected");
        }
    }

    private static void checkSize(Path file, int width, int height) throws IOException {
        if ((long) width * height > MAX_PIXELS) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "has %,d×%,d pixels, but at most %,d pixels are expected", width, height, MAX_PIXELS));
        }
    }

    /** Brightness of each pixel from 0 to 1, transparent parts white. */
    private static float[] brightness(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        int[] rgb = opaque.getRGB(0, 0, width, height, null, 0, width);
        float[] brightness = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int red = rgb[i] >> 16 & 0xFF;
            int green = rgb[i] >> 8 & 0xFF;
            int blue = rgb[i] & 0xFF;
            // the luma weights of Rec. 601; for grey pictures exactly their grey value
            brightness[i] = (299 * red + 587 * green + 114 * blue) / 255_000f;
        }
        return brightness;
    }

    private static boolean isMnistLike(BufferedImage picture, float[] brightness) {
        if (picture.getWidth() != Dataset.COLUMNS || picture.getHeight() != Dataset.ROWS) {
            return false;
        }
        float brightest = 0;
        for (int i = 0; i < brightness.length; i++) {
            int row = i / Dataset.COLUMNS;
            int column = i % Dataset.COLUMNS;
            boolean border = row == 0 || column == 0 || row == Dataset.ROWS - 1 || column == Dataset.COLUMNS - 1;
            if (border && brightness[i] > 0.5f) {
                return false;
            }
            brightest = Math.max(brightest, brightness[i]);
        }
        return brightest > 0.5f;
    }
}
