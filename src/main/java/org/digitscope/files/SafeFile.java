package org.digitscope.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that there is always a whole one: the new one is complete on disk before it replaces the old one. */
public final class SafeFile {

    private SafeFile() {
    }

    /** Writes the content of a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code target} anew.
     *
     * @throws UnwritableFileException when that fails; then the old file, if there is one, is untouched
     */
    public static void write(Path target, Content content) throws UnwritableFileException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new UnwritableFileException(target, "it is a folder", null);
        }
        if (!Files.isDirectory(folder)) {
            throw new UnwritableFileException(target, "there is no folder " + folder, null);
        }
        Path beside = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            writeWhole(beside, content);
            moveIntoPlace(beside, target);
        } catch (AccessDeniedException denied) {
            throw new UnwritableFileException(target, "there is no permission to write there", denied);
        } catch (IOException problem) {
            throw new UnwritableFileException(target, String.valueOf(problem.getMessage()), problem);
        } finally {
            deleteQuietly(beside);
        }
    }

    /** Writes text as UTF-8. */
    public static void writeText(Path target, String text) throws UnwritableFileException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void writeWhole(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void moveIntoPlace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftOver) {
            // the outcome of the write is what counts; a forgotten temporary file harms nobody
            file.toFile().deleteOnExit();
        }
    }
}
