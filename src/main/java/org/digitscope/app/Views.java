package org.digitscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.digitscope.app.view.ControlsController;
import org.digitscope.app.view.CurvesController;
import org.digitscope.app.view.DrawingController;
import org.digitscope.app.view.MainController;
import org.digitscope.app.view.NeuronsController;
import org.digitscope.app.view.StatusController;
import org.digitscope.app.view.TimelineController;
import org.digitscope.app.view.WhyController;

/** Loads views and gives their controllers what they need: the one place where the parts of the window meet. */
final class Views {

    private final AppModel model;
    private final Appearance appearance;
    private final FileDialogs files;
    private final Drawing drawing;
    private final Lookalikes lookalikes;
    private final Navigation navigation = new Navigation();

    /**
     * @param background runs what it is given on another thread
     * @param fxThread runs what it is given on the FX thread, later
     */
    Views(AppModel model, Appearance appearance, FileDialogs files, Executor background, Executor fxThread) {
        this.model = model;
        this.appearance = appearance;
        this.files = files;
        drawing = new Drawing(model.shownProperty(), model.deskewProperty());
        lookalikes = new Lookalikes(model, drawing, background, fxThread);
    }

    /** The address of the one stylesheet. */
    static String stylesheet() {
        return Views.class.getResource("digitscope.css").toExternalForm();
    }

    /** Loads a view by the name of its FXML file, without the ending. */
    Parent load(String name) {
        FXMLLoader loader = new FXMLLoader(MainController.class.getResource(name + ".fxml"));
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("the view " + name + " is broken", broken);
        }
    }

    private Object controller(Class<?> type) {
        if (type == MainController.class) {
            return new MainController(model, appearance, drawing, new DrawingFiles(model, drawing, files), files,
                    new HelpDialogs(), navigation, view -> load(view.file()));
        } else if (type == ControlsController.class) {
            return new ControlsController(model);
        } else if (type == CurvesController.class) {
            return new CurvesController(model, appearance, files);
        } else if (type == NeuronsController.class) {
            return new NeuronsController(model, appearance);
        } else if (type == DrawingController.class) {
            return new DrawingController(model, appearance, drawing, lookalikes,
                    new DrawingFiles(model, drawing, files));
        } else if (type == WhyController.class) {
            return new WhyController(model, appearance, drawing, lookalikes);
        } else if (type == TimelineController.class) {
            return new TimelineController(model);
        } else if (type == StatusController.class) {
            return new StatusController(model);
        }
        throw new IllegalArgumentException("no view has the controller " + type.getName());
    }
}
