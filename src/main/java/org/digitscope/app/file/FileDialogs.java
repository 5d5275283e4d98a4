package org.digitscope.app.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import org.digitscope.app.run.Background;
import org.digitscope.files.AtomicFile;
import org.digitscope.plot.Palette;

/** Asks for files and what is to become of them; reading and writing is done in the background. */
public final class FileDialogs {

    /** What becomes of changes that the project file doesn't have. */
    public enum Decision {
        /** They are saved. */
        SAVE,
        /** They are not. */
        LEAVE,
        /** Nothing is done that they would be lost by. */
        STAY
    }

    private final Background background;
    private final Chooser chooser;
    private final LastFolders folders = new LastFolders();

    /** Shows the dialogs and gives the file that was chosen, if any. */
    public interface Chooser {

        Optional<File> save(FileChooser dialog);

        Optional<File> open(FileChooser dialog);

        /** Whether changes are to be saved before the window closes. */
        Decision saveBeforeClosing(String fileName);

        /** Whether they are before another session takes the place of this one; empty for one that has no file. */
        Decision saveBeforeOpening(Optional<String> fileName);
    }

    /** Reads a file; blocks. */
    public interface Source<T> {
        T read(Path file) throws IOException;
    }

    /** Writes a file; blocks. */
    public interface Content {
        void write(Path file) throws IOException;
    }

    /** Writes a file and gives the sentence that says so; blocks. */
    public interface Report {
        String write(Path file) throws IOException;
    }

    public FileDialogs(Background background, Chooser chooser) {
        this.background = background;
        this.chooser = chooser;
    }

    /** Where files were chosen last. */
    public LastFolders folders() {
        return folders;
    }

    /**
     * Saves something, and says so.
     *
     * @param name proposed for the file
     * @param kind of files, for the dialog, such as "CSV files"
     */
    public void save(String name, String kind, Content content) {
        save(name, patterns(name), kind, file -> {
            content.write(file);
            return "Saved " + file.getFileName() + ".";
        });
    }

    /** @param what it is, for people, such as "the report" */
    public void save(String what, String name, String kind, Content content) {
        save(name, patterns(name), kind, file -> {
            content.write(file);
            return "Saved " + what + " as " + file.getFileName() + ".";
        });
    }

    /** The same for several kinds of files, of which the ending that the person gives is one. */
    public void save(String name, List<String> patterns, String kind, Report content) {
        chooseTarget(name, patterns, kind, path -> background.write(String.valueOf(path.getFileName()),
                () -> background.tell(content.write(path))));
    }

    /**
     * Asks where to save and writes nothing yet.
     *
     * @param patterns of names; where there is but one, a name that doesn't end so gets its ending
     */
    public void chooseTarget(String name, List<String> patterns, String kind, Consumer<Path> use) {
        FileChooser dialog = dialog(kind);
        dialog.setInitialFileName(name);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        chosen(kind, chooser.save(dialog), path -> useNamed(path, patterns, use));
    }

    /** A file that the dialog didn't ask about is never replaced. */
    private void useNamed(Path chosen, List<String> patterns, Consumer<Path> use) {
        String ending = patterns.get(0).substring(1);
        String name = String.valueOf(chosen.getFileName());
        if (patterns.size() > 1 || name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            use.accept(chosen);
            return;
        }
        Path target = chosen.resolveSibling(name + ending);
        if (Files.exists(target)) {
            background.tell("Nothing was saved: " + target.getFileName() + " exists already. Choose that name to replace it.");
        } else {
            use.accept(target);
        }
    }

    /**
     * Opens something.
     *
     * @param kind of files, for the dialog
     * @param patterns of their names, such as "*.png"
     * @param use gets what was read
     */
    public <T> void open(String kind, List<String> patterns, Source<T> source, Consumer<T> use) {
        choose(kind, patterns, path -> background.ask(background.files(), () -> source.read(path), use, () -> { }));
    }

    /** Asks for a file and reads nothing yet. */
    public void choose(String kind, List<String> patterns, Consumer<Path> use) {
        FileChooser dialog = dialog(kind);
        dialog.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(kind, patterns),
                new FileChooser.ExtensionFilter("All files", "*"));
        chosen(kind, chooser.open(dialog), use);
    }

    private FileChooser dialog(String kind) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(kind);
        folders.of(kind).map(Path::toFile).ifPresent(dialog::setInitialDirectory);
        return dialog;
    }

    private void chosen(String kind, Optional<File> file, Consumer<Path> use) {
        file.map(File::toPath).ifPresent(path -> {
            folders.remember(kind, path);
            use.accept(path);
        });
    }

    private static List<String> patterns(String name) {
        return List.of("*" + name.substring(name.lastIndexOf('.')));
    }

    /** Saves what a node looks like in these colours as a PNG, twice as large as on screen. */
    public void savePicture(Node node, Palette colours, String name) {
        WritableImage image = PngImage.of(node, colours);
        save(name, "PNG pictures", file -> {
            byte[] png = PngImage.encode(image);
            AtomicFile.write(file, out -> out.write(png));
        });
    }

    /** Saves an SVG document, which is written off this thread. */
    public void saveSvg(Supplier<String> document, String name) {
        save(name, "SVG pictures", file -> AtomicFile.writeText(file, document.get()));
    }

    /** Asks what becomes of changes that the project file doesn't have, as the window is about to close. */
    Decision askToSave(Path project) {
        return chooser.saveBeforeClosing(String.valueOf(project.getFileName()));
    }

    /** The same as another session is about to take the place of this one. */
    Decision askToSaveBeforeOpening(Optional<Path> project) {
        return chooser.saveBeforeOpening(project.map(path -> String.valueOf(path.getFileName())));
    }
}
