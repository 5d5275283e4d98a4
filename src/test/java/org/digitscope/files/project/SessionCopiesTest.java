package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCopiesTest {

    @TempDir
    private Path folder;
    private final Set<Path> locked = new HashSet<>();

    private Optional<Closeable> tryLock(Path file) {
        return locked.add(file) ? Optional.of(() -> locked.remove(file)) : Optional.empty();
    }

    private SessionCopies process() {
        return new SessionCopies(folder, this::tryLock);
    }

    private static Path mark(SessionCopies copies) {
        return Path.of(copies.own().toString().replace(".digitscope", ".open"));
    }

    private void crash(SessionCopies copies) {
        assertTrue(locked.remove(mark(copies)));
    }

    @Test
    void whatLivesIsNotTaken() throws IOException {
        SessionCopies first = process();
        assertFalse(first.begin());
        Files.writeString(first.own(), "first");
        SessionCopies second = process();
        assertFalse(second.begin());
        assertNotEquals(first.own(), second.own());
        assertTrue(Files.exists(first.own()) && Files.exists(mark(first)));
        assertFalse(Files.exists(second.last()));
    }

    @Test
    void aCrashIsToldOnceAndItsCopyIsTheLastSession() throws IOException {
        SessionCopies crashed = process();
        crashed.begin();
        Files.writeString(crashed.own(), "work");
        crash(crashed);
        SessionCopies next = process();
        assertTrue(next.begin());
        assertEquals("work", Files.readString(next.last()));
        assertFalse(Files.exists(crashed.own()) || Files.exists(mark(crashed)));
        assertFalse(process().begin(), "told once");
    }

    @Test
    void whatEndedAsItShouldIsTheLastSessionWithoutACrash() throws IOException {
        SessionCopies ended = process();
        ended.begin();
        Files.writeString(ended.own(), "work");
        ended.end();
        assertEquals(Set.of(), locked);
        SessionCopies next = process();
        assertFalse(next.begin());
        assertEquals("work", Files.readString(next.last()));
    }

    @Test
    void filesOfOlderVersionsAreRecognizedAndOthersLeftAlone() throws IOException {
        Files.writeString(folder.resolve("session-4711-1700000000000.digitscope"), "old");
        Files.writeString(folder.resolve("session-4711-1700000000000.open"), "");
        Files.writeString(folder.resolve("session-of-mine.digitscope"), "mine");
        SessionCopies next = process();
        assertTrue(next.begin());
        assertEquals("old", Files.readString(next.last()));
        assertEquals(Set.of("session-of-mine.digitscope", "last-session.digitscope", mark(next).getFileName().toString()), names());
    }

    @Test
    void theNewestCopyCountsAndOthersAreKeptForAWeek() throws IOException {
        SessionCopies[] crashed = {process(), process(), process()};
        for (int i = 0; i < crashed.length; i++) {
            crashed[i].begin();
            Files.writeString(crashed[i].own(), "copy " + i);
            Files.setLastModifiedTime(crashed[i].own(), FileTime.from(Instant.now().minus(Duration.ofDays(6 * i))));
        }
        for (SessionCopies each : crashed) {
            crash(each);
        }
        SessionCopies next = process();
        assertTrue(next.begin());
        assertEquals("copy 0", Files.readString(next.last()));
        assertTrue(Files.exists(crashed[1].own()));
        assertFalse(Files.exists(crashed[2].own()));
    }

    @Test
    void aMarkThatIsRemovedBeforeItIsLockedIsMadeAgain() throws IOException {
        int[] attempts = {0};
        SessionCopies copies = new SessionCopies(folder, file -> {
            if (attempts[0]++ < 2) {
                // as another process does that takes it for one left behind
                Files.delete(file);
                return attempts[0] == 1 ? Optional.empty() : Optional.of(() -> { });
            }
            return tryLock(file);
        });
        assertFalse(copies.begin());
        assertTrue(Files.exists(mark(copies)));
        assertEquals(Set.of(mark(copies)), locked);
    }

    @Test
    void whereNothingCanBeLockedOrWrittenItIsAnException() throws IOException {
        assertThrows(IOException.class, () -> new SessionCopies(folder, file -> Optional.empty()).begin());
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(IOException.class, () -> new SessionCopies(file).begin());
        assertThrows(IOException.class, () -> new SessionCopies(folder, mark -> {
            throw new IOException("No locks available");
        }).begin());
    }

    @Test
    void twoOfOneProcessDontTakeEachOthers() throws IOException {
        SessionCopies first = new SessionCopies(folder);
        assertFalse(first.begin());
        Files.writeString(first.own(), "first");
        SessionCopies second = new SessionCopies(folder);
        assertFalse(second.begin());
        assertTrue(Files.exists(first.own()));
        first.end();
        second.end();
        assertFalse(new SessionCopies(folder).begin());
        assertEquals("first", Files.readString(second.last()));
    }

    @Test
    void aProcessThatLivesIsNotTakenAndWhenItIsKilledThatIsTold() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Window.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals("begun", child.inputReader().readLine());
            SessionCopies beside = new SessionCopies(folder);
            assertFalse(beside.begin());
            assertFalse(Files.exists(beside.last()));
            beside.end();
        } finally {
            child.destroyForcibly().waitFor();
        }
        SessionCopies next = new SessionCopies(folder);
        assertTrue(next.begin());
        assertEquals("work of a child", Files.readString(next.last()));
        next.end();
        assertFalse(new SessionCopies(folder).begin(), "told once");
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new HashSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** The child. */
    public static final class Window {

        private Window() {
        }

        public static void main(String[] args) throws IOException, InterruptedException {
            SessionCopies copies = new SessionCopies(Path.of(args[0]));
            copies.begin();
            Files.writeString(copies.own(), "work of a child");
            System.out.println("begun");
            Thread.sleep(Duration.ofMinutes(2).toMillis());
            // what holds the lock is in use to the end
            copies.end();
        }
    }
}
