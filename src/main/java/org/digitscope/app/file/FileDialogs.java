package org.digitscope.app.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.digitscope.app.run.AppModel;
import org.digitscope.files.AtomicFile;

/** Asks for files, reads and writes them in the background, and says in the window when that fails. */
public final class FileDialogs {

    private static final double PICTURE_SCALE = 2;

    private final AppModel model;
    private final Executor background;
    private final Executor fxThread;
    private final Chooser chooser;

    /** Shows the dialogs and gives the file that was chosen, if any. */
    public interface Chooser {
        Optional<File> save(FileChooser dialog);

        Optional<File> open(FileChooser dialog);
    }

    /** Reads a file; blocks. */
    public interface Source<T> {
        T read(Path file) throws IOException;
    }

    /** Writes a file; blocks. */
    public interface Content {
        void write(Path file) throws IOException;
    }

    public FileDialogs(AppModel model, Executor background, Executor fxThread, Chooser chooser) {
        this.model = model;
        this.background = background;
        this.fxThread = fxThread;
        this.chooser = chooser;
    }

    /** Asks beside {@code owner}'s window. */
    public static Chooser dialogsOf(Supplier<Window> owner) {
        return new Chooser() {
            @Override
            public Optional<File> save(FileChooser dialog) {
                return Optional.ofNullable(dialog.showSaveDialog(owner.get()));
            }

            @Override
            public Optional<File> open(FileChooser dialog) {
                return Optional.ofNullable(dialog.showOpenDialog(owner.get()));
            }
        };
    }

    /**
     * Saves something.
     *
     * @param name proposed for the file
     * @param kind of files, for the dialog, such as "CSV files"
     */
    public void save(String name, String kind, Content content) {
        save(name, List.of("*" + name.substring(name.lastIndexOf('.'))), kind, content);
    }

    /** The same for several kinds of files, of which the ending that the person gives is one. */
    public void save(String name, List<String> patterns, String kind, Content content) {
        FileChooser dialog = new FileChooser();
        dialog.setInitialFileName(name);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        chooser.save(dialog).ifPresent(file -> background.execute(() -> write(file.toPath(), content)));
    }

    /** Says something in the window; from any thread. */
    public void tell(String sentence) {
        fxThread.execute(() -> model.notices().tell(sentence));
    }

    /**
     * Opens something.
     *
     * @param kind of files, for the dialog
     * @param patterns of their names, such as "*.png"
     * @param use gets what was read, on the FX thread
     */
    public <T> void open(String kind, List<String> patterns, Source<T> source, Consumer<T> use) {
        choose(kind, patterns, path -> read(path, source, use));
    }

    /** Asks for a file and reads nothing yet. */
    public void choose(String kind, List<String> patterns, Consumer<Path> use) {
        FileChooser dialog = new FileChooser();
        dialog.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(kind, patterns),
                new FileChooser.ExtensionFilter("All files", "*"));
        chooser.open(dialog).ifPresent(file -> use.accept(file.toPath()));
    }

    /** Reads a file in the background; {@code use} gets what was read, on the */
    public <T> void read(Path file, Source<T> source, Consumer<T> use) {
        background.execute(() -> {
            try {
                T value = source.read(file);
                fxThread.execute(() -> use.accept(value));
            } catch (IOException problem) {
                fxThread.execute(() -> model.notices().warn(problem.getMessage()));
            }
        });
    }

    /** Saves what a node looks like as a PNG, twice as large as on screen. */
    public void savePicture(Node node, String name) {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        WritableImage image = node.snapshot(twice, null);
        save(name, "PNG pictures", file -> {
            byte[] png = PngImage.encode(image);
            AtomicFile.write(file, out -> out.write(png));
        });
    }

    private void write(Path file, Content content) {
        try {
            content.write(file);
        } catch (IOException problem) {
            fxThread.execute(() -> model.notices().warn(problem.getMessage()));
        }
    }
}
