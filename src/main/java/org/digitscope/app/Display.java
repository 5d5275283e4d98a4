package org.digitscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether this machine can show a window, found out before JavaFX tries and fails. */
public final class Display {

    private static final String GTK = "libgtk-3.so.0";

    private Display() {
    }

    /** What is missing for a window and how to get it, in a sentence; empty when nothing is known to be missing. */
    public static Optional<String> missing() {
        return missing(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform"),
                libraryFolders(System.getProperty("os.arch")));
    }

    static Optional<String> missing(String system, Map<String, String> environment, String toolkit, List<Path> libraries) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || toolkit != null) {
            return Optional.empty();
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Optional.of("There is no display for the window (the variable DISPLAY is not set; start it on a desktop, "
                    + "with 'ssh -X', or under 'xvfb-run').");
        }
        if (libraries.stream().noneMatch(folder -> Files.exists(folder.resolve(GTK)))) {
            return Optional.of("The window needs GTK 3, which is not installed (on Debian and Ubuntu: "
                    + "'sudo apt-get install libgtk-3-0').");
        }
        return Optional.empty();
    }

    static List<Path> libraryFolders(String architecture) {
        String debian = (architecture.equals("amd64") ? "x86_64" : architecture) + "-linux-gnu";
        return List.of(Path.of("/usr/lib", debian), Path.of("/lib", debian), Path.of("/usr/lib64"), Path.of("/usr/lib"),
                Path.of("/lib64"), Path.of("/usr/local/lib"), Path.of("/run/current-system/sw/lib"));
    }
}
