package org.digitscope.app.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.digitscope.app.run.Background;
import org.digitscope.files.PictureFile;
import org.digitscope.files.datasets.DigitFiles;

/** Files that are dropped anywhere on the window are opened as what they are. A picture goes to the pad, wherever it is dropped. */
public final class DroppedFiles {

    private final Session session;
    private final NetworkExchange networks;
    private final DataSets dataSets;
    private final DrawingFiles pictures;
    private final Background background;

    public DroppedFiles(Session session, NetworkExchange networks, DataSets dataSets, DrawingFiles pictures, Background background) {
        this.session = session;
        this.networks = networks;
        this.dataSets = dataSets;
        this.pictures = pictures;
        this.background = background;
    }

    public void install(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                open(event.getDragboard().getFiles().get(0).toPath());
                event.setDropCompleted(true);
            }
        });
    }

    public void open(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".digitscope")) {
            session.open(file);
        } else if (PictureFile.isNamedLikeOne(file)) {
            pictures.open(file);
        } else if (Files.isDirectory(file) || name.matches(".*(\\.(csv|tsv|txt|gz|json|npy|zip)|[-._]idx.*|ubyte.*)")) {
            dataSets.read(file);
        } else if (name.endsWith(".npz")) {
            background.ask(() -> DigitFiles.areArraysOfOne(file), isDataSet -> {
                if (isDataSet) {
                    dataSets.read(file);
                } else {
                    networks.open(file);
                }
            });
        } else {
            networks.open(file);
        }
    }
}
