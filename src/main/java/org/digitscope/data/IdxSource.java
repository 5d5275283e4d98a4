package org.digitscope.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * A file that should hold IDX data or another array, compressed with gzip or not.
 *
 * @param name as people know it, for messages
 * @param opener opens its bytes as they are stored
 */
public record IdxSource(String name, Opener opener) {

    /** Opens a stream. */
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** How the uncompressed bytes of a source are opened; a wrapper may watch them pass. */
    interface Opening {
        InputStream open(IdxSource source) throws IOException;
    }

    /** Makes something of the uncompressed bytes. */
    public interface Body<T> {
        T read(InputStream in) throws IOException;
    }

    /** One that lies on the disk. */
    public static IdxSource of(Path file) {
        return new IdxSource(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }

    /** The uncompressed bytes. */
    InputStream open() throws IOException {
        return Gunzip.open(opener.open());
    }

    /**
     * Reads it; blocks.
     *
     * @throws UnreadableFileException with a sentence that names the file, whatever is wrong with it
     */
    public <T> T read(Body<T> body) throws IOException {
        return read(IdxSource::open, body);
    }

    <T> T read(Opening opening, Body<T> body) throws IOException {
        try (InputStream in = opening.open(this)) {
            return body.read(in);
        } catch (UnreadableFileException alreadyClear) {
            throw alreadyClear;
        } catch (EOFException cut) {
            throw new UnreadableFileException(name, "is cut: its compressed data end too early");
        } catch (ZipException damaged) {
            throw new UnreadableFileException(name, "is damaged: its compressed data (gzip or zip) are not valid");
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(name, "does not exist, but an IDX file is expected");
        } catch (AccessDeniedException denied) {
            throw new UnreadableFileException(name, "may not be read: its permissions forbid it");
        } catch (IOException problem) {
            throw new UnreadableFileException(name, "can't be read as a file: " + problem.getMessage());
        }
    }
}
