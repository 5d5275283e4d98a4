package org.digitscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The start of an IDX file: two zero bytes, the type of the elements, the number of dimensions, and each dimension as a
 * big-endian int. Reads and checks it for what this program uses: unsigned bytes, n×28×28 pictures or n labels.
 */
final class IdxHeader {

    /** More pictures than any known digit set has; a claim beyond it is refused before anything is read. */
    static final int MAX_COUNT = 1_000_000;

    private static final int START = 4;
    /** Enough to tell what else a file is. */
    private static final int LONGEST_WORD = 64;

    private IdxHeader() {
    }

    /** Reads the header of a file of pictures and returns how many it promises. */
    static int readImages(String file, InputStream in) throws IOException {
        int count = readCount(file, in, 3, "images");
        int rows = readInt(file, in);
        int columns = readInt(file, in);
        if (rows != Dataset.ROWS || columns != Dataset.COLUMNS) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "holds images of %d×%d pixels, but 28×28 are expected", rows, columns));
        }
        return count;
    }

    /** Reads the header of a file of labels and returns how many it promises. */
    static int readLabels(String file, InputStream in) throws IOException {
        return readCount(file, in, 1, "labels");
    }

    private static int readCount(String file, InputStream in, int dimensions, String expected) throws IOException {
        byte[] start = readStart(file, in);
        if (!IdxType.of(start[2]).equals(Optional.of(IdxType.UNSIGNED_BYTE))) {
            throw new UnreadableFileException(file, "holds elements of the type " + IdxType.name(start[2])
                    + ", but unsigned bytes (0x08) are expected");
        }
        if (start[3] != dimensions) {
            throw new UnreadableFileException(file, "holds " + contents(start[3]) + ", but " + expected + " ("
                    + contents(dimensions) + ") are expected");
        }
        int count = readInt(file, in);
        if (count < 1 || count > MAX_COUNT) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "promises %,d %s, but 1 to %,d are expected", count & 0xFFFFFFFFL, expected, MAX_COUNT));
        }
        return count;
    }

    /** The four bytes before the lengths; a file that doesn't begin as an IDX file is refused by what it is. */
    static byte[] readStart(String file, InputStream in) throws IOException {
        byte[] start = in.readNBytes(START);
        if (start.length == 0) {
            throw new UnreadableFileException(file, "is empty, but an IDX file is expected");
        }
        if (start[0] != 0 || start.length > 1 && start[1] != 0) {
            byte[] more = Arrays.copyOf(start, LONGEST_WORD);
            in.readNBytes(more, start.length, more.length - start.length);
            String text = new String(more, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
            if (text.startsWith("version https://git-lfs")) {
                throw new UnreadableFileException(file,
                        "is a Git LFS pointer and not the file itself: fetch it with 'git lfs pull'");
            }
            if (text.startsWith("<")) {
                throw new UnreadableFileException(file, "is a web page (HTML), but an IDX file is expected: download it again");
            }
            throw new UnreadableFileException(file, "is not an IDX file: it should start with two zero bytes");
        }
        if (start.length < START) {
            throw cut(file);
        }
        return start;
    }

    static int readInt(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        if (bytes.length < Integer.BYTES) {
            throw cut(file);
        }
        return (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    private static UnreadableFileException cut(String file) {
        return new UnreadableFileException(file, "is cut within its header, but a whole IDX file is expected");
    }

    private static String contents(int dimensions) {
        return switch (dimensions) {
            case 1 -> "labels with 1 dimension";
            case 3 -> "images with 3 dimensions";
            default -> "data with " + (dimensions & 0xFF) + " dimensions";
        };
    }
}
