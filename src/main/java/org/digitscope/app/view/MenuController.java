package org.digitscope.app.view;

import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.digitscope.app.AppModel;
import org.digitscope.app.Appearance;
import org.digitscope.app.DataSets;
import org.digitscope.app.Drawing;
import org.digitscope.app.DrawingFiles;
import org.digitscope.app.Exchange;
import org.digitscope.app.HelpDialogs;
import org.digitscope.app.Navigation;
import org.digitscope.app.Results;
import org.digitscope.app.Session;
import org.digitscope.app.Teaching;
import org.digitscope.app.View;

/** The menu bar: each entry is one command of the model or of what helps it. */
public final class MenuController {

    private final AppModel model;
    private final Appearance appearance;
    private final Drawing drawing;
    private final DrawingFiles pictures;
    private final Session session;
    private final DataSets dataSets;
    private final Teaching teaching;
    private final Exchange exchange;
    private final Results outcomes;
    private final HelpDialogs help;
    private final Navigation navigation;

    @FXML
    private MenuBar bar;
    @FXML
    private CheckMenuItem labelling;
    @FXML
    private CheckMenuItem trainOwn;
    @FXML
    private Menu recent;
    @FXML
    private MenuItem saveProject;
    @FXML
    private MenuItem saveProjectAs;
    @FXML
    private MenuItem saveNetwork;
    @FXML
    private Menu results;
    @FXML
    private MenuItem savePicture;
    @FXML
    private MenuItem undo;
    @FXML
    private MenuItem redo;
    @FXML
    private MenuItem clearDrawing;
    @FXML
    private MenuItem copyValues;
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
    private MenuItem fingerprint;
    @FXML
    private MenuItem showLive;
    @FXML
    private MenuItem goOn;
    @FXML
    private CheckMenuItem dark;
    @FXML
    private CheckMenuItem presenter;
    @FXML
    private Menu viewMenu;

    public MenuController(AppModel model, Appearance appearance, Drawing drawing, DrawingFiles pictures, Session session, DataSets dataSets,
            Teaching teaching, Exchange exchange, Results outcomes, HelpDialogs help, Navigation navigation) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.pictures = pictures;
        this.session = session;
        this.dataSets = dataSets;
        this.teaching = teaching;
        this.exchange = exchange;
        this.outcomes = outcomes;
        this.help = help;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        labelling.selectedProperty().bindBidirectional(teaching.labellingProperty());
        trainOwn.selectedProperty().bindBidirectional(teaching.trainingProperty());
        saveProject.disableProperty().bind(model.can().reset().not());
        saveProjectAs.disableProperty().bind(model.can().reset().not());
        session.recent().addListener((Observable observable) -> showRecent());
        showRecent();
        results.disableProperty().bind(model.can().reset().not());
        saveNetwork.disableProperty().bind(model.can().reset().not());
        fingerprint.disableProperty().bind(model.can().reset().not());
        undo.disableProperty().bind(drawing.canUndo().not());
        redo.disableProperty().bind(drawing.canRedo().not());
        clearDrawing.disableProperty().bind(drawing.blank());
        copyValues.disableProperty().bind(drawing.blank());
        savePicture.disableProperty().bind(drawing.blank());
        play.disableProperty().bind(model.can().play().or(model.can().pause()).not());
        step.disableProperty().bind(model.can().step().not());
        stepEpoch.disableProperty().bind(model.can().step().not());
        stop.disableProperty().bind(model.can().stop().not());
        reset.disableProperty().bind(model.can().reset().not());
        newSeed.disableProperty().bind(model.can().reset().not());
        showLive.disableProperty().bind(model.can().showLive().not());
        goOn.disableProperty().bind(model.can().goOnFromShown().not());
        dark.selectedProperty().bindBidirectional(appearance.darkProperty());
        presenter.selectedProperty().bindBidirectional(appearance.presenterProperty());
        addViews();
    }

    private void addViews() {
        ToggleGroup group = new ToggleGroup();
        for (View view : View.values()) {
            RadioMenuItem item = new RadioMenuItem(view.title());
            item.setToggleGroup(group);
            item.setAccelerator(KeyCombination.valueOf("Shortcut+" + (view.ordinal() + 1)));
            item.setOnAction(event -> navigation.viewProperty().set(view));
            viewMenu.getItems().add(view.ordinal(), item);
        }
        navigation.viewProperty().addListener((observable, before, after) -> check(after));
        check(navigation.viewProperty().get());
    }

    private void check(View view) {
        ((RadioMenuItem) viewMenu.getItems().get(view.ordinal())).setSelected(true);
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
    private void openData() {
        dataSets.open();
    }

    @FXML
    private void openMnist() {
        dataSets.openMnist();
    }

    @FXML
    private void scoreOwn() {
        teaching.score();
    }

    @FXML
    private void forgetOwn() {
        teaching.forgetLast();
    }

    @FXML
    private void saveOwn() {
        teaching.save();
    }

    @FXML
    private void addOwn() {
        teaching.add();
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
        outcomes.saveReport();
    }

    @FXML
    private void saveEpochs() {
        outcomes.saveEpochs();
    }

    @FXML
    private void saveBatches() {
        outcomes.saveBatches();
    }

    @FXML
    private void saveConfusion() {
        outcomes.saveConfusion();
    }

    @FXML
    private void saveHeatmaps() {
        outcomes.saveHeatmaps();
    }

    @FXML
    private void saveHeatmapValues() {
        outcomes.saveHeatmapValues();
    }

    @FXML
    private void answerTable() {
        outcomes.answerTable();
    }

    @FXML
    private void quit() {
        stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    @FXML
    private void undo() {
        drawing.undo();
    }

    @FXML
    private void redo() {
        drawing.redo();
    }

    @FXML
    private void copyValues() {
        pictures.copyValues();
    }

    @FXML
    private void pastePicture() {
        pictures.paste();
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
    private void showFingerprint() {
        outcomes.withFingerprint(found -> help.showFingerprint(stage(), found));
    }

    @FXML
    private void showShortcuts() {
        help.showShortcuts(stage());
    }

    @FXML
    private void showGlossary() {
        help.showGlossary(stage());
    }

    @FXML
    private void showAbout() {
        help.showAbout(stage());
    }

    private Stage stage() {
        return (Stage) bar.getScene().getWindow();
    }
}
