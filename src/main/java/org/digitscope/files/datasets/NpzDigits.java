package org.digitscope.files.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.NpyArray;

/** Reads {@code mnist.npz} as Keras has it: x_train, y_train, x_test and y_test. */
final class NpzDigits {

    private static final String EXPECTED = "; expected a .npz file with x_train, y_train, x_test and y_test";

    private static final int MOST_VALUES = 1_000_000 * Dataset.PIXELS;

    private final Path file;
    private final String name;
    private final Progress progress;

    NpzDigits(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
        name = String.valueOf(file.getFileName());
    }

    /** Training and test pictures. */
    List<RawDigits> read() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            RawDigits training = set(zip, "training", "x_train", "y_train");
            go(0.8);
            RawDigits test = set(zip, "test", "x_test", "y_test");
            go(0.9);
            return List.of(training, test);
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new UnreadableFileException(name, "is a damaged zip file" + EXPECTED);
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (IOException damaged) {
            throw new UnreadableFileException(name, "is damaged or cut" + EXPECTED);
        }
    }

    private RawDigits set(ZipFile zip, String kind, String pictures, String labels) throws IOException {
        NpyArray x = array(zip, pictures);
        NpyArray y = array(zip, labels);
        int count = y.values().length;
        if ((long) count * Dataset.PIXELS != x.values().length || x.shape().isEmpty() || x.shape().get(0) != count || count == 0) {
            throw new UnreadableFileException(name, "has " + pictures + " of shape " + x.shape() + " and " + labels + " of shape "
                    + y.shape() + "; expected as many pictures of 28×28 as labels");
        }
        byte[] digits = new byte[count];
        for (int i = 0; i < count; i++) {
            digits[i] = Labels.checked(name, y.values()[i], i);
        }
        return new RawDigits(name + " " + kind, x.values(), digits);
    }

    private NpyArray array(ZipFile zip, String array) throws IOException {
        ZipEntry entry = zip.getEntry(array + ".npy");
        if (entry == null) {
            throw new UnreadableFileException(name, "has no " + array + EXPECTED);
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
            return NpyArray.read(name + ", " + array, in, MOST_VALUES);
        }
    }

    private void go(double share) throws IOException {
        Labels.go(name, progress, share);
    }
}
