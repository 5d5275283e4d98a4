package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A single wrong bit within numbers that are stored as they are shows in nothing but the checksum. */
class IntactEntryTest {

    @TempDir
    private Path folder;

    @Test
    void aNetworkWithOneWrongBitIsRefusedByName() throws IOException {
        for (String name : List.of("network.npz", "network.keras")) {
            Path file = folder.resolve(name);
            NetworkFiles.write(file, Examples.parameters(20, 1));
            NetworkFiles.read(file);
            damage(file);
            refused(file, () -> NetworkFiles.read(file));
        }
    }

    @Test
    void aDataSetWithOneWrongBitIsRefusedByName() throws IOException {
        Path file = folder.resolve("digits.npz");
        write(file);
        DigitFiles.read(file, Progress.NONE);
        damage(file);
        refused(file, () -> DigitFiles.read(file, Progress.NONE));
    }

    @Test
    void aProjectWithOneWrongBitIsRefusedByName() throws IOException {
        Path file = folder.resolve("numbers.digitscope");
        write(file);
        damage(file);
        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> ProjectFile.read(file));
        assertTrue(refused.getMessage().startsWith("numbers.digitscope is no zip file, or a damaged one"), refused.getMessage());
    }

    @Test
    void whatIsIntactIsReadWholeHoweverItIsReadAndWhatIsNotThrowsAtItsEnd() throws IOException {
        Path file = folder.resolve("digits.npz");
        write(file);
        try (ZipFile zip = new ZipFile(file.toFile()); InputStream in = IntactEntry.open(zip, zip.getEntry("y.npy"));
                InputStream plain = zip.getInputStream(zip.getEntry("y.npy"))) {
            byte[] whole = plain.readAllBytes();
            in.skipNBytes(10);
            assertTrue(in.read() == (whole[10] & 0xFF) && !in.markSupported());
            assertArrayEquals(Arrays.copyOfRange(whole, 11, whole.length), in.readAllBytes());
        }
        damage(file);
        try (ZipFile zip = new ZipFile(file.toFile()); InputStream in = IntactEntry.open(zip, zip.getEntry("x.npy"))) {
            assertThrows(ZipException.class, in::readAllBytes);
        }
    }

    /** 40 pictures and their labels. */
    private static void write(Path file) throws IOException {
        float[] pictures = new float[40 * 784];
        float[] labels = new float[40];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = i % 7 == 0 ? 255 : i % 50;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 10;
        }
        AtomicFile.write(file, out -> {
            ZipContent zip = new ZipContent(out);
            zip.put("x.npy", NpyFile.bytes(pictures, List.of(40, 28, 28)));
            zip.put("y.npy", NpyFile.bytes(labels, List.of(40)));
            zip.finish();
        });
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void refused(Path file, Executable reading) {
        UnreadableFileException refused = assertThrows(UnreadableFileException.class, reading);
        assertTrue(refused.getMessage().matches(file.getFileName() + "(, x)? is (a damaged zip file|damaged).*"), refused.getMessage());
    }
}
