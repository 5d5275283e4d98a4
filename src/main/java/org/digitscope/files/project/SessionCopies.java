package org.digitscope.files.project;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where copies of sessions lie: one for each process of the program, so that two open windows don't take each other's, and one of the
 * last session that is over. Beside its copy a process keeps a mark, locked as long as it lives; a mark that isn't locked tells of a
 * crash.
 */
public final class SessionCopies {

    /** Processes have random names; older versions took the process's number and start. */
    private static final Pattern NAME = Pattern.compile("session-(\\p{XDigit}+|\\d+-\\d+)\\.(digitscope|open)");
    private static final String COPY = "digitscope";
    private static final String MARK = "open";
    /** Copies of crashed processes that came off second best are kept this long, for whoever looks for them. */
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int ATTEMPTS = 10;

    private final Path folder;
    private final Locks locks;
    private final String process = UUID.randomUUID().toString().replace("-", "");
    private Optional<Closeable> ownLock = Optional.empty();

    /** Locks of files, which end with the process that holds them, however it ends. */
    public interface Locks {

        /**
         * Locks a file that exists until what is returned is closed.
         *
         * @return empty when it is locked already
         */
        Optional<Closeable> tryLock(Path file) throws IOException;
    }

    /** Those of this process. */
    public SessionCopies(Path folder) {
        this(folder, SessionCopies::tryLock);
    }

    /** The same with other locks. */
    public SessionCopies(Path folder, Locks locks) {
        this.folder = folder;
        this.locks = locks;
    }

    public Path folder() {
        return folder;
    }

    /** Where this process keeps its copy. */
    public Path own() {
        return file(process, COPY);
    }

    /** Where the copy of the last session that is over lies, if there is one. */
    public Path last() {
        return folder.resolve("last-session.digitscope");
    }

    /** When that session was kept last. */
    public Instant lastKept() {
        return modified(last()).toInstant();
    }

    /**
     * Notes that this process lives, and finds the last session that is over.
     *
     * @return whether that one ended unexpectedly
     */
    public boolean begin() throws IOException {
        Files.createDirectories(folder);
        ownLock = Optional.of(lockOwn());
        Set<String> others = others();
        Map<String, Closeable> crashed = lockMarks(others);
        try {
            List<Path> left = others.stream().filter(other -> crashed.containsKey(other) || !Files.exists(file(other, MARK)))
                    .map(other -> file(other, COPY)).filter(Files::exists)
                    .sorted(Comparator.comparing(SessionCopies::modified).reversed()).toList();
            boolean isNewer = !left.isEmpty() && modified(left.get(0)).compareTo(modified(last())) > 0;
            if (isNewer) {
                Files.move(left.get(0), last(), StandardCopyOption.REPLACE_EXISTING);
            }
            for (Path copy : left) {
                if (Files.exists(copy) && modified(copy).toInstant().isBefore(Instant.now().minus(KEPT))) {
                    Files.deleteIfExists(copy);
                }
            }
            return isNewer && crashed.containsKey(processOf(left.get(0)));
        } finally {
            for (Map.Entry<String, Closeable> each : crashed.entrySet()) {
                Files.deleteIfExists(file(each.getKey(), MARK));
                each.getValue().close();
            }
        }
    }

    /** Notes that this process ends as it should; its copy becomes the last session's. */
    public void end() throws IOException {
        // a mark that were unlocked first would tell of a crash
        Files.deleteIfExists(file(process, MARK));
        if (ownLock.isPresent()) {
            ownLock.get().close();
        }
    }

    private Closeable lockOwn() throws IOException {
        Path mark = file(process, MARK);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Files.write(mark, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<Closeable> lock = tryLockExisting(mark);
            // another process that begins may have found the mark before it was locked, and removed it
            if (lock.isPresent() && Files.exists(mark)) {
                return lock.get();
            } else if (lock.isPresent()) {
                lock.get().close();
            }
        }
        throw new IOException(mark + " can't be locked");
    }

    /** Locks the marks of processes that are gone. */
    private Map<String, Closeable> lockMarks(Set<String> others) {
        Map<String, Closeable> locked = new HashMap<>();
        for (String other : others) {
            try {
                tryLockExisting(file(other, MARK)).ifPresent(lock -> locked.put(other, lock));
            } catch (IOException notOurs) {
                // of another user, or just being deleted by its process: left alone
            }
        }
        return locked;
    }

    private Optional<Closeable> tryLockExisting(Path mark) throws IOException {
        try {
            return Files.exists(mark) ? locks.tryLock(mark) : Optional.empty();
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    /**
     * The system's lock. Within a process it is known only that there is one, and on POSIX it ends when the process closes any channel
     * of the file: a process never tries its own mark again.
     */
    private static Optional<Closeable> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // alive, as this process is
        } catch (IOException noLocks) {
            channel.close();
            throw noLocks;
        }
        channel.close();
        return Optional.empty();
    }

    /** The other processes that have files here. */
    private Set<String> others() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SessionCopies::processOf).filter(name -> !name.isEmpty() && !name.equals(process)).collect(Collectors.toSet());
        }
    }

    private Path file(String ofProcess, String kind) {
        return folder.resolve("session-" + ofProcess + "." + kind);
    }

    private static String processOf(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Very long ago where there is no such file. */
    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
