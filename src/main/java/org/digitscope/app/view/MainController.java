package org.digitscope.app.view;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.digitscope.app.AppModel;
import org.digitscope.app.Appearance;
import org.digitscope.app.Drawing;
import org.digitscope.app.FileDialogs;
import org.digitscope.app.HelpDialogs;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.ModelFile;
import org.digitscope.training.Snapshot;

/** The frame: menu, notices, and around everything else. */
public final class MainController {

    private static final PseudoClass PRESENTER = PseudoClass.getPseudoClass("presenter");

    private final AppModel model;
    private final Appearance appearance;
    private final Drawing drawing;
    private final FileDialogs files;
    private final HelpDialogs help;

    @FXML
    private BorderPane root;
    @FXML
    private MenuItem saveNetwork;
    @FXML
    private MenuItem saveCurve;
    @FXML
    private MenuItem play;
    @FXML
    private MenuItem step;
    @FXML
    private MenuItem stepEpoch;
    @FXML
    private MenuItem stop;
    @FXML
    private MenuItem reset;
    @FXML
    private MenuItem newSeed;
    @FXML
    private MenuItem showLive;
    @FXML
    private MenuItem goOn;
    @FXML
    private CheckMenuItem dark;
    @FXML
    private CheckMenuItem presenter;
    @FXML
    private HBox noticeBar;
    @FXML
    private Label notice;
    @FXML
    private Button noticeReset;

    public MainController(AppModel model, Appearance appearance, Drawing drawing, FileDialogs files, HelpDialogs help) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.files = files;
        this.help = help;
    }

    @FXML
    private void initialize() {
        saveNetwork.disableProperty().bind(model.canReset().not());
        saveCurve.disableProperty().bind(model.canReset().not());
        play.disableProperty().bind(model.canPlay().or(model.canPause()).not());
        step.disableProperty().bind(model.canStep().not());
        stepEpoch.disableProperty().bind(model.canStep().not());
        stop.disableProperty().bind(model.canStop().not());
        reset.disableProperty().bind(model.canReset().not());
        newSeed.disableProperty().bind(model.canReset().not());
        showLive.disableProperty().bind(model.canGoOnFromShown().not());
        goOn.disableProperty().bind(model.canGoOnFromShown().not());
        noticeReset.disableProperty().bind(model.canReset().not());
        dark.selectedProperty().bindBidirectional(appearance.darkProperty());
        presenter.selectedProperty().bindBidirectional(appearance.presenterProperty());
        notice.textProperty().bind(model.noticeProperty());
        noticeBar.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        noticeBar.managedProperty().bind(noticeBar.visibleProperty());
        appearance.presenterProperty().addListener((observable, before, after) ->
                root.pseudoClassStateChanged(PRESENTER, after));
        root.pseudoClassStateChanged(PRESENTER, appearance.presenterProperty().get());
    }

    @FXML
    private void saveNetwork() {
        ModelFile.Model shown = ModelFile.Model.of(model.liveProperty().get());
        files.save("digitscope.safetensors", "Networks", file -> ModelFile.write(file, shown));
    }

    @FXML
    private void saveCurve() {
        Snapshot snapshot = model.liveProperty().get();
        files.save("digitscope-epochs.csv", "CSV files", file -> CurveCsv.write(file, snapshot.curve()));
    }

    @FXML
    private void quit() {
        stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    @FXML
    private void undoStroke() {
        drawing.undo();
    }

    @FXML
    private void clearDrawing() {
        drawing.clear();
    }

    @FXML
    private void playOrPause() {
        model.playOrPause();
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void stepEpoch() {
        model.stepEpoch();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void reset() {
        model.reset();
    }

    @FXML
    private void newSeed() {
        model.newSeed();
    }

    @FXML
    private void showLive() {
        model.showLive();
    }

    @FXML
    private void goOnFromShown() {
        model.goOnFromShown();
    }

    @FXML
    private void toggleFullScreen() {
        stage().setFullScreen(!stage().isFullScreen());
    }

    @FXML
    private void showShortcuts() {
        help.showShortcuts(stage());
    }

    @FXML
    private void showAbout() {
        help.showAbout(stage());
    }

    @FXML
    private void dismissNotice() {
        model.dismissNotice();
    }

    private Stage stage() {
        return (Stage) root.getScene().getWindow();
    }
}
