package org.digitscope.files;

import java.util.Locale;
import org.digitscope.data.UnreadableFileException;

/** Refuses files that can run code when they are opened as they are meant to be: pickles and serialized objects. */
public final class CodeFiles {

    /** What the second byte of zlib's data is; the first is an x. */
    private static final String ZLIB_LEVELS = "\u0001\u005E\u009C\u00DA";

    private CodeFiles() {
    }

    /**
     * @param start the first bytes of the file
     * @param wayOut what is expected instead, and how to get it
     * @throws UnreadableFileException when it is such a file, by its beginning or its name
     */
    public static void refuse(String name, byte[] start, String wayOut) throws UnreadableFileException {
        int first = start.length > 1 ? start[0] & 0xFF : -1;
        int second = start.length > 1 ? start[1] & 0xFF : -1;
        if (first == 0x80 && second <= 5) {
            throw refusal(name, "a Python pickle (.pkl, .pt, joblib)", wayOut);
        } else if (first == 0xAC && second == 0xED) {
            throw refusal(name, "a serialized Java object", wayOut);
        } else if (first == 'x' && ZLIB_LEVELS.indexOf(second) >= 0) {
            throw refusal(name, "a compressed pickle (joblib)", wayOut);
        } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.(pkl|pickle|joblib|sav|ser)(\\.gz)?")) {
            throw refusal(name, "a pickle or serialized object", wayOut);
        }
    }

    /** The same for a file that was found to be of such a kind in another way. */
    public static UnreadableFileException refusal(String name, String kind, String wayOut) {
        return new UnreadableFileException(name, "is " + kind + ", which can run code when it is opened, so it is not; expected " + wayOut);
    }
}
