package org.digitscope.files.datasets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.digitscope.data.Gunzip;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.FileKind;

/**
 * A file that may be packed with gzip. Tables are read while they are unpacked; of kinds that are read here and there an unpacked copy
 * lies in the system's folder for such files until it is closed.
 *
 * @param path of the file, or of the copy, which has the same name
 * @param start its first bytes, unpacked
 * @param copy the folder of the copy, if there is one
 */
record Unpacked(Path path, byte[] start, Optional<Path> copy) implements AutoCloseable {

    private static final long MAX_BYTES = 2L << 30;
    private static final String EXPECTED = "; expected a data set, packed with gzip or not";

    static Unpacked of(Path file) throws IOException {
        byte[] stored = start(Files.newInputStream(file));
        try {
            Unpacked here = new Unpacked(file, start(Gunzip.open(Files.newInputStream(file))), Optional.empty());
            boolean packed = stored.length > 1 && Gunzip.isPacked(stored[0], stored[1]);
            return packed && (here.begins("PK") || here.begins("{")) ? copied(file, here.start) : here;
        } catch (EOFException | ZipException damaged) {
            throw new UnreadableFileException(file, "is cut or damaged: its gzip data end too early or are not valid" + EXPECTED);
        }
    }

    /** Whether the file, unpacked, begins with these letters. */
    boolean begins(String letters) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith(letters);
    }

    /** What it is, unpacked; empty where its beginning doesn't tell. */
    Optional<FileKind> kind() {
        return FileKind.of(start);
    }

    /** Whether it should be an IDX file, whatever lengths it claims: two zero bytes and a number near those of its types. */
    boolean beginsAsIdx() {
        return start.length > 2 && start[0] == 0 && start[1] == 0 && start[2] >= 0x08 && start[2] <= 0x0F;
    }

    boolean is(FileKind kind) {
        return kind().equals(Optional.of(kind));
    }

    @Override
    public void close() throws IOException {
        if (copy.isPresent()) {
            Files.deleteIfExists(path);
            Files.deleteIfExists(copy.get());
        }
    }

    private static Unpacked copied(Path file, byte[] start) throws IOException {
        Path folder = Files.createTempDirectory("digitscope");
        Unpacked copy = new Unpacked(folder.resolve(file.getFileName().toString()), start, Optional.of(folder));
        try (InputStream in = Gunzip.open(Files.newInputStream(file)); OutputStream out = Files.newOutputStream(copy.path)) {
            byte[] chunk = new byte[1 << 16];
            long left = MAX_BYTES;
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                left -= read;
                if (left < 0) {
                    throw new UnreadableFileException(file, "unfolds to more than " + MAX_BYTES + " bytes" + EXPECTED);
                }
                out.write(chunk, 0, read);
            }
            return copy;
        } catch (IOException problem) {
            copy.close();
            throw problem;
        }
    }

    private static byte[] start(InputStream stream) throws IOException {
        try (stream) {
            return stream.readNBytes(FileKind.START);
        }
    }
}
