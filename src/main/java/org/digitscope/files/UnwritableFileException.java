package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that can't be written; what was there before lives on. The message is one sentence for people and names the
 * file.
 */
public final class UnwritableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file, of which only the last name is shown
     * @param problem the rest of the sentence, for example {@code "is a folder, so no file can be written there"}
     */
    public UnwritableFileException(Path file, String problem) {
        super(lastName(file) + " " + problem);
    }

    UnwritableFileException(Path file, String problem, IOException cause) {
        this(file, problem);
        initCause(cause);
    }

    /** A root has no last name. */
    private static String lastName(Path file) {
        return String.valueOf(file.getFileName() == null ? file : file.getFileName());
    }
}
