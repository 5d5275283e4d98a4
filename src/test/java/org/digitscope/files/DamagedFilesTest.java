package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.data.UnreadableFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader, with every file cut, flipped, random and hostile: it reads it or refuses it in one sentence that names it, in time, and
 * writes nothing.
 */
class DamagedFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Up to here a file is cut at every length, and at every one of its last lengths; between them at some. */
    private static final int DENSE = 400;
    private static final int SPARSE = 11;
    private static final int FIRST_BYTES = 64;
    private static final int FLIPS = 100;
    private static final int RANDOM = 50;

    @TempDir
    private Path folder;
    private Path samples;
    private Path work;
    private long refused;
    /** Of all damages, one of so many is done. */
    private int every = 1;
    private int damages;

    @BeforeEach
    void makeFolders() throws IOException {
        samples = Files.createDirectory(folder.resolve("samples"));
        work = Files.createDirectory(folder.resolve("work"));
    }

    @ParameterizedTest
    @EnumSource
    void whateverHappensToAFileItIsReadOrRefusedByName(SampleFile kind) throws IOException {
        every = 5;
        damage(kind);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void whereverAFileIsDamagedItIsReadOrRefusedByName(SampleFile kind) throws IOException {
        damage(kind);
    }

    private void damage(SampleFile kind) throws IOException {
        Path sample = kind.write(samples);
        byte[] whole = Files.readAllBytes(sample);
        Path file = kind.prepare(samples, work);
        Files.write(file, whole);
        assertDoesNotThrow(() -> kind.read(file), "whole");
        long files = count();
        assertTimeoutPreemptively(LONGEST, () -> {
            cut(kind, file, whole);
            flip(kind, file, whole);
            randomize(kind, file, whole);
        });
        assertTrue(refused > 150 / every, "most of it was damage, but only " + refused + " files were refused");
        assertEquals(files, count(), "reading writes nothing");
        assertFalse(Files.exists(folder.resolve("evil")) || Files.exists(folder.getParent().resolve("evil")));
    }

    @Test
    void packedBytesThatUnfoldToTooMuchAreRefusedBeforeTheMemoryIsFull() throws IOException {
        Path npz = work.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(npz))) {
            zip.putNextEntry(new ZipEntry("layer_1.kernel.npy"));
            zip.write(NpyFile.bytes(new float[0], java.util.List.of(784, 100_000)));
            zeros(zip, 400);
        }
        refusedAs(SampleFile.NETWORK_NPZ, npz, "promises 78400000 values");
        Path csv = work.resolve("line.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(csv))) {
            gzip.write("7".repeat(1000).getBytes());
            zeros(gzip, 300);
        }
        refusedAs(SampleFile.TABLE, csv, "has a line of more than");
        Path project = work.resolve("bomb.digitscope");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(project))) {
            zip.putNextEntry(new ZipEntry("project.json"));
            zeros(zip, 420);
        }
        refusedAs(SampleFile.PROJECT, project, "unfolds to more than");
    }

    @Test
    void namesThatLeadOutOfAZipLeadNowhere() throws IOException {
        for (String name : new String[] {"../evil", "/tmp/evil", "..\\evil", "a/../../evil"}) {
            Path file = work.resolve("out.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (String entry : new String[] {name, "project.json", "model.weights.h5", "x_train.npy"}) {
                    zip.putNextEntry(new ZipEntry(entry));
                    zip.write(new byte[9]);
                }
            }
            for (SampleFile kind : new SampleFile[] {SampleFile.PROJECT, SampleFile.KERAS_ZIP, SampleFile.NETWORK_NPZ, SampleFile.DATA_NPZ}) {
                assertThrows(UnreadableFileException.class, () -> kind.read(file));
            }
            assertEquals(1, count());
        }
    }

    @Test
    void jsonThatIsNestedWithoutEndIsRefused() throws IOException {
        String deep = "[".repeat(100_000);
        Path drawings = Files.writeString(work.resolve("deep.json"), deep);
        refusedAs(SampleFile.DRAWINGS, drawings, "expected");
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        byte[] text = ("{\"a\":" + deep).getBytes();
        for (int i = 0; i < Long.BYTES; i++) {
            header.write((int) ((long) text.length >> 8 * i));
        }
        header.writeBytes(text);
        refusedAs(SampleFile.SAFETENSORS, Files.write(work.resolve("deep.safetensors"), header.toByteArray()), "expected");
    }

    private void cut(SampleFile kind, Path file, byte[] whole) throws IOException {
        for (int length = 0; length < whole.length; length += length < DENSE || length > whole.length - DENSE / 4 ? 1 : SPARSE) {
            tryReading(kind, file, Arrays.copyOf(whole, length), "cut to " + length + " of " + whole.length);
        }
        tryReading(kind, file, Arrays.copyOf(whole, whole.length + 77), "with zeros behind");
    }

    private void flip(SampleFile kind, Path file, byte[] whole) throws IOException {
        for (int bit = 0; bit < 8 * Math.min(FIRST_BYTES, whole.length); bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            tryReading(kind, file, flipped, "bit " + bit);
        }
        Random random = new Random(1);
        for (int round = 0; round < FLIPS; round++) {
            byte[] flipped = whole.clone();
            for (int flips = 0; flips <= round % 6; flips++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            tryReading(kind, file, flipped, "flips of round " + round);
        }
        for (int round = 0; round < FLIPS; round++) {
            // sizes and counts: four bytes that claim as much as they can, or something negative
            byte[] hostile = whole.clone();
            int at = random.nextInt(Math.max(1, Math.min(hostile.length, 2 * DENSE) - 4));
            Arrays.fill(hostile, at, Math.min(hostile.length, at + 1 + round % 8), (byte) (round % 2 == 0 ? 0xFF : 0x7F));
            tryReading(kind, file, hostile, "claims at " + at);
        }
    }

    private void randomize(SampleFile kind, Path file, byte[] whole) throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < RANDOM; round++) {
            byte[] bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
            System.arraycopy(whole, 0, bytes, 0, Math.min(bytes.length, Math.min(whole.length, round % 64)));
            tryReading(kind, file, bytes, "random round " + round);
        }
    }

    private void tryReading(SampleFile kind, Path file, byte[] bytes, String what) throws IOException {
        if (damages++ % every != 0) {
            return;
        }
        Files.write(file, bytes);
        try {
            kind.read(file);
        } catch (UnreadableFileException clear) {
            refused++;
            String text = clear.getMessage();
            assertTrue(text.startsWith(file.getFileName().toString()) && text.matches("[^\\n\\r]{20,600}"), what + ": " + text);
            assertTrue(text.matches("(?s).*(expected|should|must|promises|damaged|cut|too long|not allowed).*"), what + ": " + text);
            assertFalse(text.matches("(?s).*(\\bnull\\b|Exception|java\\.|io\\.jhdf).*"), what + ": " + text);
        } catch (IOException | RuntimeException | Error other) {
            throw new AssertionError(what, other);
        }
    }

    private static void refusedAs(SampleFile kind, Path file, String part) {
        String text = assertTimeoutPreemptively(LONGEST, () -> assertThrows(UnreadableFileException.class, () -> kind.read(file))).getMessage();
        assertTrue(text.startsWith(file.getFileName().toString()) && text.contains(part), text);
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
