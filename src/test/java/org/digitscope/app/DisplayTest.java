package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {

    @TempDir
    private Path libraries;

    @Test
    void linuxNeedsADisplayAndGtkAndSaysHowToGetThem() throws IOException {
        Map<String, String> display = Map.of("DISPLAY", ":0");
        String noDisplay = Display.missing("Linux", Map.of(), null, List.of(libraries)).orElseThrow();
        assertTrue(noDisplay.contains("DISPLAY") && noDisplay.contains("xvfb-run"), noDisplay);
        String noGtk = Display.missing("Linux", display, null, List.of(libraries)).orElseThrow();
        assertTrue(noGtk.contains("GTK 3") && noGtk.contains("libgtk-3-0"), noGtk);
        Files.createFile(libraries.resolve("libgtk-3.so.0"));
        assertEquals(Optional.empty(), Display.missing("Linux", display, null, List.of(libraries)));
    }

    @Test
    void otherSystemsAndAHeadlessToolkitNeedNeither() {
        assertEquals(Optional.empty(), Display.missing("Windows 11", Map.of(), null, List.of()));
        assertEquals(Optional.empty(), Display.missing("Mac OS X", Map.of(), null, List.of()));
        assertEquals(Optional.empty(), Display.missing("Linux", Map.of(), "Monocle", List.of()));
    }
}
