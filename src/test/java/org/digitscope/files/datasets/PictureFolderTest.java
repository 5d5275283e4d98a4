package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures whose folder or name says their class. */
class PictureFolderTest {

    private static final Dataset DIGITS = Examples.pictures(10, 1);

    @TempDir
    private Path folder;

    @Test
    void classFoldersMayHaveWordsForNames() throws IOException {
        for (String name : new String[] {"zero", "Three", "NINE"}) {
            write(name + "/a.png");
        }
        LoadedDigits read = DigitFiles.read(folder, Progress.NONE);
        assertArrayEquals(new int[] {1, 0, 0, 1, 0, 0, 0, 0, 0, 1}, read.training().labelCounts());
        assertEquals(folder, DigitFiles.whole(folder.resolve("Three/a.png")).toAbsolutePath());
        assertEquals(List.of(), read.notices());
    }

    @Test
    void classFoldersOfFashionMnistGiveTheClassesTheirNames() throws IOException {
        for (String name : new String[] {"T-shirt_top", "trouser", "Ankle boot", "bag"}) {
            write(name + "/a.png");
        }
        LoadedDigits read = DigitFiles.read(folder, Progress.NONE);
        assertArrayEquals(new int[] {1, 1, 0, 0, 0, 0, 0, 0, 1, 1}, read.training().labelCounts());
        assertEquals(ClassNames.FASHION, read.suggested().classes());
        assertEquals(folder, DigitFiles.whole(folder.resolve("bag/a.png")).toAbsolutePath());
    }

    @Test
    void foldersThatAreNoClassAreNamed() throws IOException {
        write("1/a.png");
        write("2/a.png");
        write("10/a.png");
        assertEquals(List.of("Left out: the folder 10, as it is no class from 0 to 9."), DigitFiles.read(folder, Progress.NONE).notices());
        write("a/a.png");
        write("b.png");
        assertEquals(List.of("Left out: 2 folders (10; a), as each is no class from 0 to 9.",
                "Left out: the file b.png, as it is no picture in such a folder."), DigitFiles.read(folder, Progress.NONE).notices());
    }

    @Test
    void aThirdFolderBesideTrainingAndTestIsNamed() throws IOException {
        for (String half : new String[] {"train", "test", "val"}) {
            write(half + "/1/a.png");
            write(half + "/2/a.png");
        }
        LoadedDigits read = DigitFiles.read(folder, Progress.NONE);
        assertEquals(2, read.test().orElseThrow().size());
        assertEquals(List.of("Left out: val."), read.notices());
    }

    @Test
    void namesMayBeginWithTheDigit() throws IOException {
        for (String name : new String[] {"3_0001.png", "label-4-17.png", "7 a.png", "Digit_0_x.png", "10_1.png"}) {
            write(name);
        }
        refused("holds 10_1.png, whose name doesn't begin with a digit; expected names such as 3_0001.png");
        Files.delete(folder.resolve("10_1.png"));
        assertArrayEquals(new int[] {1, 0, 0, 1, 1, 0, 0, 1, 0, 0}, DigitFiles.read(folder, Progress.NONE).training().labelCounts());
        assertEquals(folder, DigitFiles.whole(folder.resolve("3_0001.png")).toAbsolutePath());
        write("5.png");
        refused("holds 5.png, whose name doesn't begin with a digit");
    }

    @Test
    void namedPicturesMayLieInTwoFolders() throws IOException {
        for (String name : new String[] {"train/1_a.png", "train/2_a.png", "test/3_a.png"}) {
            write(name);
        }
        LoadedDigits read = DigitFiles.read(DigitFiles.whole(folder.resolve("test/3_a.png")), Progress.NONE);
        assertEquals(2, read.training().size());
        assertEquals(3, read.test().orElseThrow().label(0));
    }

    @Test
    void picturesAreNamedFromTheChosenFolderOn() throws IOException {
        for (String name : new String[] {"train/3/a.png", "test/4/b.png"}) {
            write(name);
        }
        Files.writeString(folder.resolve("test/4/notes.txt"), "x");
        Files.createDirectories(folder.resolve("test/eleven"));
        LoadedDigits read = DigitFiles.read(folder, Progress.NONE);
        assertEquals(List.of("Left out: the folder test/eleven, as it is no class from 0 to 9.",
                "Left out: the file test/4/notes.txt, as it is no picture in such a folder."), read.notices());
        Files.write(folder.resolve("test/4/broken.png"), new byte[100]);
        refused("test/4/broken.png is no picture that can be read");
        Files.delete(folder.resolve("train/3/a.png"));
        Files.delete(folder.resolve("train/3"));
        write("train/broken.png");
        refused("holds train/broken.png, whose name doesn't begin with a digit");
    }

    @Test
    void theNumberOfPicturesThatWereInvertedIsSaid() throws IOException {
        write("3/a.png");
        write("4/a.png");
        invert("4/a.png");
        write("4/b.png");
        assertEquals(List.of("Fitted as drawings are, and inverted: dark ink on white in 1 of 3 pictures."),
                DigitFiles.read(folder, Progress.NONE).notices());
        for (String name : new String[] {"train/3/a.png", "train/3/b.png", "test/3/a.png"}) {
            write(name);
        }
        invert("test/3/a.png");
        for (String name : new String[] {"3/a.png", "3", "4/a.png", "4/b.png", "4"}) {
            Files.delete(folder.resolve(name));
        }
        assertEquals(List.of("Fitted as drawings are, and inverted: dark ink on white in 1 of 1 picture in test."),
                DigitFiles.read(folder, Progress.NONE).notices());
    }

    private void invert(String name) throws IOException {
        BufferedImage picture = ImageIO.read(folder.resolve(name).toFile());
        for (int i = 0; i < 28 * 28; i++) {
            picture.getRaster().setSample(i % 28, i / 28, 0, 255 - picture.getRaster().getSample(i % 28, i / 28, 0));
        }
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = DIGITS.image(0);
        for (int i = 0; i < pixels.length; i++) {
            picture.getRaster().setSample(i % 28, i / 28, 0, pixels[i] & 0xFF);
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    private void refused(String problem) {
        String message = assertThrows(UnreadableFileException.class, () -> DigitFiles.read(folder, Progress.NONE)).getMessage();
        assertTrue(message.contains(problem), message);
    }
}
