package org.digitscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that should hold IDX data, compressed with gzip or not.
 *
 * @param name as people know it, for messages
 * @param opener opens its bytes as they are stored
 */
record IdxSource(String name, Opener opener) {

    /** Opens a stream. */
    interface Opener {
        InputStream open() throws IOException;
    }

    static IdxSource of(Path file) {
        return new IdxSource(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }

    /** The uncompressed bytes. */
    InputStream open() throws IOException {
        return Gunzip.open(opener.open());
    }
}
