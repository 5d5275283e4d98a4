package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that can't be used. The message is one sentence for people: it names the file, says what was expected, and has no
 * bytes in it that can't be shown.
 */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file's name, as the person knows it
     * @param problem the rest of the sentence, for example {@code "holds 12 bytes, but its header promises 16"}
     */
    public UnreadableFileException(String file, String problem) {
        super(Printable.of(file + " " + problem));
    }

    /** The same for a path, of which only the last name is shown. */
    public UnreadableFileException(Path file, String problem) {
        this(String.valueOf(file.getFileName()), problem);
    }

    private UnreadableFileException(String sentence) {
        super(Printable.of(sentence));
    }

    /**
     * The same for somebody who chose a folder and not the file.
     *
     * @param folders that lie between, for example {@code "train/3"}
     */
    public UnreadableFileException within(String folders) {
        return new UnreadableFileException(folders + "/" + getMessage());
    }
}
