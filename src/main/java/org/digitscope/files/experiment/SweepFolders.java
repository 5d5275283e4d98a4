package org.digitscope.files.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Sweeps of the window, each in a folder of its own that its process holds by a lock. A folder that nobody holds was left by one that
 * has ended, or crashed. Any thread may use it, one at a time.
 */
public final class SweepFolders {

    private static final String LOCK = "in-use";

    private final Path parent;
    /** Held as long as the process lives. */
    private final List<FileChannel> locks = new ArrayList<>();

    public SweepFolders(Path parent) {
        this.parent = parent;
    }

    /** A new folder. */
    public synchronized SweepFolder create() throws IOException {
        Path folder = parent.resolve(UUID.randomUUID().toString());
        Files.createDirectories(folder);
        if (!hold(folder)) {
            throw new IOException(folder + " can't be locked");
        }
        return new SweepFolder(folder);
    }

    /** The folders that no process holds, the newest first; from now on this one does. */
    public synchronized List<SweepFolder> left() throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(parent)) {
            folders = all.filter(folder -> Files.exists(folder.resolve(LOCK))).sorted(Comparator.comparing(SweepFolders::changed).reversed()).toList();
        }
        List<SweepFolder> left = new ArrayList<>();
        for (Path folder : folders) {
            if (hold(folder)) {
                left.add(new SweepFolder(folder));
            }
        }
        return left;
    }

    /** Removes a sweep; what can't be removed is there next time. */
    public synchronized void remove(SweepFolder sweep) {
        try (Stream<Path> all = Files.walk(sweep.path())) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException gone) {
            // somebody else removed it
        }
    }

    private boolean hold(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                locks.add(channel);
                return true;
            }
        } catch (OverlappingFileLockException ownLock) {
            // held by this process already
        }
        channel.close();
        return false;
    }

    private static long changed(Path folder) {
        return folder.toFile().lastModified();
    }
}
