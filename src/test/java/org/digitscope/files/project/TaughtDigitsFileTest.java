package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.drawing.TaughtDigits.Taught;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaughtDigitsFileTest {

    private static final TaughtDigits DIGITS = new TaughtDigits(List.of(
            new Taught(7, new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.1, 1 / 3.0), new Point(0.7, 0.2)), 0.065)))),
            new Taught(0, new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.5, 0.5)), 0.1))))));

    @TempDir
    private Path folder;

    @Test
    void strokesComeBackToTheBit() throws IOException {
        Path file = folder.resolve("mine.json");
        TaughtDigitsFile.write(file, DIGITS);
        assertEquals(DIGITS, TaughtDigitsFile.read(file));
    }

    @Test
    void aLabelThatIsNoDigitIsRefused() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "{\"format\": \"digitscope drawings\", \"version\": 1, \"drawings\": [{\"label\": 11, \"lines\": []}]}");
        assertThrows(UnreadableFileException.class, () -> TaughtDigitsFile.read(file));
    }
}
