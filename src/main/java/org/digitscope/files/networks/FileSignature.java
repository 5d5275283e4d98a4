package org.digitscope.files.networks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;

/**
 * What tells the kind of a file before it is read.
 *
 * @param start its first bytes
 * @param parts the names of its parts where it is a zip file; else none
 */
record FileSignature(byte[] start, Set<String> parts) {

    /** The length of a safetensors header and its first letter. */
    private static final int START = 9;

    /** @throws UnreadableFileException when it is a zip file that is damaged */
    static FileSignature of(Path file, String expected) throws IOException {
        FileSignature plain;
        try (InputStream in = Files.newInputStream(file)) {
            plain = new FileSignature(in.readNBytes(START), Set.of());
        }
        if (!plain.has(0, "PK")) {
            return plain;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new FileSignature(plain.start, zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException(file, "is a damaged zip file; expected " + expected);
        }
    }

    /** Whether these letters stand at an offset from its beginning. */
    boolean has(int offset, String letters) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith(letters, offset);
    }

    boolean hasPart(String name) {
        return parts.contains(name);
    }

    boolean hasPartEnding(String ending) {
        return parts.stream().anyMatch(part -> part.endsWith(ending));
    }
}
