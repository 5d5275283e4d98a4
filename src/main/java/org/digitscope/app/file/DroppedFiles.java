package org.digitscope.app.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.digitscope.app.run.AppModel;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.PictureFile;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.lessons.LessonFile;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.networks.NetworkFormat;

/** Files that are dropped anywhere on the window, or that it starts with, are opened as what they are. A picture goes to the pad, wherever it is dropped. */
public final class DroppedFiles {

    private static final String NAMES_OF_DATA_SETS = ".*(\\.(csv|tsv|txt|gz|json|npy|zip)|[-._]idx.*|ubyte.*)";

    private enum Kind {
        PROJECT, NETWORK, DATA_SET, CURVE, LESSON
    }

    private final Session session;
    private final NetworkExchange networks;
    private final DataSets dataSets;
    private final DrawingFiles pictures;
    private final RunFiles runs;
    private final LessonFiles lessons;
    private final AppModel model;

    public DroppedFiles(Session session, NetworkExchange networks, DataSets dataSets, DrawingFiles pictures, RunFiles runs,
            LessonFiles lessons, AppModel model) {
        this.session = session;
        this.networks = networks;
        this.dataSets = dataSets;
        this.pictures = pictures;
        this.runs = runs;
        this.lessons = lessons;
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
        if (PictureFile.isNamedLikeOne(file)) {
            pictures.open(file);
        } else {
            model.background().ask(() -> kind(file), kind -> {
                switch (kind) {
                    case PROJECT -> session.open(file);
                    case NETWORK -> networks.open(file);
                    case DATA_SET -> dataSets.read(file);
                    case CURVE -> runs.openCurve(file);
                    case LESSON -> lessons.open(file);
                }
            });
        }
    }

    /** By what is in the file; its name tells only where that doesn't. Blocks. */
    private static Kind kind(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Optional<NetworkFormat> network = NetworkFiles.recognized(file);
        if (name.endsWith(".digitscope") || network.equals(Optional.of(NetworkFormat.PROJECT))) {
            return Kind.PROJECT;
        }
        if (LessonFile.isOne(file)) {
            return Kind.LESSON;
        }
        if (CurveCsv.isOne(file)) {
            return Kind.CURVE;
        }
        boolean isDataSet = network.equals(Optional.of(NetworkFormat.NPZ)) ? name.endsWith(".zip") || DigitFiles.areArraysOfOne(file)
                : network.isEmpty() && (Files.isDirectory(file) || name.matches(NAMES_OF_DATA_SETS));
        return isDataSet ? Kind.DATA_SET : Kind.NETWORK;
    }
}
