package org.digitscope.app.file;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.UnwritableFileException;

/** Where preferences are kept: the folder that each system has for such files. */
public final class PreferencesFile {

    private final Path file;

    PreferencesFile(Path file) {
        this.file = file;
    }

    /** The usual place for this person on this system. */
    public static PreferencesFile usual() {
        return new PreferencesFile(folder(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv())
                .resolve("preferences.properties"));
    }

    static Path folder(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return configured(environment.get("APPDATA"), home).resolve("Digitscope");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Digitscope");
        }
        return configured(environment.get("XDG_CONFIG_HOME"), home + "/.config").resolve("digitscope");
    }

    /** The XDG Base Directory Specification: what is empty counts as unset, and what is relative is ignored. */
    private static Path configured(String folder, String usual) {
        return folder != null && Path.of(folder).isAbsolute() ? Path.of(folder) : Path.of(usual);
    }

    /** Where the program keeps what is its own. */
    public Path folder() {
        return file.toAbsolutePath().getParent();
    }

    /** What was kept; the defaults where there is nothing, or nothing that can be read. */
    public Preferences read() {
        Properties text = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                text.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                return Preferences.DEFAULT;
            }
        }
        return Preferences.of(text);
    }

    /** @throws IOException with a sentence for people when they can't be kept */
    public void write(Preferences preferences) throws IOException {
        StringWriter text = new StringWriter();
        preferences.toProperties().store(text, "Digitscope");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException refused) {
            throw new UnwritableFileException(file, "can't be written: there is no permission for its folder");
        }
        AtomicFile.writeText(file, text.toString());
    }
}
