package org.digitscope.files.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.IdxArray;
import org.digitscope.data.IdxSource;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.FileKind;
import org.digitscope.files.NpyArray;
import org.digitscope.files.Shapes;

/**
 * An array of numbers from a {@code .npy} or IDX file, packed with gzip or not.
 *
 * @param name of the file, for sentences
 * @param shape its lengths, outermost first
 * @param values in C order
 */
record NumberArray(String name, List<Integer> shape, float[] values) {

    private static final int MOST_VALUES = 1_000_000 * Dataset.PIXELS;
    /** An IDX file of unsigned bytes with three dimensions begins so. */
    private static final byte[] IDX_PICTURES = {0, 0, 8, 3};

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    static NumberArray read(IdxSource source) throws IOException {
        return read(source, in -> {
            NpyArray array = NpyArray.read(source.name(), in, MOST_VALUES);
            return new NumberArray(source.name(), array.shape(), array.values());
        }, in -> {
            IdxArray array = IdxArray.read(source.name(), in, MOST_VALUES);
            return new NumberArray(source.name(), array.shape(), array.values());
        });
    }

    /** Type and shape, such as "uint8 (60000, 28, 28)"; only the header is read. */
    static String describe(IdxSource source) throws IOException {
        return read(source, in -> NpyArray.describe(source.name(), in), in -> {
            IdxArray header = IdxArray.readHeader(source.name(), in, MOST_VALUES);
            return header.type() + " " + Shapes.text(header.shape());
        });
    }

    /** Whether it begins as an array does. */
    static boolean isOne(IdxSource source) throws IOException {
        return source.read(in -> isArray(FileKind.of(in.readNBytes(FileKind.START))));
    }

    /** Whether these are grey values in an IDX file, which can be read without keeping the numbers. */
    static boolean isIdxPictures(IdxSource source) throws IOException {
        return source.read(in -> Arrays.equals(in.readNBytes(IDX_PICTURES.length), IDX_PICTURES));
    }

    /** Whether it has the shape of pictures: 784 numbers for each length of the first dimension. */
    boolean isPictures() {
        return !shape.isEmpty() && shape.get(0) > 0 && values.length == (long) shape.get(0) * Dataset.PIXELS;
    }

    private static boolean isArray(Optional<FileKind> kind) {
        return kind.equals(Optional.of(FileKind.NPY)) || kind.equals(Optional.of(FileKind.IDX));
    }

    private static <T> T read(IdxSource source, Reader<T> npy, Reader<T> idx) throws IOException {
        return source.read(in -> {
            in.mark(FileKind.START);
            byte[] start = in.readNBytes(FileKind.START);
            in.reset();
            Optional<FileKind> kind = FileKind.of(start);
            if (kind.equals(Optional.of(FileKind.NPY))) {
                return npy.read(in);
            }
            if (kind.isPresent() && kind.get() != FileKind.IDX || start.length == 0) {
                throw new UnreadableFileException(source.name(), "is " + kind.map(FileKind::what).orElse("empty")
                        + "; expected a NumPy array (.npy) or an IDX file");
            }
            return idx.read(in);
        });
    }
}
