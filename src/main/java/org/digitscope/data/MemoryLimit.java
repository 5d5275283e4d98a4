package org.digitscope.data;

import java.util.Locale;

/**
 * Ends the reading of a file that unfolds to more than the memory holds, before the memory is full: a few packed bytes can stand for
 * any number of values.
 */
public final class MemoryLimit {

    private static final double GIGABYTE = 1 << 30;

    private MemoryLimit() {
    }

    /**
     * @param file its name, for the sentence
     * @param bytes that are about to be held of it
     * @throws UnreadableFileException when that is more than half of the memory that Java may use
     */
    public static void check(String file, long bytes) throws UnreadableFileException {
        check(file, bytes, Runtime.getRuntime().maxMemory() / 2);
    }

    static void check(String file, long bytes, long most) throws UnreadableFileException {
        if (bytes > most) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT, "needs more than %.1f GB of memory; expected a file that "
                    + "needs less, or more memory for Java (-Xmx)", most / GIGABYTE));
        }
    }
}
