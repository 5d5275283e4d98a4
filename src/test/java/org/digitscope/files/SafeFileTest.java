package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {

    @TempDir
    private Path folder;

    @Test
    void replacesTheOldFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("curve.csv");
        SafeFile.writeText(file, "old");
        SafeFile.writeText(file, "new, longer");
        assertEquals("new, longer", Files.readString(file));
        assertEquals(List.of("curve.csv"), names());
    }

    @Test
    void aFailureHalfWayKeepsTheOldFileAndSaysWhichCouldNotBeWritten() throws IOException {
        Path file = folder.resolve("model");
        SafeFile.writeText(file, "old");
        UnwritableFileException problem = assertThrows(UnwritableFileException.class, () -> SafeFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        assertTrue(problem.getMessage().contains("model") && problem.getMessage().contains("No space left"));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("model"), names());
    }

    @Test
    void aFolderThatIsMissingOrTheTargetItselfIsSaid() throws IOException {
        Path nowhere = folder.resolve("nowhere").resolve("file");
        assertTrue(assertThrows(UnwritableFileException.class, () -> SafeFile.writeText(nowhere, ""))
                .getMessage().contains("there is no folder"));
        assertTrue(assertThrows(UnwritableFileException.class, () -> SafeFile.writeText(folder, ""))
                .getMessage().contains("it is a folder"));
        assertEquals(List.of(), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
