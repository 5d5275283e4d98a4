package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dropped anywhere on the window are opened as what they are. A picture goes to the pad, wherever it is dropped. */
final class DroppedFiles {

    private final Session session;
    private final Exchange networks;
    private final DataSets dataSets;
    private final DrawingFiles pictures;

    DroppedFiles(Session session, Exchange networks, DataSets dataSets, DrawingFiles pictures) {
        this.session = session;
        this.networks = networks;
        this.dataSets = dataSets;
        this.pictures = pictures;
    }

    void install(Scene scene) {
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

    void open(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".digitscope")) {
            session.open(file);
        } else if (name.matches(".*\\.(png|jpe?g|gif|bmp)")) {
            pictures.open(file);
        } else if (Files.isDirectory(file) || name.matches(".*(\\.(csv|tsv|gz)|ubyte)") || hasPictures(file)) {
            dataSets.read(file);
        } else {
            networks.open(file);
        }
    }

    /** NumPy's zip files hold data sets and networks. */
    private static boolean hasPictures(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("x_train.npy") != null;
        } catch (IOException | RuntimeException noZip) {
            return false;
        }
    }
}
