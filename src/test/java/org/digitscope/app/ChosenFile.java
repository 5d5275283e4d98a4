package org.digitscope.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.file.FileDialogs.Decision;

/**
 * Answers as a person would in the system's dialogs; null is for no file.
 *
 * @param decision about changes, as the window closes
 * @param opening about changes, as another session is opened
 */
public record ChosenFile(Supplier<Path> save, Supplier<Path> open, Supplier<Decision> decision, Supplier<Decision> opening)
        implements FileDialogs.Chooser {

    /** What is changed may go when another session is opened. */
    public ChosenFile(Supplier<Path> save, Supplier<Path> open, Supplier<Decision> decision) {
        this(save, open, decision, () -> Decision.LEAVE);
    }

    /** The same file for all. */
    public ChosenFile(Path file) {
        this(() -> file, () -> file, () -> Decision.SAVE);
    }

    @Override
    public Optional<File> save(FileChooser dialog) {
        return Optional.ofNullable(save.get()).map(Path::toFile);
    }

    @Override
    public Optional<File> open(FileChooser dialog) {
        return Optional.ofNullable(open.get()).map(Path::toFile);
    }

    @Override
    public Decision saveBeforeClosing(String fileName) {
        return decision.get();
    }

    @Override
    public Decision saveBeforeOpening(Optional<String> fileName) {
        return opening.get();
    }
}
