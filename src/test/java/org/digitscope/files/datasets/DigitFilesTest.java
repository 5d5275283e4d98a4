package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.project.TaughtDigitsFile;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitFilesTest {

    private static final Dataset TRAINING = Examples.pictures(12, 1);
    private static final Dataset TEST = Examples.pictures(5, 2);

    @TempDir
    private Path folder;

    @Test
    void everyNumpyTypeByteOrderVersionAndOrderGivesTheSamePictures() throws IOException {
        for (String type : List.of("|u1", "<u2", ">u2", "<i4", ">i4", "<i8", "<u8", "<f4", ">f4", "<f8", ">f8")) {
            for (boolean fortran : new boolean[] {false, true}) {
                for (int version = 1; version <= 3; version++) {
                    Path file = npz(type, fortran, version, version != 2, 1, 0);
                    same(DigitFiles.read(file, Progress.NONE), List.of());
                }
            }
        }
    }

    @Test
    void otherScalesAreNoticedAndBroughtBackOnce() throws IOException {
        same(DigitFiles.read(npz("<f4", false, 1, true, 1 / 255.0, 0), Progress.NONE),
                List.of("The values go from 0 to 1; they were multiplied by 255."));
        LoadedDigits standardized = DigitFiles.read(npz("<f8", false, 1, true, 1 / 78.0, -0.42), Progress.NONE);
        assertTrue(standardized.notices().get(0).contains("they were standardized"), standardized.notices().toString());
        assertPictures(TRAINING, standardized.sets(standardized.suggested()).training(), 1);
        LoadedDigits inverted = DigitFiles.read(npz("<f4", false, 1, true, -1, 255), Progress.NONE);
        same(inverted, List.of("The pictures are dark on light; they were inverted."));
    }

    @Test
    void tablesMayHaveHeadersQuotesAndAnySeparator() throws IOException {
        String[] ends = {"\n", "\r\n", "\r"};
        for (int variant = 0; variant < 24; variant++) {
            String separator = new String[] {",", ";", "\t"}[variant % 3];
            String text = csv(separator, ends[variant % ends.length], variant % 2 == 0, variant % 4 < 2, variant % 5 == 0);
            byte[] bytes = ((variant % 6 == 0 ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve("digits.csv");
            try (OutputStream out = variant % 7 == 0 ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
                out.write(bytes);
            }
            LoadedDigits loaded = DigitFiles.read(file, Progress.NONE);
            DigitSets sets = loaded.sets(loaded.suggested());
            assertEquals(10, sets.training().size(), "variant " + variant);
            assertEquals(2, sets.validation().size());
            assertEquals(sorted(TRAINING), sorted(sets.training(), sets.validation()), "variant " + variant);
        }
    }

    @Test
    void aTableWithoutLabelsIsReadAsOneAndRefusedForTraining() throws IOException {
        String text = csv(",", "\n", true, true, false).replaceAll("(?m)^[^,]*,", "");
        Path file = Files.writeString(folder.resolve("test.csv"), text);
        CsvDigits.Table table = new CsvDigits(file, Progress.NONE).read();
        assertTrue(!table.labelled() && table.labels().length == 12);
        refused(file, "has no labels");
    }

    @Test
    void picturesInClassFoldersComeInTheOrderOfTheirNumbers() throws IOException {
        for (int digit : new int[] {3, 7}) {
            Path each = Files.createDirectories(folder.resolve("pictures").resolve(String.valueOf(digit)));
            for (int i : new int[] {10, 2, 1}) {
                ImageIO.write(picture(TRAINING.image(i)), "png", each.resolve("d" + i + ".png").toFile());
            }
            Files.writeString(each.resolve(".hidden.png"), "x");
            Files.writeString(each.resolve("notes.txt"), "x");
        }
        List<String> notices = new ArrayList<>();
        Dataset read = new PictureFolder("pictures", folder.resolve("pictures"), folder.resolve("pictures"), Progress.NONE, notices).read();
        assertEquals(List.of("Left out: 2 files (3/notes.txt; 7/notes.txt), as each is no picture in such a folder."), notices);
        assertEquals(6, read.size());
        int[] order = {1, 2, 10};
        for (int i = 0; i < 6; i++) {
            assertEquals(i < 3 ? 3 : 7, read.label(i));
            assertArrayEquals(TRAINING.image(order[i % 3]), read.image(i));
        }
    }

    @Test
    void picturesToLearnFromAndToCheckWithMayLieInFoldersOfTheirOwn() throws IOException {
        for (String half : new String[] {"training", "testing"}) {
            for (int digit : new int[] {3, 7}) {
                Path each = Files.createDirectories(folder.resolve("mnist_png").resolve(half).resolve(String.valueOf(digit)));
                ImageIO.write(picture(TRAINING.image(digit)), "png", each.resolve("1.png").toFile());
            }
        }
        LoadedDigits loaded = DigitFiles.read(folder.resolve("mnist_png"), Progress.NONE);
        assertEquals("mnist_png training", loaded.training().name());
        assertEquals(2, loaded.test().orElseThrow().size());
        assertEquals(7, loaded.test().orElseThrow().label(1));
        Path picture = folder.resolve("mnist_png/testing/3/1.png");
        assertEquals(folder.resolve("mnist_png"), DigitFiles.whole(picture));
        Files.move(folder.resolve("mnist_png/training"), folder.resolve("mnist_png/other"));
        assertEquals(folder.resolve("mnist_png/testing"), DigitFiles.whole(picture));
        assertEquals(folder.resolve("a/train-images-idx3-ubyte.gz"), DigitFiles.whole(folder.resolve("a/train-images-idx3-ubyte.gz")));
        assertEquals(folder.resolve("a/b.csv"), DigitFiles.whole(folder.resolve("a/b.csv")));
    }

    @Test
    void labelsAreFoundInATableThatIsSortedByThem() throws IOException {
        for (boolean labelFirst : new boolean[] {true, false}) {
            StringBuilder table = new StringBuilder();
            for (int i = 0; i < 900; i++) {
                String pixels = "0,".repeat(300) + i % 251 + ",0".repeat(483);
                table.append(labelFirst ? i / 300 + "," + pixels : pixels + "," + i / 300).append('\n');
            }
            Dataset all = DigitFiles.read(Files.writeString(folder.resolve("sorted.csv"), table), Progress.NONE).training();
            assertArrayEquals(new int[] {300, 300, 300, 0, 0, 0, 0, 0, 0, 0}, all.labelCounts());
            assertEquals(7, all.image(7)[300]);
        }
    }

    @Test
    void digitsThatLieOnTheirSideAreNoticedAndTurnedBackInEveryKindOfFile() throws IOException {
        Dataset upright = Mnist.load().training().head(1500);
        assertFalse(DigitFiles.read(idx(upright), Progress.NONE).suggested().transposed());
        LoadedDigits lying = DigitFiles.read(idx(upright.transposed()), Progress.NONE);
        assertTrue(lying.suggested().transposed());
        assertEquals(List.of("Rows and columns seem to be exchanged, as EMNIST's files have them."), lying.notices());
        assertPictures(upright, lying.sets(lying.suggested()).training(), 0);
        assertPictures(upright.transposed(), lying.sets(lying.suggested().withTransposed(false)).training(), 0);
        assertFalse(DigitFiles.read(npz("|u1", false, 1, true, 1, 0), Progress.NONE).suggested().transposed(), "noise lies no way");
    }

    @Test
    void fashionIsKnownByItsNameOrItsFirstLabelsAndHasNames() throws IOException {
        Path named = Files.move(idx(TRAINING), folder.resolve("fashion-mnist"));
        LoadedDigits loaded = DigitFiles.read(named, Progress.NONE);
        assertEquals(ClassNames.FASHION, loaded.sets(loaded.suggested()).classes());
        assertEquals("9 Ankle boot", loaded.sets(loaded.suggested()).classes().numbered(9));
        Dataset.Builder clothes = Dataset.builder("clothes", 14);
        for (int label : new int[] {9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9, 5, 5}) {
            clothes.add(TRAINING.image(label), label);
        }
        assertEquals(ClassNames.FASHION, DigitFiles.read(idx(clothes.build()), Progress.NONE).suggested().classes());
        assertEquals(ClassNames.DIGITS, DigitFiles.read(npz("|u1", false, 1, true, 1, 0), Progress.NONE).suggested().classes());
    }

    @Test
    void oneSetIsSplitBySeedAndShareSoThatEveryPictureIsInOnePart() throws IOException {
        LoadedDigits loaded = DigitFiles.read(Files.writeString(folder.resolve("d.csv"), csv(",", "\n", true, true, false)), Progress.NONE);
        SetChoices third = loaded.suggested().withShare(1 / 3.0);
        DigitSets sets = loaded.sets(third);
        assertEquals(8, sets.training().size());
        assertEquals(4, sets.validation().size());
        assertEquals(sorted(TRAINING), sorted(sets.training(), sets.validation()));
        assertEquals(sets.training().checksum(), loaded.sets(third).training().checksum());
        assertNotEquals(sets.training().checksum(), loaded.sets(third.withSeed(43)).training().checksum());
        for (double none : new double[] {0, -1, 0.95, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> third.withShare(none));
        }
    }

    @Test
    void darkInkIsNoticedInEveryKindOfFile() throws IOException {
        LoadedDigits dark = DigitFiles.read(idx(TRAINING.inverted()), Progress.NONE);
        assertEquals(List.of("The pictures are dark on light; they were inverted."), dark.notices());
        assertPictures(TRAINING, dark.sets(dark.suggested()).training(), 0);
        assertPictures(TRAINING, dark.sets(dark.suggested()).validation(), 0);
    }

    @Test
    void drawingsMadeInTheProgramAreADataSetToo() throws IOException {
        Sheet one = new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.5, 0.1), new Point(0.5, 0.9)), 0.065)));
        Path file = folder.resolve("mine.json");
        TaughtDigitsFile.write(file, new TaughtDigits(List.of(new TaughtDigits.Taught(1, one), new TaughtDigits.Taught(1, one),
                new TaughtDigits.Taught(7, one))));
        LoadedDigits read = DigitFiles.read(file, Progress.NONE);
        assertEquals(3, read.training().size());
        assertEquals(7, read.training().label(2));
        assertArrayEquals(one.fit(new MnistFit(FitStage.all())).orElseThrow().main(), read.training().image(0));
    }

    @Test
    void whatIsPackedWithGzipIsUnpackedAndNothingIsLeftOfIt() throws IOException {
        Path plain = npz("|u1", false, 1, true, 1, 0);
        Path packed = folder.resolve("mnist.npz.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        same(DigitFiles.read(packed, Progress.NONE), List.of());
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        Path file = npz("|u1", false, 1, true, 1, 0);
        String message = assertThrows(UnreadableFileException.class, () -> DigitFiles.read(file, share -> false)).getMessage();
        assertTrue(message.contains("cancelled"), message);
    }

    @Test
    void whatIsNoDataSetIsRefusedInOneSentence() throws IOException {
        refused(folder.resolve("nowhere.npz"), "does not exist");
        refused(Files.write(folder.resolve("digits"), new byte[] {(byte) 0x80, 3, '}', 2}), "is a Python pickle");
        Path packed = folder.resolve("mnist.pkl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(new byte[] {(byte) 0x80, 2, '(', 'c'});
        }
        refused(packed, "is a Python pickle (.pkl, .pt, joblib), which can run code when it is opened, so it is not; expected a data set");
        refused(Files.writeString(folder.resolve("text.csv"), "hello\nworld\n"), "has \"world\" in line 2");
        refused(Files.writeString(folder.resolve("short.csv"), "1,2,3\n4,5,6\n"), "has 3 cells in line 1");
        refused(Files.writeString(folder.resolve("label.csv"), csv(",", "\n", false, true, false).replaceFirst("(?m)^\\d+,", "11,")), "has the label 11 in line 1");
        refused(Files.write(folder.resolve("zip.npz"), new byte[] {'P', 'K', 3, 4, 0, 0}), "is a damaged zip file");
        refused(Files.createDirectories(folder.resolve("empty")), "holds nothing");
        byte[] label = ArrayBytes.npy("|u1", false, 1, new int[] {1}, new double[1]);
        refused(Files.write(folder.resolve("bomb.npz"), ArrayBytes.zip("y_train.npy", label, "x_train.npy",
                ArrayBytes.npy("|u1", false, 1, new int[] {2_000_000_000, 28, 28}, new double[0]))), "promises");
        refused(Files.write(folder.resolve("objects.npz"), ArrayBytes.zip("y_train.npy", label, "x_train.npy",
                ArrayBytes.npy("|O", false, 1, new int[] {1, 28, 28}, new double[0]))), "holds Python objects");
    }

    /** A folder of IDX files with these pictures to learn from and the first of them to check with. */
    private Path idx(Dataset data) throws IOException {
        Path path = Files.createDirectories(folder.resolve("idx"));
        for (String[] names : new String[][] {{"train-images-idx3-ubyte", "train-labels-idx1-ubyte"},
            {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}}) {
            ByteBuffer images = ByteBuffer.allocate(16 + data.size() * 784).putInt(2051).putInt(data.size()).putInt(28).putInt(28);
            ByteBuffer labels = ByteBuffer.allocate(8 + data.size()).putInt(2049).putInt(data.size());
            for (int i = 0; i < data.size(); i++) {
                images.put(data.image(i));
                labels.put((byte) data.label(i));
            }
            Files.write(path.resolve(names[0]), images.array());
            Files.write(path.resolve(names[1]), labels.array());
        }
        return path;
    }

    private void refused(Path file, String problem) {
        String message = assertThrows(UnreadableFileException.class, () -> DigitFiles.read(file, Progress.NONE)).getMessage();
        assertTrue(message.contains(problem) && message.contains("expected"), message);
    }

    private static void same(LoadedDigits loaded, List<String> notices) {
        assertEquals(notices, loaded.notices());
        assertPictures(TRAINING, loaded.sets(loaded.suggested()).training(), 0);
        assertPictures(TEST, loaded.sets(loaded.suggested()).validation(), 0);
    }

    private static void assertPictures(Dataset expected, Dataset actual, int tolerance) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.label(i), actual.label(i));
            for (int pixel = 0; pixel < 784; pixel++) {
                assertEquals(expected.image(i)[pixel] & 0xFF, actual.image(i)[pixel] & 0xFF, tolerance);
            }
        }
    }

    private static List<String> sorted(Dataset... sets) {
        return Arrays.stream(sets).flatMap(set -> IntStream.range(0, set.size())
                .mapToObj(i -> set.label(i) + Arrays.toString(set.image(i)))).sorted().toList();
    }

    private static String csv(String separator, String end, boolean header, boolean labelFirst, boolean quoted) {
        String pixelNames = "pixel" + (separator + "pixel").repeat(783);
        StringBuilder text = new StringBuilder(header ? (labelFirst ? "label" + separator + pixelNames : pixelNames + separator + "label") + end : "");
        for (int i = 0; i < TRAINING.size(); i++) {
            StringBuilder pixels = new StringBuilder();
            for (byte pixel : TRAINING.image(i)) {
                String cell = quoted ? "\"" + (pixel & 0xFF) + "\"" : String.valueOf(pixel & 0xFF);
                pixels.append(pixels.length() == 0 ? "" : separator).append(cell);
            }
            text.append(labelFirst ? TRAINING.label(i) + separator + pixels : pixels + separator + TRAINING.label(i)).append(end);
        }
        return text.toString();
    }

    /** Values are grey · factor + shift. */
    private Path npz(String type, boolean fortran, int version, boolean deflated, double factor, double shift) throws IOException {
        Path file = folder.resolve("mnist.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            DigitSets sets = new DigitSets(TRAINING, TEST);
            for (Dataset set : List.of(sets.training(), sets.validation())) {
                String end = set == TRAINING ? "_train.npy" : "_test.npy";
                double[] x = new double[set.size() * 784];
                double[] y = new double[set.size()];
                for (int i = 0; i < set.size(); i++) {
                    y[i] = set.label(i);
                    for (int pixel = 0; pixel < 784; pixel++) {
                        x[i * 784 + pixel] = (set.image(i)[pixel] & 0xFF) * factor + shift;
                    }
                }
                put(zip, "x" + end, ArrayBytes.npy(type, fortran, version, new int[] {set.size(), 28, 28}, x), deflated);
                put(zip, "y" + end, ArrayBytes.npy("<i8", false, version, new int[] {set.size()}, y), deflated);
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, boolean deflated) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (!deflated) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static BufferedImage picture(byte[] pixels) {
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            picture.getRaster().setSample(i % 28, i / 28, 0, pixels[i] & 0xFF);
        }
        return picture;
    }
}
