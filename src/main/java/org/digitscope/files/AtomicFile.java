package org.digitscope.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Writes a whole file or nothing: beside the target first, forced to the disk, then moved into its place. Whatever goes
 * wrong, a file that stood there before still stands there, and no half-written one is left.
 */
public final class AtomicFile {

    private static final String PREFIX = ".digitscope-";
    private static final String SUFFIX = ".tmp";

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is buffered, and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {
    }

    /** Writes text as UTF-8, see {@link #write}. */
    public static void writeText(Path target, CharSequence text) throws UnwritableFileException {
        write(target, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes or replaces a file. A link stays a link and the file it leads to is replaced, and keeps its permissions; a pipe or
     * device is not replaced but written to.
     *
     * @throws UnwritableFileException when the directory is missing or allows no new file, when the target is a
     *     directory or write-protected, when the disk is full, or when the content fails with an IOException
     */
    public static void write(Path target, Content content) throws UnwritableFileException {
        boolean exists = Files.exists(target);
        if (Files.isDirectory(target)) {
            throw new UnwritableFileException(target, "is a folder, so no file can be written there");
        }
        if (exists && !Files.isWritable(target)) {
            throw new UnwritableFileException(target, "is write-protected, so it was not replaced");
        }
        try {
            if (exists && !Files.isRegularFile(target)) {
                writeThrough(target, content);
            } else {
                Permissions permissions = exists ? Permissions.of(target) : Permissions.USUAL;
                replace(exists ? target.toRealPath() : target.toAbsolutePath(), permissions, content);
            }
        } catch (UnwritableFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UnwritableFileException(target, "could not be written: " + reason(e), e);
        }
    }

    private static void writeThrough(Path target, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path target, Permissions permissions, Content content) throws IOException {
        Path directory = target.getParent();
        if (!Files.isDirectory(directory)) {
            throw new UnwritableFileException(target, "could not be written: there is no folder " + directory);
        }
        Path temporary = directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            permissions.create(temporary);
            writeAndForce(temporary, content);
            permissions.giveTo(temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sweep(directory);
    }

    /** Removes what a process that was killed while writing left behind; a file that is a day old is nobody's any more. */
    private static void sweep(Path directory) {
        FileTime yesterday = FileTime.from(Instant.now().minus(1, ChronoUnit.DAYS));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).compareTo(yesterday) < 0) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException | DirectoryIteratorException unimportant) {
            // the file itself is written, and the next one tries again
        }
    }

    private static void writeAndForce(Path file, Content content) throws IOException {
        // no channel: it would break off when the thread is interrupted, and a stopped run must still be saved
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            BufferedOutputStream buffered = new BufferedOutputStream(out);
            content.writeTo(buffered);
            buffered.flush();
            out.getFD().sync();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage();
    }
}
