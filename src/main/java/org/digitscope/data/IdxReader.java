package org.digitscope.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Reads a data set from a file of pictures and a file of labels in IDX format. Memory grows with the bytes that really
 * arrive, never by what a header claims. Format: Yann LeCun, "The MNIST database of handwritten digits".
 */
public final class IdxReader {

    /** Bytes read at a time. */
    private static final int CHUNK = 1 << 14;
    /** Memory grows by less than a megabyte between two looks at its limit. */
    private static final int PICTURES_BETWEEN_CHECKS = 1000;

    private IdxReader() {
    }

    static Dataset read(String name, IdxSource images, IdxSource labels) throws IOException {
        return read(name, images, labels, IdxSource::open);
    }

    /** @throws UnreadableFileException with a sentence that names the file, whatever is wrong with it */
    static Dataset read(String name, IdxSource images, IdxSource labels, IdxSource.Opening opening) throws IOException {
        byte[] digits = labels.read(opening, in -> readLabels(labels.name(), in));
        return images.read(opening, in -> readImages(name, images.name(), in, digits, labels.name()));
    }

    /**
     * Reads pictures of unsigned bytes whose labels are known already; blocks.
     *
     * @param name of the set
     * @param digits the labels, 0 to 9
     * @param labelFile where these come from, for sentences
     * @throws UnreadableFileException with a sentence that names the file, whatever is wrong with it
     */
    public static Dataset readImages(String name, IdxSource images, byte[] digits, String labelFile) throws IOException {
        return images.read(in -> readImages(name, images.name(), in, digits, labelFile));
    }

    private static byte[] readLabels(String file, InputStream in) throws IOException {
        int count = IdxHeader.readLabels(file, in);
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (labels.size() < count) {
            int read = in.readNBytes(chunk, 0, Math.min(CHUNK, count - labels.size()));
            if (read == 0) {
                throw cut(file, count, labels.size(), "labels");
            }
            labels.write(chunk, 0, read);
        }
        refuseMore(file, in, count, "labels");
        byte[] digits = labels.toByteArray();
        for (int i = 0; i < count; i++) {
            if (digits[i] < 0 || digits[i] >= Dataset.CLASSES) {
                throw new UnreadableFileException(file, String.format(Locale.ROOT,
                        "has the label %d at position %,d, but digits from 0 to 9 are expected", digits[i] & 0xFF, i));
            }
        }
        return digits;
    }

    private static Dataset readImages(String name, String file, InputStream in, byte[] digits, String labelFile)
            throws IOException {
        int count = IdxHeader.readImages(file, in);
        if (count != digits.length) {
            throw new UnreadableFileException(file, "promises " + Counts.of(count, "image") + ", but "
                    + labelFile + " holds " + Counts.of(digits.length, "label") + "; the counts must be equal");
        }
        Dataset.Builder pictures = Dataset.builder(name, count);
        byte[] pixels = new byte[Dataset.PIXELS];
        for (int i = 0; i < count; i++) {
            if (in.readNBytes(pixels, 0, Dataset.PIXELS) < Dataset.PIXELS) {
                throw cut(file, count, i, "images");
            }
            pictures.add(pixels, digits[i]);
            if (i % PICTURES_BETWEEN_CHECKS == 0) {
                MemoryLimit.check(file, 2 * pictures.bytes());
            }
        }
        refuseMore(file, in, count, "images");
        return pictures.build();
    }

    private static UnreadableFileException cut(String file, int promised, int found, String what) {
        return new UnreadableFileException(file, String.format(Locale.ROOT,
                "is cut: it promises %,d %s but holds %,d", promised, what, found));
    }

    private static void refuseMore(String file, InputStream in, int count, String what) throws IOException {
        if (in.read() >= 0) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "is too long: more bytes follow the %,d %s that it promises", count, what));
        }
    }
}
