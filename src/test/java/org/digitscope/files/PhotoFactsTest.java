package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.GrayImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFactsTest {

    /** The corner of a picture that is stored as top left, and the neighbouring one that is stored as top right, as Exif 2.3 has them. */
    private static final String[] FIRST = {"top left", "top right", "bottom right", "bottom left", "top left", "top right", "bottom right",
        "bottom left"};
    private static final String[] SECOND = {"top right", "top left", "bottom left", "bottom right", "bottom left", "bottom right",
        "top right", "top left"};

    @TempDir
    private Path directory;

    @Test
    void aPhotographIsTurnedAsItsOrientationSays() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            GrayImage read = PictureFile.read(Files.write(directory.resolve("photo.jpg"), photograph(orientation)));
            boolean isOnItsSide = orientation > 4;
            assertEquals(isOnItsSide ? 32 : 64, read.width(), "orientation " + orientation);
            assertEquals(isOnItsSide ? 64 : 32, read.height(), "orientation " + orientation);
            assertEquals(0, corner(read, FIRST[orientation - 1]), 0.05, "the black corner of orientation " + orientation);
            assertEquals(0.5, corner(read, SECOND[orientation - 1]), 0.05, "the grey corner of orientation " + orientation);
        }
    }

    @Test
    void anOrientationThatIsNoneTurnsNothing() throws IOException {
        for (int orientation : new int[] {0, 9, 65535}) {
            GrayImage read = PictureFile.read(Files.write(directory.resolve("photo.jpg"), photograph(orientation)));
            assertEquals(64, read.width());
            assertEquals(0, corner(read, "top left"), 0.05);
        }
    }

    @Test
    void coloursForPrintingAreRefusedByTheirName() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 20, 20, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Path file = directory.resolve("print.jpg");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        assertEquals("print.jpg has its colours as CMYK, for printing; expected a JPEG picture with grey or RGB colours",
                assertThrows(UnreadableFileException.class, () -> PictureFile.read(file)).getMessage());
    }

    private static float corner(GrayImage picture, String where) {
        return picture.get(where.startsWith("top") ? 3 : picture.height() - 4, where.endsWith("left") ? 3 : picture.width() - 4);
    }

    /** 64×32, as stored black at the top left and grey at the top right, with a segment APP1 behind the first two bytes. */
    private static byte[] photograph(int orientation) throws IOException {
        BufferedImage picture = new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 64, 32);
        graphics.dispose();
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                picture.getRaster().setSample(x, y, 0, 0);
                picture.getRaster().setSample(63 - x, y, 0, 128);
            }
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", plain);
        byte[] jpeg = plain.toByteArray();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 34});
        all.write("Exif\0\0MM\0*\0\0\0\b\0\1".getBytes(StandardCharsets.ISO_8859_1));
        // tag 0x0112, one short number, and no further directory
        all.write(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, (byte) (orientation >> 8), (byte) orientation, 0, 0, 0, 0, 0, 0});
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }
}
