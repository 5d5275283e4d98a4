package org.digitscope.app.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.digitscope.app.run.AppModel;
import org.digitscope.files.PictureFile;
import org.digitscope.files.datasets.DigitFiles;

/** Files that are dropped anywhere on the window, or that it starts with, are opened as what they are. A picture goes to the pad, wherever it is dropped. */
public final class DroppedFiles {

    private final Session session;
    private final NetworkExchange networks;
    private final DataSets dataSets;
    private final DrawingFiles pictures;
    private final AppModel model;

    public DroppedFiles(Session session, NetworkExchange networks, DataSets dataSets, DrawingFiles pictures, AppModel model) {
        this.session = session;
        this.networks = networks;
        this.dataSets = dataSets;
        this.pictures = pictures;
        this.model = model;
    }

    public void install(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
                event.setDropCompleted(true);
            }
        });
    }

    /** Opens the first one and says which ones are left out: those that aren't of the same data set. */
    public void open(List<Path> files) {
        open(files.get(0));
        if (files.size() > 1) {
            model.background().ask(() -> LeftOut.of(files), left -> left.ifPresent(model.notices()::remark));
        }
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
            model.background().ask(() -> DigitFiles.areArraysOfOne(file), isDataSet -> {
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
