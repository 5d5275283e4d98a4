package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
    void damagedFilesAreRefusedInOneSentenceOrRead() throws IOException {
        Path file = folder.resolve("mine.json");
        TaughtDigitsFile.write(file, DIGITS);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(2);
        for (int round = 0; round < whole.length + 600; round++) {
            byte[] broken = round < whole.length ? Arrays.copyOf(whole, round) : whole.clone();
            if (round >= whole.length) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, broken);
            try {
                TaughtDigitsFile.read(file);
            } catch (UnreadableFileException clear) {
                assertTrue(clear.getMessage().startsWith("mine.json ") && clear.getMessage().contains("expected"), clear.getMessage());
            }
        }
        Files.writeString(file, "{\"format\": \"digitscope drawings\", \"version\": 1, \"drawings\": [{\"label\": 11, \"lines\": []}]}");
        assertThrows(UnreadableFileException.class, () -> TaughtDigitsFile.read(file));
    }
}
