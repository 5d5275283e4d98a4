package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.data.UnreadableFileException;

/** What has to be true of a file before a byte of it is read. */
public final class ReadableFile {

    private ReadableFile() {
    }

    /**
     * @param expected what the file should be, for example {@code "a picture"}
     * @throws UnreadableFileException unless it is a plain, readable file of 1 to {@code maxBytes} bytes
     */
    public static void check(Path file, String expected, long maxBytes) throws UnreadableFileException {
        if (!Files.exists(file)) {
            throw new UnreadableFileException(file, "does not exist; expected " + expected);
        }
        if (!Files.isRegularFile(file)) {
            String kind = Files.isDirectory(file) ? "a folder" : "a device or pipe";
            throw new UnreadableFileException(file, "is " + kind + "; expected " + expected);
        }
        long size;
        try {
            size = Files.size(file);
        } catch (IOException e) {
            throw new UnreadableFileException(file, "can't be read; expected " + expected);
        }
        if (size == 0) {
            throw new UnreadableFileException(file, "is empty; expected " + expected);
        }
        if (size > maxBytes) {
            throw new UnreadableFileException(file,
                    "is " + size + " bytes large; expected " + expected + " of at most " + maxBytes + " bytes");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableFileException(file, "may not be read by this user; expected " + expected);
        }
    }

    /** All bytes of a file that passed {@link #check}; memory grows with those that really come. */
    public static byte[] bytes(Path file, String expected, int maxBytes) throws IOException {
        check(file, expected, maxBytes);
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes);
        } catch (IOException e) {
            throw new UnreadableFileException(file, "can't be read to its end; expected " + expected);
        }
    }
}
