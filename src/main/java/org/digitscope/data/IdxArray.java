package org.digitscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An IDX file of any type of numbers and any shape.
 *
 * @param type for people, such as "int"
 * @param shape its lengths, outermost first
 * @param values row by row; empty where only the header was read
 */
public record IdxArray(String type, List<Integer> shape, float[] values) {

    private static final int MOST_DIMENSIONS = 4;
    private static final String EXPECTED = "a whole IDX file";

    /**
     * Reads one.
     *
     * @param name of the file, for sentences
     * @param most values that it may have
     * @throws UnreadableFileException when it is none, cut, or too large
     */
    public static IdxArray read(String name, InputStream in, int most) throws IOException {
        IdxArray header = readHeader(name, in, most);
        IdxType type = IdxType.valueOf(header.type.toUpperCase(Locale.ROOT).replace(' ', '_'));
        int count = header.shape.stream().reduce(1, (product, length) -> product * length);
        return new IdxArray(header.type, header.shape,
                new ArrivingNumbers(type.bytes(), ByteOrder.BIG_ENDIAN, type::next).read(name, in, count, header.shape.toString(), EXPECTED));
    }

    /** Reads the type and the shape only, which promise at most so many values. */
    public static IdxArray readHeader(String name, InputStream in, int most) throws IOException {
        byte[] start = IdxHeader.readStart(name, in);
        IdxType type = IdxType.of(start[2]).orElseThrow(() -> new UnreadableFileException(name, "holds elements of the type "
                + IdxType.name(start[2]) + ", but a type from unsigned byte (0x08) to double (0x0E) is expected"));
        if (start[3] < 1 || start[3] > MOST_DIMENSIONS) {
            throw new UnreadableFileException(name, "holds data with " + (start[3] & 0xFF) + " dimensions, but 1 to " + MOST_DIMENSIONS
                    + " are expected");
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (int dimension = 0; dimension < start[3]; dimension++) {
            long length = IdxHeader.readInt(name, in) & 0xFFFFFFFFL;
            count *= length;
            if (count < 1 || count > most) {
                throw new UnreadableFileException(name, String.format(Locale.ROOT, "promises %,d values, but 1 to %,d are expected", count,
                        most));
            }
            shape.add((int) length);
        }
        return new IdxArray(type.label(), List.copyOf(shape), new float[0]);
    }
}
