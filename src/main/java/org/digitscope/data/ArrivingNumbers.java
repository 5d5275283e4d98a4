package org.digitscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * Numbers of one width that follow each other to the end of a file. Memory grows with those that really arrive, never by what a header
 * claims.
 *
 * @param width bytes of one number
 * @param next takes one number from a buffer
 */
public record ArrivingNumbers(int width, ByteOrder order, Next next) {

    private static final int NUMBERS_AT_ONCE = 1 << 13;
    private static final int FIRST = 1 << 20;

    /** Takes one number from a buffer. */
    @FunctionalInterface
    public interface Next {
        float of(ByteBuffer buffer);
    }

    /**
     * @param name of the file, for sentences
     * @param count how many its header promises
     * @param shape for sentences
     * @param expected what the file should be, for example {@code "a whole IDX file"}
     * @throws UnreadableFileException when there are fewer or more, or too many for the memory
     */
    public float[] read(String name, InputStream in, int count, String shape, String expected) throws IOException {
        float[] values = new float[Math.min(count, FIRST)];
        byte[] chunk = new byte[width * NUMBERS_AT_ONCE];
        int done = 0;
        while (done < count) {
            int wanted = (int) Math.min(chunk.length, (long) (count - done) * width);
            int read = in.readNBytes(chunk, 0, wanted);
            if (read < wanted) {
                throw new UnreadableFileException(name, "is cut: it promises " + Counts.of(count, "value") + " and has "
                        + String.format(Locale.ROOT, "%,d", done + read / width)
                        + "; expected " + expected);
            }
            if (done + wanted / width > values.length) {
                int larger = (int) Math.min(count, values.length * 2L);
                MemoryLimit.check(name, 2L * Float.BYTES * larger);
                values = Arrays.copyOf(values, larger);
            }
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read).order(order);
            for (; buffer.hasRemaining(); done++) {
                values[done] = next.of(buffer);
            }
        }
        if (in.read() >= 0) {
            throw new UnreadableFileException(name, "goes on behind the " + Counts.of(count, "value") + " of its shape " + shape + "; expected " + expected);
        }
        return values;
    }
}
