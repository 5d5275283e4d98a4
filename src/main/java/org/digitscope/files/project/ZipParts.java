package org.digitscope.files.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.IntactEntry;
import org.digitscope.files.ReadableFile;

/**
 * The parts of a zip file in memory. Nothing is written anywhere, whatever names the parts have, and memory grows with bytes
 * that are there: all parts together up to a limit.
 */
final class ZipParts {

    private static final long MAX_FILE = 300L << 20;
    private static final long MAX_BYTES = 400L << 20;
    private static final int MAX_PARTS = 5000;
    private static final String EXPECTED = "a Digitscope project";

    private final String name;
    private final Map<String, byte[]> parts = new HashMap<>();

    private ZipParts(Path file) {
        name = String.valueOf(file.getFileName());
    }

    /** @throws UnreadableFileException when it is no zip file, damaged, too large, or has a part twice */
    static ZipParts read(Path file) throws IOException {
        ReadableFile.check(file, EXPECTED, MAX_FILE);
        ZipParts parts = new ZipParts(file);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            parts.readAll(zip);
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (ZipException | RuntimeException damaged) {
            throw new UnreadableFileException(file, "is no zip file, or a damaged one; expected " + EXPECTED);
        } catch (IOException cut) {
            throw new UnreadableFileException(file, "is damaged or cut; expected " + EXPECTED);
        }
        return parts;
    }

    private void readAll(ZipFile zip) throws IOException {
        if (zip.size() > MAX_PARTS) {
            throw new UnreadableFileException(name, "has " + zip.size() + " parts; expected at most " + MAX_PARTS);
        }
        long left = MAX_BYTES;
        for (ZipEntry entry : zip.stream().toList()) {
            try (InputStream in = IntactEntry.open(zip, entry)) {
                byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= bytes.length;
                if (left < 0) {
                    throw new UnreadableFileException(name, "unfolds to more than " + MAX_BYTES + " bytes; expected " + EXPECTED);
                }
                if (parts.put(entry.getName(), bytes) != null) {
                    throw new UnreadableFileException(name, "has a part twice; expected " + EXPECTED);
                }
            }
        }
    }

    /** The file's name, for sentences. */
    String name() {
        return name;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** @throws UnreadableFileException when there is no such part */
    byte[] bytes(String part) throws UnreadableFileException {
        byte[] bytes = parts.get(part);
        if (bytes == null) {
            throw new UnreadableFileException(name, "has no part " + part + "; expected " + EXPECTED);
        }
        return bytes;
    }
}
