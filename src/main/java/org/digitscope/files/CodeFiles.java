package org.digitscope.files;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.digitscope.data.UnreadableFileException;

/** Refuses files that can run code when they are opened as they are meant to be: pickles and serialized objects. */
public final class CodeFiles {

    private static final Set<FileKind> RUN_CODE = EnumSet.of(FileKind.PICKLE, FileKind.COMPRESSED_PICKLE, FileKind.JAVA_OBJECT);

    private CodeFiles() {
    }

    /**
     * @param start the first {@link FileKind#START} bytes of the file
     * @param wayOut what is expected instead, and how to get it
     * @throws UnreadableFileException when it is such a file, by its beginning or its name
     */
    public static void refuse(String name, byte[] start, String wayOut) throws UnreadableFileException {
        Optional<FileKind> kind = FileKind.of(start);
        if (kind.filter(RUN_CODE::contains).isPresent()) {
            throw refusal(name, kind.get().what(), wayOut);
        } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.(pkl|pickle|joblib|sav|ser)(\\.gz)?")) {
            throw refusal(name, "a pickle or serialized object", wayOut);
        }
    }

    /** The same for a file that was found to be of such a kind in another way. */
    public static UnreadableFileException refusal(String name, String kind, String wayOut) {
        return new UnreadableFileException(name, "is " + kind + ", which can run code when it is opened, so it is not; expected " + wayOut);
    }
}
