package org.digitscope.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks what is packed with gzip; that is told by the first two bytes and not by a name. */
public final class Gunzip {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_0 = 0x1F;
    private static final int MAGIC_1 = 0x8B;

    private Gunzip() {
    }

    /**
     * The unpacked bytes, buffered.
     *
     * @param stored the bytes as they are stored; closed with the result, and when there is none
     */
    public static InputStream open(InputStream stored) throws IOException {
        InputStream raw = new BufferedInputStream(stored, BUFFER);
        try {
            raw.mark(2);
            boolean packed = isPacked(raw.read(), raw.read());
            raw.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException problem) {
            raw.close();
            throw problem;
        }
    }

    /** Whether a file that begins with these two bytes is packed. */
    public static boolean isPacked(int first, int second) {
        return (first & 0xFF) == MAGIC_0 && (second & 0xFF) == MAGIC_1;
    }
}
