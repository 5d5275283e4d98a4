package org.digitscope.app.view;

import java.util.List;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.digitscope.app.file.DataSets;
import org.digitscope.app.file.DrawingFiles;
import org.digitscope.app.file.LessonFiles;
import org.digitscope.app.file.NetworkExchange;
import org.digitscope.app.file.Results;
import org.digitscope.app.file.Session;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.PadModel;

/** The file menu: what goes in and out. */
public final class FileMenuController {

    private final AppModel model;
    private final PadModel drawing;
    private final DrawingFiles pictures;
    private final Session session;
    private final DataSets dataSets;
    private final NetworkExchange exchange;
    private final Results results;
    private final LessonFiles lessons;
    private final SceneOnScreen screen;

    @FXML
    private Menu recent;
    @FXML
    private MenuItem saveProject;
    @FXML
    private MenuItem saveProjectAs;
    @FXML
    private MenuItem saveNetwork;
    @FXML
    private Menu saveResults;
    @FXML
    private MenuItem savePicture;

    public FileMenuController(AppModel model, PadModel drawing, DrawingFiles pictures, Session session, DataSets dataSets, NetworkExchange exchange,
            Results results, LessonFiles lessons, SceneOnScreen screen) {
        this.model = model;
        this.drawing = drawing;
        this.pictures = pictures;
        this.session = session;
        this.dataSets = dataSets;
        this.exchange = exchange;
        this.results = results;
        this.lessons = lessons;
        this.screen = screen;
    }

    @FXML
    private void initialize() {
        saveProject.disableProperty().bind(model.can().reset().not());
        saveProjectAs.disableProperty().bind(model.can().reset().not());
        saveNetwork.disableProperty().bind(model.can().reset().not());
        saveResults.disableProperty().bind(model.can().reset().not());
        savePicture.disableProperty().bind(drawing.blank());
        session.recent().addListener((Observable observable) -> showRecent());
        showRecent();
    }

    @FXML
    private void openProject() {
        session.open();
    }

    @FXML
    private void reopenLast() {
        session.reopenLast();
    }

    @FXML
    private void saveProject() {
        session.save();
    }

    @FXML
    private void saveProjectAs() {
        session.saveAs();
    }

    @FXML
    private void openNetwork() {
        exchange.openNetwork();
    }

    @FXML
    private void saveNetwork() {
        exchange.saveNetwork();
    }

    @FXML
    private void saveReport() {
        results.saveReport();
    }

    @FXML
    private void saveEpochs() {
        results.saveEpochs();
    }

    @FXML
    private void saveBatches() {
        results.saveBatches();
    }

    @FXML
    private void saveConfusion() {
        results.saveConfusion();
    }

    @FXML
    private void saveHeatmaps() {
        results.saveHeatmaps();
    }

    @FXML
    private void saveHeatmapValues() {
        results.saveHeatmapValues();
    }

    @FXML
    private void answerTable() {
        results.answerTable();
    }

    @FXML
    private void openData() {
        dataSets.open();
    }

    @FXML
    private void openMnist() {
        dataSets.openMnist();
    }

    @FXML
    private void openLesson() {
        lessons.open();
    }

    @FXML
    private void openBuiltInLesson() {
        lessons.openBuiltIn();
    }

    @FXML
    private void copyScene() {
        screen.copy();
    }

    @FXML
    private void saveMyResult() {
        lessons.saveResult();
    }

    @FXML
    private void beginLessonAnew() {
        lessons.reset();
    }

    @FXML
    private void openPicture() {
        pictures.open();
    }

    @FXML
    private void savePicture() {
        pictures.save();
    }

    @FXML
    private void quit() {
        List.copyOf(Window.getWindows()).stream().filter(window -> window instanceof Stage stage && stage.getOwner() == null)
                .forEach(window -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void showRecent() {
        recent.getItems().setAll(session.recent().stream().map(path -> {
            MenuItem item = new MenuItem(path.getFileName() + " – " + path.getParent());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> session.open(path));
            return item;
        }).toList());
        recent.setDisable(session.recent().isEmpty());
    }
}
