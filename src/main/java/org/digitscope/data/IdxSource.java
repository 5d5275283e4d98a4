package org.digitscope.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file that should hold IDX data, compressed with gzip or not.
 *
 * @param name as people know it, for messages
 * @param opener opens its bytes as they are stored
 */
record IdxSource(String name, Opener opener) {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC_0 = 0x1F;
    private static final int GZIP_MAGIC_1 = 0x8B;

    /** Opens a stream. */
    interface Opener {
        InputStream open() throws IOException;
    }

    static IdxSource of(Path file) {
        return new IdxSource(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }

    /** The uncompressed bytes. Whether they are compressed is told by the first two of them and not by the name. */
    InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(opener.open(), BUFFER);
        try {
            raw.mark(2);
            boolean gzip = raw.read() == GZIP_MAGIC_0 && raw.read() == GZIP_MAGIC_1;
            raw.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException problem) {
            raw.close();
            throw problem;
        }
    }
}
