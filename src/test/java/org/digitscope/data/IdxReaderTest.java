package org.digitscope.data;

import static org.digitscope.data.IdxBytes.gzip;
import static org.digitscope.data.IdxBytes.header;
import static org.digitscope.data.IdxBytes.images;
import static org.digitscope.data.IdxBytes.join;
import static org.digitscope.data.IdxBytes.labels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxReaderTest {

    private static final byte[] GOOD_LABELS = labels(7, 0, 9);

    @Test
    void readsUnsignedBytesInFileOrder() throws IOException {
        byte[] file = images(3);
        Dataset data = read(file, GOOD_LABELS);
        assertEquals(3, data.size());
        for (int image = 0; image < 3; image++) {
            int from = 16 + image * 784;
            assertArrayEquals(Arrays.copyOfRange(file, from, from + 784), data.image(image));
        }
        assertEquals(7, data.label(0));
        assertEquals(9, data.label(2));
    }

    @Test
    void tellsGzipByContentAndJoinsItsMembers() throws IOException {
        byte[] file = images(3);
        byte[] members = join(gzip(Arrays.copyOf(file, 900)), gzip(Arrays.copyOfRange(file, 900, file.length)));
        for (byte[] stored : new byte[][] {gzip(file), members}) {
            Dataset data = read(stored, gzip(GOOD_LABELS));
            assertArrayEquals(Arrays.copyOfRange(file, 16, 800), data.image(0));
            assertArrayEquals(Arrays.copyOfRange(file, 16 + 2 * 784, file.length), data.image(2));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void refusesWithTheFilesNameAndWhatWasExpected(String what, byte[] images, byte[] labels, String file, String part) {
        UnreadableFileException refusal =
                assertThrows(UnreadableFileException.class, () -> read(images, labels), what);
        assertTrue(refusal.getMessage().startsWith(file + " "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        assertTrue(!refusal.getMessage().contains("\n"), refusal.getMessage());
    }

    static Stream<Arguments> brokenFiles() {
        byte[] good = images(3);
        byte[] damaged = gzip(good);
        damaged[damaged.length / 2] ^= 0x55;
        String html = "<!DOCTYPE html><html><body>404</body></html>";
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 9912422\n";
        return Stream.of(
                broken("cut images", Arrays.copyOf(good, good.length - 1), GOOD_LABELS, "images", "promises 3 images but holds 2"),
                broken("cut labels", good, Arrays.copyOf(GOOD_LABELS, 10), "labels", "promises 3 labels but holds 2"),
                broken("cut header", Arrays.copyOf(good, 9), GOOD_LABELS, "images", "cut within its header"),
                broken("cut gzip", Arrays.copyOf(gzip(good), 700), GOOD_LABELS, "images", "cut"),
                broken("damaged gzip", damaged, GOOD_LABELS, "images", "gzip"),
                broken("too long images", join(good, new byte[1]), GOOD_LABELS, "images", "too long"),
                broken("too long labels", good, join(GOOD_LABELS, new byte[1]), "labels", "too long"),
                broken("empty", new byte[0], GOOD_LABELS, "images", "empty"),
                broken("HTML", html.getBytes(), GOOD_LABELS, "images", "HTML"),
                broken("HTML in gzip", gzip(html.getBytes()), GOOD_LABELS, "images", "HTML"),
                broken("Git LFS pointer", good, pointer.getBytes(), "labels", "Git LFS pointer"),
                broken("text", "hello world".getBytes(), GOOD_LABELS, "images", "not an IDX file"),
                broken("swapped", GOOD_LABELS, good, "labels", "holds images"),
                broken("labels as images", GOOD_LABELS, GOOD_LABELS, "images", "holds labels"),
                broken("other counts", images(4), GOOD_LABELS, "images", "labels holds 3 labels"),
                broken("floats", join(header(0x0D, 3, 28, 28), new byte[9408]), GOOD_LABELS, "images", "float (0x0D)"),
                broken("ints", good, join(header(0x0C, 3), new byte[12]), "labels", "int (0x0C)"),
                broken("unknown type", join(header(0x77, 3, 28, 28), new byte[9]), GOOD_LABELS, "images", "unknown (0x77)"),
                broken("32×32", join(header(8, 3, 32, 32), new byte[3072]), GOOD_LABELS, "images", "32×32"),
                broken("two dimensions", join(header(8, 3, 784), new byte[2352]), GOOD_LABELS, "images", "2 dimensions"),
                broken("label 10", good, labels(7, 10, 9), "labels", "label 10 at position 1"),
                broken("label 255", good, labels(7, 1, 255), "labels", "label 255 at position 2"),
                broken("no pictures", header(8, 0, 28, 28), header(8, 0), "labels", "promises 0 labels"),
                broken("huge claim", header(8, Integer.MAX_VALUE, 28, 28), GOOD_LABELS, "images", "2,147,483,647"),
                broken("negative claim", header(8, -1, 28, 28), GOOD_LABELS, "images", "4,294,967,295"),
                broken("claim beyond the file", header(8, 1_000_000, 28, 28), header(8, 1_000_000), "labels",
                        "promises 1,000,000 labels but holds 0"));
    }

    private static Arguments broken(String what, byte[] images, byte[] labels, String file, String part) {
        return Arguments.of(what, images, labels, file, part);
    }

    @Test
    void refusesAFileCutAnywhere() {
        byte[] plain = images(2);
        byte[] good = labels(1, 2);
        for (byte[] whole : new byte[][] {plain, gzip(plain)}) {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                String message = assertThrows(UnreadableFileException.class, () -> read(cut, good)).getMessage();
                assertTrue(message.startsWith("images "), message);
            }
        }
    }

    @Test
    void flippedBitsAndRandomBytesNeverCauseAnythingButARefusal() {
        Random random = new Random(1);
        byte[] whole = images(2);
        byte[] good = labels(1, 2);
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++) {
            byte[] bytes = trial % 3 == 0 ? gzip(whole) : whole.clone();
            if (trial % 3 == 1) {
                random.nextBytes(bytes);
                bytes = Arrays.copyOf(bytes, random.nextInt(100));
            } else {
                bytes[random.nextInt(Math.min(bytes.length, 60))] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                read(bytes, good);
            } catch (UnreadableFileException expected) {
                refused++;
            } catch (IOException other) {
                throw new AssertionError("another exception", other);
            }
        }
        assertTrue(refused > 1000, "refused " + refused);
    }

    @Test
    void aMissingFileAndAFolderAreRefusedByName(@TempDir Path folder) {
        IdxSource good = new IdxSource("labels", () -> new ByteArrayInputStream(GOOD_LABELS));
        for (Path file : new Path[] {folder.resolve("nothing-here"), folder}) {
            String message = assertThrows(UnreadableFileException.class,
                    () -> IdxReader.read("test", IdxSource.of(file), good)).getMessage();
            assertTrue(message.startsWith(file.getFileName() + " "), message);
        }
    }

    private static Dataset read(byte[] images, byte[] labels) throws IOException {
        return IdxReader.read("test", new IdxSource("images", () -> new ByteArrayInputStream(images)),
                new IdxSource("labels", () -> new ByteArrayInputStream(labels)));
    }
}
