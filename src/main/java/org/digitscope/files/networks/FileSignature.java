package org.digitscope.files.networks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.FileKind;

/**
 * What tells the kind of a file before it is read.
 *
 * @param start its first {@link FileKind#START} bytes
 * @param parts the names of its parts where it is a zip file; else none
 */
record FileSignature(byte[] start, Set<String> parts) {

    /** @throws UnreadableFileException when it is a zip file that is damaged */
    static FileSignature of(Path file, String expected) throws IOException {
        FileSignature plain;
        try (InputStream in = Files.newInputStream(file)) {
            plain = new FileSignature(in.readNBytes(FileKind.START), Set.of());
        }
        if (!plain.is(FileKind.ZIP)) {
            return plain;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new FileSignature(plain.start, zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException(file, "is a damaged zip file; expected " + expected);
        }
    }

    boolean is(FileKind kind) {
        return kind().equals(Optional.of(kind));
    }

    /** What the file really is; empty where its beginning doesn't tell. */
    Optional<FileKind> kind() {
        return FileKind.of(start);
    }

    /** Its beginning as text, without blanks in front. */
    String text() {
        return new String(start, StandardCharsets.UTF_8).stripLeading();
    }

    boolean hasPart(String name) {
        return parts.contains(name);
    }

    boolean hasPartEnding(String ending) {
        return parts.stream().anyMatch(part -> part.endsWith(ending));
    }
}
