package org.digitscope.data;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * Reads a data set from a file of pictures and a file of labels in IDX format. Memory grows with the bytes that really
 * arrive, never by what a header claims. Format: Yann LeCun, "The MNIST database of handwritten digits".
 */
final class IdxReader {

    /** Bytes read at a time. */
    private static final int CHUNK = 1 << 14;
    /** Memory grows by less than a megabyte between two looks at its limit. */
    private static final int PICTURES_BETWEEN_CHECKS = 1000;

    private IdxReader() {
    }

    /** How the uncompressed bytes of a source are opened; a wrapper may watch them pass. */
    interface Opening {
        InputStream open(IdxSource source) throws IOException;
    }

    static Dataset read(String name, IdxSource images, IdxSource labels) throws IOException {
        return read(name, images, labels, IdxSource::open);
    }

    /** @throws UnreadableFileException with a sentence that names the file, whatever is wrong with it */
    static Dataset read(String name, IdxSource images, IdxSource labels, Opening opening) throws IOException {
        byte[] digits = reading(labels, opening, in -> readLabels(labels.name(), in));
        return reading(images, opening, in -> readImages(name, images.name(), in, digits, labels.name()));
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
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "promises %,d images, but %s holds %,d labels; the counts must be equal", count, labelFile,
                    digits.length));
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

    private interface Body<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T reading(IdxSource source, Opening opening, Body<T> body) throws IOException {
        try (InputStream in = opening.open(source)) {
            return body.read(in);
        } catch (UnreadableFileException alreadyClear) {
            throw alreadyClear;
        } catch (EOFException cut) {
            throw new UnreadableFileException(source.name(), "is cut: its gzip data end too early");
        } catch (ZipException damaged) {
            throw new UnreadableFileException(source.name(), "is damaged: its gzip data are not valid");
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(source.name(), "does not exist, but an IDX file is expected");
        } catch (AccessDeniedException denied) {
            throw new UnreadableFileException(source.name(), "may not be read: its permissions forbid it");
        } catch (IOException problem) {
            throw new UnreadableFileException(source.name(), "can't be read as a file: " + problem.getMessage());
        }
    }
}
