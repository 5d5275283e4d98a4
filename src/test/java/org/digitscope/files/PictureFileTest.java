package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED})
    void darkOnLightAndLightOnDarkGiveTheSameDigitInEveryPixelFormat(int type) throws IOException {
        byte[] dark = PictureFile.readDigit(save(bar(type, Color.WHITE, Color.BLACK), "png"));
        byte[] light = PictureFile.readDigit(save(bar(type, Color.BLACK, Color.WHITE), "png"));
        assertArrayEquals(dark, light);
        assertEquals(255, Arrays.stream(unsigned(dark)).max().orElse(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "jpg"})
    void readsEachFileFormat(String format) throws IOException {
        byte[] digit = PictureFile.readDigit(save(bar(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK), format));
        byte[] png = PictureFile.readDigit(save(bar(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK), "png"));
        int[] a = unsigned(digit);
        int[] b = unsigned(png);
        for (int i = 0; i < 784; i++) {
            assertEquals(b[i], a[i], 60, "pixel " + i);
        }
    }

    @Test
    void transparentPaperIsPaper() throws IOException {
        BufferedImage picture = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(25, 10, 10, 40);
        byte[] expected = PictureFile.readDigit(save(bar(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK), "png"));
        assertArrayEquals(expected, PictureFile.readDigit(save(picture, "png")));
    }

    @Test
    void aSavedTestDigitComesBackAsItWas() throws IOException {
        byte[] seven = Mnist.load().validation().image(0);
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 784; i++) {
            picture.setRGB(i % 28, i / 28, (seven[i] & 0xFF) * 0x010101);
        }
        assertArrayEquals(seven, PictureFile.readDigit(save(picture, "png")));
    }

    @Test
    void refusesWhatIsNoPictureOfADigitWithTheFilesName() throws IOException {
        Path file = folder.resolve("digit.png");
        assertRefused(file, "does not exist");
        Files.write(file, new byte[0]);
        assertRefused(file, "empty");
        Files.writeString(file, "hello");
        assertRefused(file, "not a PNG");
        byte[] whole = Files.readAllBytes(save(bar(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK), "png"));
        Files.write(file, Arrays.copyOf(whole, 60));
        assertRefused(file, "damaged");
        byte[] huge = whole.clone();
        Arrays.fill(huge, 17, 19, (byte) 0x7F);
        Arrays.fill(huge, 21, 23, (byte) 0x7F);
        Files.write(file, huge);
        assertRefused(file, "at most 40,000,000 pixels");
        Files.copy(save(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB), "png"), file,
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused(file, "no ink");
        assertTrue(assertThrows(UnreadableFileException.class, () -> PictureFile.readDigit(folder)).getMessage()
                .contains("folder"));
    }

    private static void assertRefused(Path file, String part) {
        String message = assertThrows(UnreadableFileException.class, () -> PictureFile.readDigit(file)).getMessage();
        assertTrue(message.startsWith("digit.png ") && message.contains(part), message);
    }

    private static BufferedImage bar(int type, Color paper, Color ink) {
        BufferedImage picture = new BufferedImage(60, 60, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, 60, 60);
        graphics.setColor(ink);
        graphics.fillRect(25, 10, 10, 40);
        graphics.dispose();
        return picture;
    }

    private Path save(BufferedImage picture, String format) throws IOException {
        Path file = Files.createTempFile(folder, "picture", "." + format);
        assertTrue(ImageIO.write(picture, format, file.toFile()));
        return file;
    }

    private static int[] unsigned(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }
}
