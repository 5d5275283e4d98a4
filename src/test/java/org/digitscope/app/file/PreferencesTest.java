package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.digitscope.drawing.OtherHands;
import org.digitscope.network.Architecture;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    private static final Preferences OTHER = new Preferences(Optional.of(new Point2D(-1500, 20.5)), 1600, 900, true, true, true, true, false, true, true,
            new OtherHands(0.5, -7), List.of(Path.of("/a/b.digitscope"), Path.of("c d.digitscope")),
            Map.of("", Path.of("/x"), "CSV files", Path.of("/a b/ü")), new Hyperparameters(7, 64, 0.01, OptimizerKind.SGD, 0.5, Architecture.relu(33), -9)
                    .withEarlyStopping(new EarlyStopping(1000, Monitor.VAL_ACCURACY, true)));

    @TempDir
    private Path folder;

    @Test
    void areKeptFromOneStartToTheNext() throws IOException {
        PreferencesFile file = new PreferencesFile(folder.resolve("a").resolve("preferences.properties"));
        assertEquals(Preferences.DEFAULT, file.read());
        file.write(OTHER);
        assertEquals(OTHER, file.read());
    }

    @Test
    void damagedValuesAreReplacedByTheDefaults() throws IOException {
        Path path = folder.resolve("preferences.properties");
        for (String text : new String[] {"", "width=abc\nepochs=x", "width=-5\nheight=1e9\nepochs=0", "\\uZZZZ", "width=NaN",
            "epochs=5", "x=12", "x=1\ny=NaN", "x=1e9\ny=0", "otherHands=50 %", "otherHands=x\nhandsSeed=1"}) {
            Files.writeString(path, text);
            assertEquals(Preferences.DEFAULT, new PreferencesFile(path).read(), text);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidInASentence() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("preferences.properties");
        String message = assertThrows(IOException.class, () -> new PreferencesFile(blocked).write(OTHER)).getMessage();
        assertTrue(message.startsWith("preferences.properties can't be written"), message);
    }

    @Test
    void eachSystemHasItsFolder() {
        assertEquals(Path.of("/home/a/.config/digitscope"), PreferencesFile.folder("Linux", "/home/a", Map.of()));
        Path absolute = Path.of("/x").toAbsolutePath();
        assertEquals(absolute.resolve("digitscope"),
                PreferencesFile.folder("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", absolute.toString())));
        assertEquals(Path.of("/Users/a/Library/Application Support/Digitscope"),
                PreferencesFile.folder("Mac OS X", "/Users/a", Map.of()));
        assertEquals(absolute.resolve("Digitscope"), PreferencesFile.folder("Windows 11", "/u", Map.of("APPDATA", absolute.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "config", "../config", "~/.config"})
    void aFolderThatIsEmptyOrRelativeCountsAsUnset(String folder) {
        assertEquals(Path.of("/home/a/.config/digitscope"), PreferencesFile.folder("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", folder)));
        assertEquals(Path.of("/u/Digitscope"), PreferencesFile.folder("Windows 11", "/u", Map.of("APPDATA", folder)));
    }
}
