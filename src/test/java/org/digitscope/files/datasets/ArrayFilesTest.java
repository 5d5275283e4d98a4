package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets whose arrays have names of their own, in one file or in several. */
class ArrayFilesTest {

    private static final Dataset TRAINING = Examples.pictures(12, 1);
    private static final Dataset TEST = Examples.pictures(5, 2);
    private static final String QMNIST = "The labels have eight columns, as QMNIST's have; the first is the class.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "x_train,y_train,x_test,y_test", "X_TRAIN,Y_TRAIN,X_TEST,Y_TEST", "train_images,train_labels,test_images,test_labels",
        "trainX,trainY,testX,testY", "Xtrain,ytrain,Xval,yval", "training_data,training_target,validation_data,validation_target",
        "train,train_labels,test,test_labels", "arr_0,arr_1,arr_2,arr_3"})
    void arraysOfANumpyFileAreKnownByTheNamesThatPeopleGiveThem(String a, String b, String c, String d) throws IOException {
        Path file = Files.write(folder.resolve("m.npz"), ArrayBytes.zip(a + ".npy", x(TRAINING), b + ".npy", y(TRAINING), c + ".npy", x(TEST),
                d + ".npy", y(TEST)));
        LoadedDigits read = DigitFiles.read(file, Progress.NONE);
        both(read, List.of());
        assertEquals("m.npz training", read.training().name());
    }

    @ParameterizedTest
    @CsvSource({"x,y", "data,target", "images,labels", "arr_1,arr_0", "mnist_imgs,mnist_lbls"})
    void twoArraysAreOneSet(String a, String b) throws IOException {
        Path file = Files.write(folder.resolve("m.npz"), ArrayBytes.zip(b + ".npy", y(TRAINING), a + ".npy", x(TRAINING)));
        one(file, List.of());
        assertEquals("m.npz", DigitFiles.read(file, Progress.NONE).training().name());
    }

    @Test
    void medmnistsLabelsInAColumnAreReadAndItsThirdSetIsNamedAsLeftOut() throws IOException {
        byte[] column = ArrayBytes.npy("|u1", false, 1, new int[] {12, 1}, ArrayBytes.labels(TRAINING));
        Path file = Files.write(folder.resolve("pathmnist.npz"), ArrayBytes.zip("train_images.npy", x(TRAINING), "train_labels.npy", column,
                "val_images.npy", x(TRAINING), "val_labels.npy", column, "test_images.npy", x(TEST), "test_labels.npy", y(TEST)));
        both(DigitFiles.read(file, Progress.NONE), List.of("Left out: val_images; val_labels."));
    }

    @Test
    void labelsMayBeOneHotAndMustThenBe() throws IOException {
        double[] columns = ArrayBytes.oneHot(TRAINING);
        Path file = folder.resolve("m.npz");
        Files.write(file, ArrayBytes.zip("x.npy", x(TRAINING), "y.npy", ArrayBytes.npy("<f4", false, 1, new int[] {12, 10}, columns)));
        one(file, List.of("The labels are one-hot: a column for each class."));
        columns[30 + (TRAINING.label(3) + 1) % 10] = 1;
        Files.write(file, ArrayBytes.zip("x.npy", x(TRAINING), "y.npy", ArrayBytes.npy("<f4", false, 1, new int[] {12, 10}, columns)));
        refused(file, "m.npz, y has a one-hot label at position 3 that isn't one 1 among nine 0");
    }

    @ParameterizedTest
    @CsvSource({"kmnist-train-imgs.npz,kmnist-train-labels.npz,kmnist-test-imgs.npz,kmnist-test-labels.npz",
        "x_train.npy,y_train.npy,x_test.npy,y_test.npy", "train-images.idx,train-labels.idx,t10k-images.idx,t10k-labels.idx",
        "emnist-digits-train-images-idx3-ubyte.gz,emnist-digits-train-labels-idx1-ubyte.gz,emnist-digits-test-images-idx3-ubyte.gz,"
            + "emnist-digits-test-labels-idx1-ubyte.gz",
        "TRAIN-IMAGES.IDX3-UBYTE (1).GZ,train-labels-idx1-ubyte(2).gz,t10k-images-idx3-ubyte.gz (1),t10k-labels-idx1-ubyte.gz"})
    void arraysThatLieBesideEachOtherAreFoundFromTheFolderAndFromEachOfThem(String a, String b, String c, String d) throws IOException {
        String[] names = {a, b, c, d};
        for (int i = 0; i < names.length; i++) {
            Dataset data = i < 2 ? TRAINING : TEST;
            byte[] npy = i % 2 == 0 ? x(data) : y(data);
            byte[] idx = i % 2 == 0 ? idxPictures(data) : idxLabels(data);
            Files.write(folder.resolve(names[i]), a.endsWith(".npz") ? ArrayBytes.zip("arr_0.npy", npy) : a.endsWith(".npy") ? npy
                    : a.endsWith(".idx") ? idx : ArrayBytes.gzip(idx));
        }
        both(DigitFiles.read(folder, Progress.NONE), List.of());
        for (String name : names) {
            LoadedDigits read = DigitFiles.read(DigitFiles.whole(folder.resolve(name)), Progress.NONE);
            both(read, List.of());
            assertEquals(folder.getFileName() + " training", read.training().name());
        }
    }

    @Test
    void ofSeveralDataSetsInAFolderTheChosenOneIsRead() throws IOException {
        Files.write(folder.resolve("emnist-mnist-train-images-idx3-ubyte"), idxPictures(TEST));
        Files.write(folder.resolve("emnist-mnist-train-labels-idx1-ubyte"), idxLabels(TEST));
        Files.write(folder.resolve("emnist-digits-train-images-idx3-ubyte"), idxPictures(TRAINING));
        Path labels = Files.write(folder.resolve("emnist-digits-train-labels-idx1-ubyte"), idxLabels(TRAINING));
        one(labels, List.of());
        refused(folder, "holds several data sets (emnist digits; emnist mnist); expected one, or one of its files");
    }

    @ParameterizedTest
    @CsvSource({"8,1,0", "9,0.498,0", "11,257,0", "12,1,0", "13,0.00392156862745098,0", "14,0.012728,-0.4241"})
    void idxFilesOfEveryTypeAreRead(int type, double factor, double shift) throws IOException {
        double[] pixels = Arrays.stream(ArrayBytes.pixels(TRAINING)).map(pixel -> type == 9 ? (byte) pixel : type == 11 ? (short) pixel
                : pixel * factor + shift).toArray();
        Files.write(folder.resolve("train-images-idx3"), ArrayBytes.idx(type, new int[] {12, 28, 28}, pixels));
        Files.write(folder.resolve("train-labels-idx1"), ArrayBytes.idx(type, new int[] {12}, ArrayBytes.labels(TRAINING)));
        assertEquals(TRAINING.checksum(), DigitFiles.read(folder, Progress.NONE).training().checksum());
    }

    @Test
    void qmnistsLabelsWithEightColumnsAreReadFromIdxAndFromNumpy() throws IOException {
        double[] labels = new double[12 * 8];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 8 == 0 ? TRAINING.label(i / 8) : 100 + i;
        }
        Files.write(folder.resolve("qmnist-train-images-idx3-ubyte.gz"), ArrayBytes.gzip(idxPictures(TRAINING)));
        Path file = Files.write(folder.resolve("qmnist-train-labels-idx2-int.gz"), ArrayBytes.gzip(ArrayBytes.idx(0x0C, new int[] {12, 8}, labels)));
        one(file, List.of(QMNIST));
        one(Files.write(folder.resolve("q.npz"), ArrayBytes.zip("x.npy", x(TRAINING), "y.npy", ArrayBytes.npy("<i8", false, 1,
                new int[] {12, 8}, labels))), List.of(QMNIST));
    }

    @Test
    void idxFilesMayLieInAZipPackedOrNot() throws IOException {
        Path file = folder.resolve("mnist.zip");
        Files.write(file, ArrayBytes.zip("MNIST/train-images-idx3-ubyte.gz", ArrayBytes.gzip(idxPictures(TRAINING)),
                "MNIST/train-labels-idx1-ubyte", idxLabels(TRAINING), "MNIST/t10k-images-idx3-ubyte", idxPictures(TEST),
                "MNIST/t10k-labels-idx1-ubyte.gz", ArrayBytes.gzip(idxLabels(TEST)), "__MACOSX/._train", new byte[9], "README", new byte[9]));
        both(DigitFiles.read(file, Progress.NONE), List.of());
    }

    @Test
    void whatIsRefusedSaysWhatTheFileHolds() throws IOException {
        byte[] color = ArrayBytes.npy("|u1", false, 1, new int[] {12, 28, 28, 3}, new double[12 * 28 * 28 * 3]);
        Path file = folder.resolve("m.npz");
        Files.write(file, ArrayBytes.zip("x.npy", color, "y.npy", y(TRAINING)));
        refused(file, "m.npz, x has the shape (12, 28, 28, 3), and m.npz, y holds 12 labels; expected as many pictures of 28×28 as labels");
        Files.write(file, ArrayBytes.zip("layer_1.kernel.npy", x(TRAINING), "bias.npy", y(TRAINING), "z.npy", y(TEST)));
        refused(file, "m.npz holds layer_1.kernel: uint8 (12, 28, 28); bias: int64 (12,); z: int64 (5,); expected pictures of 28×28 and their labels");
        Files.write(file, ArrayBytes.zip("x_train.npy", x(TRAINING), "y_train.npy", y(TRAINING), "x_test.npy", x(TEST)));
        refused(file, "m.npz holds no labels for x_test; it holds x_train: uint8 (12, 28, 28); y_train");
        Path alone = Files.write(Files.createDirectory(folder.resolve("a")).resolve("images.npy"), x(TRAINING));
        refused(alone, "images.npy holds uint8 (12, 28, 28); expected another file beside it with the labels");
        refused(alone.getParent(), "holds images.npy: uint8 (12, 28, 28); expected pictures of 28×28 and their labels");
        Files.write(alone.resolveSibling("labels.npy"), y(TEST));
        refused(alone, "images.npy has the shape (12, 28, 28), and labels.npy holds 5 labels");
        Files.write(alone.resolveSibling("labels.npy"), ArrayBytes.npy("<i8", false, 1, new int[] {12, 3}, new double[36]));
        refused(alone, "labels.npy has the shape (12, 3); expected labels: one number for each picture");
        refused(Files.createDirectory(folder.resolve("b")), "b holds nothing; expected IDX files");
    }

    @Test
    void whatAZipHoldsInsteadOfArraysIsSaidAndThatItIsToBeUnpacked() throws IOException {
        Path file = folder.resolve("mnist.zip");
        byte[] any = {1, 2, 3};
        Files.write(file, ArrayBytes.zip("mnist_test.csv", any, "mnist_train.csv", any, "cover.png", any));
        refused(file, "holds tables (mnist_test.csv; mnist_train.csv); unpack it first and open a table, as of a zip file only arrays are read: "
                + "expected arrays such as x_train");
        Files.write(file, ArrayBytes.zip("train/3/a.png", any, "train/4/b.JPG", any, "readme.txt", any, "__MACOSX/train/._a.png", any));
        refused(file, "holds pictures (train/3/a.png; train/4/b.JPG); unpack it first and open the folder, as of a zip file only arrays are read");
        Files.write(file, ArrayBytes.zip("all.tsv.gz", any));
        refused(file, "holds a table (all.tsv.gz); unpack it first");
        Files.write(file, ArrayBytes.zip("thesis.doc", any));
        refused(file, "holds thesis.doc; expected a .npz or zip file with arrays");
    }

    @Test
    void whatIsCutTooLongOrNoArrayIsRefusedByItsNameAlikeAloneAndInAFolder() throws IOException {
        byte[] pictures = idxPictures(TRAINING);
        byte[][] broken = {"<!DOCTYPE html><html>404</html>".getBytes(StandardCharsets.UTF_8),
            "version https://git-lfs.github.com/spec/v1\noid sha256:0123\n".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(pictures, pictures.length - 1), Arrays.copyOf(pictures, pictures.length + 1), Arrays.copyOf(pictures, 9)};
        String[] problems = {"is a web page (HTML), as often comes instead of a file", "is a Git LFS pointer, which stands for a file that is still to be fetched",
            "is cut: it promises 12 images but holds 11", "is too long: more bytes follow the 12 images", "is cut within its header"};
        for (int i = 0; i < broken.length; i++) {
            Path file = Files.write(folder.resolve("train-images-idx3-ubyte"), broken[i]);
            Files.write(folder.resolve("train-labels-idx1-ubyte"), idxLabels(TRAINING));
            refused(file, "train-images-idx3-ubyte " + problems[i]);
            refused(folder, "train-images-idx3-ubyte " + problems[i]);
        }
        byte[] npy = x(TRAINING);
        Path file = folder.resolve("m.npz");
        Files.write(file, ArrayBytes.zip("x.npy", Arrays.copyOf(npy, npy.length + 1), "y.npy", y(TRAINING)));
        refused(file, "m.npz, x goes on behind the 9,408 values of its shape (12, 28, 28); expected a NumPy array");
        Files.write(file, ArrayBytes.zip("x.npy", Arrays.copyOf(npy, npy.length - 1), "y.npy", y(TRAINING)));
        refused(file, "m.npz, x is cut: it promises 9,408 values and has 9,407; expected a NumPy array");
    }

    @Test
    void whatAHeaderClaimsIsNotTakenForGranted() throws IOException {
        Files.write(folder.resolve("train-labels-idx1"), idxLabels(TRAINING));
        Path file = Files.write(folder.resolve("train-images-idx3"), ArrayBytes.idx(0x0E, new int[] {2_000_000_000, 28, 28}, new double[9]));
        refused(file, "train-images-idx3 promises 2,000,000,000 values, but 1 to 784,000,000 are expected");
        Files.write(file, ArrayBytes.idx(0x0E, new int[] {900_000, 28, 28}, new double[9]));
        refused(file, "train-images-idx3 is cut: it promises 705,600,000 values and has 9");
        Files.write(file, ArrayBytes.idx(0x0E, new int[] {12, 28, 28, 1, 1}, new double[12 * 784]));
        refused(file, "expected");
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        Files.write(folder.resolve("train-images-idx3"), idxPictures(TRAINING));
        Files.write(folder.resolve("train-labels-idx1"), idxLabels(TRAINING));
        String message = assertThrows(UnreadableFileException.class, () -> DigitFiles.read(folder, share -> false)).getMessage();
        assertTrue(message.contains("was not read to its end, because that was cancelled"), message);
    }

    @Test
    void dataSetsAreToldFromNetworksByTheNamesOfTheirArrays() throws IOException {
        for (String names : new String[] {"x_train,y_train", "train_images,train_labels", "data,target", "TRAIN_X,TRAIN_Y"}) {
            String[] two = names.split(",");
            assertTrue(DigitFiles.areArraysOfOne(Files.write(folder.resolve("a.npz"), ArrayBytes.zip(two[0] + ".npy", x(TEST), two[1] + ".npy",
                    y(TEST)))), names);
        }
        assertTrue(DigitFiles.areArraysOfOne(Files.write(folder.resolve("kmnist-train-imgs.npz"), ArrayBytes.zip("arr_0.npy", x(TEST)))));
        for (String names : new String[] {"layer_1.kernel,layer_1.bias", "W1,b1", "arr_0,arr_1"}) {
            String[] two = names.split(",");
            assertFalse(DigitFiles.areArraysOfOne(Files.write(folder.resolve("a.npz"), ArrayBytes.zip(two[0] + ".npy", x(TEST), two[1] + ".npy",
                    y(TEST)))), names);
        }
        assertFalse(DigitFiles.areArraysOfOne(Files.writeString(folder.resolve("b.npz"), "PK")));
    }

    private static byte[] x(Dataset data) {
        return ArrayBytes.npy("|u1", false, 1, new int[] {data.size(), 28, 28}, ArrayBytes.pixels(data));
    }

    private static byte[] y(Dataset data) {
        return ArrayBytes.npy("<i8", false, 1, new int[] {data.size()}, ArrayBytes.labels(data));
    }

    private static byte[] idxPictures(Dataset data) {
        return ArrayBytes.idx(8, new int[] {data.size(), 28, 28}, ArrayBytes.pixels(data));
    }

    private static byte[] idxLabels(Dataset data) {
        return ArrayBytes.idx(8, new int[] {data.size()}, ArrayBytes.labels(data));
    }

    private static void both(LoadedDigits read, List<String> notices) {
        assertEquals(notices, read.notices());
        assertEquals(TRAINING.checksum(), read.training().checksum());
        assertEquals(TEST.checksum(), read.test().orElseThrow().checksum());
    }

    private static void one(Path file, List<String> notices) throws IOException {
        LoadedDigits read = DigitFiles.read(file, Progress.NONE);
        assertEquals(notices, read.notices());
        assertEquals(TRAINING.checksum(), read.training().checksum());
        assertTrue(read.test().isEmpty());
    }

    private static void refused(Path file, String problem) {
        String message = assertThrows(UnreadableFileException.class, () -> DigitFiles.read(file, Progress.NONE)).getMessage();
        assertTrue(message.contains(problem) && IntStream.range(0, message.length()).noneMatch(i -> message.charAt(i) < ' '), message);
    }
}
