package org.digitscope.app;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.DataSets;
import org.digitscope.app.file.DrawingFiles;
import org.digitscope.app.file.DroppedFiles;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.file.NetworkExchange;
import org.digitscope.app.file.PictureMenu;
import org.digitscope.app.file.Results;
import org.digitscope.app.file.Session;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.study.AnswerLists;
import org.digitscope.app.study.Lookalikes;
import org.digitscope.app.study.NeuronStudies;
import org.digitscope.app.study.PadModel;
import org.digitscope.app.study.TestScores;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.app.view.ControlsController;
import org.digitscope.app.view.CurvesController;
import org.digitscope.app.view.DataSetController;
import org.digitscope.app.view.DigitsController;
import org.digitscope.app.view.DrawingController;
import org.digitscope.app.view.Exhibits;
import org.digitscope.app.view.FileMenuController;
import org.digitscope.app.view.HelpDialogs;
import org.digitscope.app.view.Layer2Controller;
import org.digitscope.app.view.MainController;
import org.digitscope.app.view.MenuController;
import org.digitscope.app.view.Navigation;
import org.digitscope.app.view.NeuronPageController;
import org.digitscope.app.view.NeuronsController;
import org.digitscope.app.view.NotebookController;
import org.digitscope.app.view.ParametersController;
import org.digitscope.app.view.RankingController;
import org.digitscope.app.view.StatusController;
import org.digitscope.app.view.TimelineController;
import org.digitscope.app.view.UpdateController;
import org.digitscope.app.view.WeightsController;
import org.digitscope.app.view.WhatIfController;
import org.digitscope.app.view.WhyController;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.SessionCopies;

/** Loads views and gives their controllers what they need: the one place where the parts of the window meet. */
final class Views {

    private final AppModel model;
    private final Appearance appearance;
    private final FileDialogs files;
    private final PadModel drawing;
    private final Lookalikes lookalikes;
    private final AnswerLists answers;
    private final TestScores scores;
    private final Selection selection = new Selection();
    private final WhatIfStudies studies;
    private final NeuronStudies neuronStudies;
    private final Session session;
    private final DataSets dataSets;
    private final Teaching teaching;
    private final Map<Class<?>, Supplier<Object>> makers;
    private final Navigation navigation = new Navigation();
    private final DrawingFiles pictures;
    private final NetworkExchange networks;

    /**
     * @param background runs what it is given on another thread
     * @param fxThread runs what it is given on the FX thread, later
     * @param folder where sessions are kept
     */
    Views(AppModel model, Appearance appearance, FileDialogs files, Executor background, Executor fxThread,
            Path folder) {
        this.model = model;
        this.appearance = appearance;
        this.files = files;
        drawing = new PadModel(model.shownProperty(), model.deskewProperty());
        lookalikes = new Lookalikes(model, drawing, background, fxThread);
        answers = new AnswerLists(model, background, fxThread);
        scores = new TestScores(model, background, fxThread);
        studies = new WhatIfStudies(model, selection, background, fxThread);
        neuronStudies = new NeuronStudies(model, selection, background, fxThread);
        UsedDataSets used = new UsedDataSets(folder.resolve("data-sets.json"));
        session = new Session(model, drawing, files, background, fxThread, new SessionCopies(folder), used);
        teaching = new Teaching(model, drawing, files, background, fxThread, folder);
        dataSets = new DataSets(model, files, used, background, fxThread);
        pictures = new DrawingFiles(model, drawing, files);
        networks = new NetworkExchange(model, files);
        makers = makers();
    }

    Navigation navigation() {
        return navigation;
    }

    PadModel drawing() {
        return drawing;
    }

    Session session() {
        return session;
    }

    Selection selection() {
        return selection;
    }

    /** The whole window, with the keys and menus that hold everywhere in it. */
    Scene scene(double width, double height) {
        Scene scene = new Scene(load("main"), width, height);
        scene.getStylesheets().add(Views.class.getResource("digitscope.css").toExternalForm());
        Shortcuts.install(scene, model, teaching);
        new PictureMenu(files, appearance).install(scene);
        droppedFiles().install(scene);
        return scene;
    }

    DroppedFiles droppedFiles() {
        return new DroppedFiles(session, networks, dataSets, pictures, files);
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
        Supplier<Object> maker = makers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("no view has the controller " + type.getName());
        }
        return maker.get();
    }

    private Map<Class<?>, Supplier<Object>> makers() {
        Results results = new Results(model, drawing, files);
        return Map.ofEntries(
                entry(MainController.class, () -> new MainController(model, appearance, navigation, view -> load(view.file()))),
                entry(MenuController.class, () -> new MenuController(model, appearance, drawing, pictures, teaching, results,
                        new HelpDialogs(), navigation)),
                entry(FileMenuController.class, () -> new FileMenuController(model, drawing, pictures, session, dataSets, networks, results)),
                entry(DataSetController.class, () -> new DataSetController(dataSets, appearance)),
                entry(ControlsController.class, () -> new ControlsController(model)),
                entry(CurvesController.class, () -> new CurvesController(model, appearance, files, results)),
                entry(NeuronsController.class, () -> new NeuronsController(model, appearance)),
                entry(DrawingController.class, () -> new DrawingController(model, appearance, drawing, lookalikes, pictures)),
                entry(TimelineController.class, () -> new TimelineController(model)),
                entry(StatusController.class, () -> new StatusController(model)),
                entry(WhyController.class, () -> new WhyController(model, appearance, drawing, lookalikes)),
                entry(DigitsController.class, () -> new DigitsController(model, appearance, drawing, navigation, answers)),
                entry(NotebookController.class, () -> new NotebookController(model, drawing, navigation, scores,
                        new Exhibits(model, appearance))),
                entry(WeightsController.class, WeightsController::new),
                entry(NeuronPageController.class, () -> new NeuronPageController(model, appearance, drawing, selection, neuronStudies,
                        studies)),
                entry(Layer2Controller.class, () -> new Layer2Controller(model, appearance, selection)),
                entry(ParametersController.class, () -> new ParametersController(model, appearance, selection, files)),
                entry(WhatIfController.class, () -> new WhatIfController(model, appearance, selection, scores, studies)),
                entry(UpdateController.class, () -> new UpdateController(model, selection)),
                entry(RankingController.class, () -> new RankingController(appearance, selection, studies)));
    }
}
