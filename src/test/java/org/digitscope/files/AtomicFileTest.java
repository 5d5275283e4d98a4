package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

    @TempDir
    private Path directory;
    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = directory.resolve("curve.csv");
    }

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        AtomicFile.writeText(target, "first, and longer");
        AtomicFile.write(target, out -> out.write(new byte[] {1, 2, 3}));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
        assertEquals(List.of("curve.csv"), names());
    }

    @Test
    void textIsUtf8() throws IOException {
        AtomicFile.writeText(target, "784 → 20");
        assertEquals("784 → 20", Files.readString(target));
    }

    @Test
    void whenTheDiskIsFullTheOldFileLivesOnAndNothingIsLeftBehind() throws IOException {
        Files.writeString(target, "old");
        AtomicFile.Content content = out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        };
        Exception failure = assertThrows(UnwritableFileException.class, () -> AtomicFile.write(target, content));
        assertEquals("curve.csv could not be written: No space left on device", failure.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("curve.csv"), names());
    }

    @Test
    void whenTheContentBreaksTheOldFileLivesOnAndNothingIsLeftBehind() throws IOException {
        Files.writeString(target, "old");
        assertThrows(IllegalStateException.class, () -> AtomicFile.write(target, out -> {
            throw new IllegalStateException();
        }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("curve.csv"), names());
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path missing = directory.resolve("missing");
        refused(missing.resolve("curve.csv"), "curve.csv could not be written: there is no folder " + missing);
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        refused(file.resolve("curve.csv"), "curve.csv could not be written: there is no folder " + file);
    }

    @Test
    void aDirectoryIsNotReplaced() throws IOException {
        Files.createDirectory(target);
        refused(target, "curve.csv is a folder, so no file can be written there");
        Path root = target.getRoot();
        refused(root, root + " is a folder, so no file can be written there");
    }

    @Test
    void aReadOnlyDirectoryIsRefused() throws IOException {
        assumeTrue(directory.toFile().setWritable(false) && !Files.isWritable(directory), "root may write everywhere");
        refused(target, "curve.csv could not be written: access is denied");
        assertTrue(directory.toFile().setWritable(true));
        assertEquals(List.of(), names());
    }

    @Test
    void aWriteProtectedFileIsNotReplaced() throws IOException {
        Files.writeString(target, "old");
        assumeTrue(target.toFile().setWritable(false) && !Files.isWritable(target), "root may write everywhere");
        refused(target, "curve.csv is write-protected, so it was not replaced");
        assertEquals("old", Files.readString(target));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(directory.resolve("real.csv"), "old");
        assumeTrue(linked(real), "needs a file system with links");
        AtomicFile.writeText(target, "new");
        assertTrue(Files.isSymbolicLink(target));
        assertEquals("new", Files.readString(real));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rw-r--r--", "rw-rw-rw-", "rwxr-x--x", "rw----r--"})
    void aReplacedFileKeepsItsPermissions(String permissions) throws IOException {
        assumePosix();
        Path real = Files.writeString(directory.resolve("real.csv"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString(permissions));
        AtomicFile.writeText(real, "new");
        assertEquals(permissions, permissions(real));
        Files.createSymbolicLink(target, real);
        AtomicFile.writeText(target, "newer");
        assertTrue(Files.isSymbolicLink(target));
        assertEquals("newer", Files.readString(real));
        assertEquals(permissions, permissions(real));
    }

    @Test
    void whileAFileIsReplacedNobodyElseReadsWhatIsWritten() throws IOException {
        assumePosix();
        Files.setPosixFilePermissions(Files.writeString(target, "old"), PosixFilePermissions.fromString("rw-------"));
        AtomicFile.write(target, out -> {
            out.write(1);
            out.flush();
            for (String name : names()) {
                assertEquals("rw-------", permissions(directory.resolve(name)), name);
            }
            assertEquals(2, names().size());
        });
    }

    @Test
    void aNewFileHasThePermissionsThatNewFilesHave() throws IOException {
        assumePosix();
        AtomicFile.writeText(target, "new");
        assertEquals(permissions(Files.createFile(directory.resolve("usual"))), permissions(target));
    }

    @Test
    void aReplacedFileKeepsItsOwnerAndGroup() throws IOException {
        assumePosix();
        Files.writeString(target, "old");
        assumeTrue(isGivenAway(), "only root may give files away");
        AtomicFile.writeText(target, "new");
        assertEquals(4711, Files.getAttribute(target, "unix:uid"));
        assertEquals(4712, Files.getAttribute(target, "unix:gid"));
    }

    private boolean isGivenAway() {
        try {
            Files.setAttribute(target, "unix:gid", 4712);
            Files.setAttribute(target, "unix:uid", 4711);
            return Files.isWritable(target);
        } catch (IOException refused) {
            return false;
        }
    }

    private void assumePosix() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"), "needs a file system with POSIX permissions");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.isWritable(device), "needs Unix");
        AtomicFile.writeText(device, "gone");
        assertFalse(Files.isRegularFile(device));
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemovedADayLaterAndNothingElse() throws IOException {
        Path old = Files.createFile(directory.resolve(".digitscope-1.tmp"));
        Path young = Files.createFile(directory.resolve(".digitscope-2.tmp"));
        Path other = Files.createFile(directory.resolve("digitscope-3.tmp"));
        for (Path file : new Path[] {old, other}) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS)));
        }
        AtomicFile.writeText(directory.resolve("new.txt"), "new");
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young) && Files.exists(other));
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        Thread.currentThread().interrupt();
        try {
            AtomicFile.writeText(target, "kept");
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals("kept", Files.readString(target));
    }

    private boolean linked(Path real) {
        try {
            Files.createSymbolicLink(target, real);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void refused(Path file, String message) {
        assertEquals(message, assertThrows(UnwritableFileException.class,
                () -> AtomicFile.writeText(file, "new")).getMessage());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
