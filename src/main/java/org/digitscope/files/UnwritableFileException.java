package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file that can't be written. The message is one sentence for people that names the file; the old file is untouched. */
public final class UnwritableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnwritableFileException(Path file, String problem, IOException cause) {
        super(file + " can't be written: " + problem, cause);
    }
}
