package org.digitscope.app.file;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Locks of files of several programs, all within one Java machine, where a system has locks of whole programs only. */
final class Locks {

    private final Set<Path> locked = new HashSet<>();

    Optional<Closeable> tryLock(Path file) {
        return locked.add(file) ? Optional.of(() -> locked.remove(file)) : Optional.empty();
    }

    void release(Path file) {
        locked.remove(file);
    }
}
