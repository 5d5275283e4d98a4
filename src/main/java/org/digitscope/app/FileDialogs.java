package org.digitscope.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.digitscope.files.AtomicFile;

/** Asks where to save, writes in the background, and says in the window when that fails. */
public final class FileDialogs {

    private static final double PICTURE_SCALE = 2;

    private final AppModel model;
    private final Executor background;
    private final Executor fxThread;
    private final Function<FileChooser, Optional<File>> ask;

    /** Writes a file; blocks. */
    public interface Content {
        void write(Path file) throws IOException;
    }

    /** @param ask shows the dialog and gives the file that was chosen, if any */
    FileDialogs(AppModel model, Executor background, Executor fxThread, Function<FileChooser, Optional<File>> ask) {
        this.model = model;
        this.background = background;
        this.fxThread = fxThread;
        this.ask = ask;
    }

    /** Asks for a file beside {@code owner}'s window and shows nothing else. */
    static Function<FileChooser, Optional<File>> dialogOf(Supplier<Window> owner) {
        return chooser -> Optional.ofNullable(chooser.showSaveDialog(owner.get()));
    }

    /**
     * Saves something.
     *
     * @param name proposed for the file
     * @param kind of files, for the dialog, such as "CSV files"
     */
    public void save(String name, String kind, Content content) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + name.substring(name.lastIndexOf('.'))));
        ask.apply(chooser).ifPresent(file -> background.execute(() -> write(file.toPath(), content)));
    }

    /** Saves what a node looks like as a PNG, twice as large as on screen. */
    public void savePicture(Node node, String name) {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        WritableImage image = node.snapshot(twice, null);
        byte[] png = PngImage.encode(image);
        save(name, "PNG pictures", file -> AtomicFile.write(file, out -> out.write(png)));
    }

    private void write(Path file, Content content) {
        try {
            content.write(file);
        } catch (IOException problem) {
            fxThread.execute(() -> model.tell(problem.getMessage()));
        }
    }
}
