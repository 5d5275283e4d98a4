package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

    @TempDir
    private Path directory;

    @Test
    void everyFormatAndColourModelGivesTheSameDigit() throws IOException {
        byte[] expected = fit(save(seven(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK, Color.WHITE), "png"));
        int[] types = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_3BYTE_BGR};
        for (int type : types) {
            assertArrayEquals(expected, fit(save(seven(type, Color.BLACK, Color.WHITE), "png")), "type " + type);
            assertArrayEquals(expected, fit(save(seven(type, Color.WHITE, Color.BLACK), "png")), "inverse " + type);
        }
        BufferedImage picture = seven(BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE);
        for (String format : List.of("gif", "bmp")) {
            assertArrayEquals(expected, fit(save(picture, format)), format);
        }
        byte[] lossy = fit(save(picture, "jpg"));
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.abs((expected[i] & 0xFF) - (lossy[i] & 0xFF));
        }
        assertEquals(0, difference / expected.length, 3, "JPEG, mean difference of a pixel");
    }

    @Test
    void transparencyIsLaidOnWhite() throws IOException {
        byte[] expected = fit(save(seven(BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE), "png"));
        Color clear = new Color(0, 0, 0, 0);
        assertArrayEquals(expected, fit(save(seven(BufferedImage.TYPE_INT_ARGB, Color.BLACK, clear), "png")));
        assertEquals(0.8f, brightness(new Color(0, 0, 0, 51)), 1e-6, "a fifth of black");
    }

    @Test
    void inkOfAnyColourIsSeenOnAnyPlainPage() throws IOException {
        byte[] expected = fit(save(seven(BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE), "png"));
        Color[][] inkAndPage = {{Color.WHITE, new Color(0, 0, 0, 0)}, {Color.WHITE, new Color(255, 255, 255, 0)},
            {Color.BLACK, new Color(255, 255, 255, 0)}, {Color.YELLOW, new Color(0, 0, 0, 0)}, {Color.YELLOW, Color.WHITE},
            {Color.BLUE, Color.BLACK}, {Color.RED, new Color(0, 130, 0)}, {new Color(0, 0, 0, 0), new Color(255, 255, 255, 0)}};
        for (Color[] pair : inkAndPage) {
            assertArrayEquals(expected, fit(save(seven(BufferedImage.TYPE_INT_ARGB, pair[0], pair[1]), "png")),
                    pair[0] + " " + pair[0].getAlpha() + " on " + pair[1] + " " + pair[1].getAlpha());
        }
    }

    @Test
    void paleInkIsReadAsBlackInkIsWhereItIsClearAndElseItsContrastIsNamed() throws IOException {
        byte[] expected = fit(save(seven(BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE), "png"));
        assertArrayEquals(expected, fit(save(seven(BufferedImage.TYPE_INT_RGB, new Color(240, 240, 240), Color.WHITE), "png")));
        Path paler = save(seven(BufferedImage.TYPE_INT_RGB, new Color(251, 251, 251), Color.WHITE), "png");
        assertEquals("picture.png has too little contrast to tell ink from paper; expected a digit that is clearly darker or lighter than its "
                + "paper", assertThrows(UnreadableFileException.class, () -> PictureFile.readings(paler)).getMessage());
    }

    @Test
    void greyStaysTheGreyOfTheFile() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage fine = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int value = 0; value < 256; value++) {
            grey.getRaster().setSample(value, 0, 0, value);
            fine.getRaster().setSample(value, 0, 0, value * 257 - value % 2);
        }
        GrayImage read = PictureFile.read(save(grey, "png"));
        GrayImage readFine = PictureFile.read(save(fine, "png"));
        for (int value = 0; value < 256; value++) {
            assertEquals(value / 255f, read.get(0, value));
            assertEquals((value * 257 - value % 2) / 65535f, readFine.get(0, value));
        }
    }

    @Test
    void coloursCountByTheirBrightness() throws IOException {
        assertEquals(0.299f, brightness(Color.RED), 1e-6);
        assertEquals(0.587f, brightness(Color.GREEN), 1e-6);
        assertEquals(0.114f, brightness(Color.BLUE), 1e-6);
        assertEquals(1, brightness(Color.WHITE), 1e-6);
    }

    @Test
    void aSavedTestDigitComesBackToTheByte() throws IOException {
        byte[] digit = new byte[784];
        for (int i = 100; i < 600; i++) {
            digit[i] = (byte) (i * 31);
        }
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
            BufferedImage picture = new BufferedImage(28, 28, type);
            for (int i = 0; i < 784; i++) {
                for (int band = 0; band < picture.getRaster().getNumBands(); band++) {
                    picture.getRaster().setSample(i % 28, i / 28, band, digit[i] & 0xFF);
                }
            }
            for (String format : List.of("png", "bmp")) {
                assertArrayEquals(digit, fit(save(picture, format)), format);
            }
        }
    }

    @Test
    void aLargePhotographIsThinned() throws IOException {
        Path photograph = save(new BufferedImage(6000, 3000, BufferedImage.TYPE_BYTE_BINARY), "png");
        GrayImage read = PictureFile.read(photograph);
        assertEquals(2000, read.width());
        assertEquals(1000, read.height());
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        String expected = "; expected a PNG, JPEG, GIF or BMP picture";
        Path file = directory.resolve("seven.png");
        refused(file, "does not exist" + expected);
        Files.createFile(file);
        refused(file, "is empty" + expected);
        Files.writeString(file, "<!DOCTYPE html>");
        refused(file, "is a web page (HTML), as often comes instead of a file that was to be downloaded" + expected);
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\n");
        refused(file, "is a Git LFS pointer, which stands for a file that is still to be fetched with 'git lfs pull'" + expected);
        Files.write(file, new byte[100]);
        refused(file, "is no picture that can be read" + expected);
        refused(Files.createDirectory(directory.resolve("folder.png")), "is a folder" + expected);
    }

    @Test
    void tooManyPixelsAreRefusedBeforeTheyTakeMemory() throws IOException {
        byte[] header = Files.readAllBytes(save(seven(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK, Color.WHITE), "bmp"));
        // width and height of a BMP are at 18 and 22, little-endian
        header[19] = 32;
        header[23] = 32;
        Path bomb = Files.write(directory.resolve("bomb.bmp"), header);
        refused(bomb, "has 8252 × 8272 pixels; expected at most 40000000 in all");
    }

    /** A seven without smoothing, so that no colour model has to round it. */
    private static BufferedImage seven(int type, Color ink, Color paper) {
        BufferedImage picture = new BufferedImage(60, 80, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.setBackground(paper);
        graphics.clearRect(0, 0, 60, 80);
        graphics.setColor(ink);
        graphics.fillRect(10, 12, 30, 6);
        graphics.fillPolygon(new int[] {34, 40, 26, 20}, new int[] {18, 18, 62, 62}, 4);
        graphics.dispose();
        return picture;
    }

    private float brightness(Color color) throws IOException {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        pixel.setRGB(0, 0, color.getRGB());
        return PictureFile.read(save(pixel, "png")).get(0, 0);
    }

    private Path save(BufferedImage picture, String format) throws IOException {
        Path file = directory.resolve("picture." + format);
        assertTrue(ImageIO.write(picture, format, file.toFile()), format);
        return file;
    }

    private static byte[] fit(Path file) throws IOException {
        return Sheet.of(PictureFile.readings(file).get(0)).fit(new MnistFit(FitStage.all())).orElseThrow().main();
    }

    @Test
    void blankPaperIsRefusedAsADigit() throws IOException {
        Path blank = save(new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY), "png");
        assertEquals("picture.png shows no ink; expected a digit, dark on light or light on dark",
                assertThrows(UnreadableFileException.class, () -> PictureFile.readings(blank)).getMessage());
    }

    private static void refused(Path file, String expected) {
        String message = assertThrows(UnreadableFileException.class, () -> PictureFile.read(file)).getMessage();
        assertEquals(file.getFileName() + " " + expected, message);
    }
}
