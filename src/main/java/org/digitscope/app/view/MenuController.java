package org.digitscope.app.view;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.Copying;
import org.digitscope.app.file.DrawingFiles;
import org.digitscope.app.file.Results;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.UndoOrder;
import org.digitscope.app.study.PadModel;

/** The menu bar behind the file menu: each entry is one command of the model or of what helps it. */
public final class MenuController {

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final DrawingFiles pictures;
    private final Copying copying;
    private final Teaching teaching;
    private final Results results;
    private final HelpDialogs help;
    private final UndoOrder undoOrder;
    private final Navigation navigation;
    private final LessonScenes scenes;

    @FXML
    private MenuBar bar;
    @FXML
    private CheckMenuItem labelling;
    @FXML
    private CheckMenuItem trainOwn;
    @FXML
    private MenuItem undo;
    @FXML
    private MenuItem redo;
    @FXML
    private MenuItem exchangeInk;
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
    private MenuItem bestEpoch;
    @FXML
    private MenuItem goOn;
    @FXML
    private MenuItem goBack;
    @FXML
    private CheckMenuItem dark;
    @FXML
    private CheckMenuItem presenter;
    @FXML
    private Menu viewMenu;
    @FXML
    private Menu weightsMenu;
    @FXML
    private Menu runsMenu;
    @FXML
    private MenuItem nextScene;
    @FXML
    private MenuItem previousScene;

    public MenuController(AppModel model, Appearance appearance, PadModel drawing, DrawingFiles pictures, Copying copying,
            Teaching teaching, Results results, HelpDialogs help, Navigation navigation, UndoOrder undoOrder, LessonScenes scenes) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.pictures = pictures;
        this.copying = copying;
        this.teaching = teaching;
        this.results = results;
        this.help = help;
        this.undoOrder = undoOrder;
        this.navigation = navigation;
        this.scenes = scenes;
    }

    @FXML
    private void initialize() {
        labelling.selectedProperty().bindBidirectional(teaching.labellingProperty());
        trainOwn.selectedProperty().bindBidirectional(teaching.trainingProperty());
        fingerprint.disableProperty().bind(model.can().reset().not());
        undo.disableProperty().bind(undoOrder.canUndo().not());
        redo.disableProperty().bind(undoOrder.canRedo().not());
        exchangeInk.disableProperty().bind(drawing.sheetProperty().map(sheet -> sheet.backdrop().isEmpty()));
        clearDrawing.disableProperty().bind(drawing.blank());
        copyValues.disableProperty().bind(drawing.blank());
        play.disableProperty().bind(model.can().play().or(model.can().pause()).not());
        step.disableProperty().bind(model.can().step().not());
        stepEpoch.disableProperty().bind(model.can().step().not());
        stop.disableProperty().bind(model.can().stop().not());
        reset.disableProperty().bind(model.can().reset().not());
        newSeed.disableProperty().bind(model.can().reset().not());
        showLive.disableProperty().bind(model.can().showLive().not());
        bestEpoch.disableProperty().bind(model.can().showBestEpoch().not());
        goOn.disableProperty().bind(model.can().goOnFromShown().not());
        goBack.disableProperty().bind(model.can().goBack().not());
        dark.selectedProperty().bindBidirectional(appearance.darkProperty());
        presenter.selectedProperty().bindBidirectional(appearance.presenterProperty());
        nextScene.disableProperty().bind(scenes.anyProperty().not());
        previousScene.disableProperty().bind(scenes.anyProperty().not());
        addViews();
        addParts(weightsMenu, View.WEIGHTS, WeightsPart.values(), "Alt+", navigation::goTo);
        addParts(runsMenu, View.RUNS, RunsPart.values(), "Alt+Shift+", navigation::goTo);
    }

    /** Each with a key of its own, so that one press leads there from anywhere. */
    private static <P extends Enum<P>> void addParts(Menu menu, View view, P[] parts, String keys, Consumer<P> open) {
        for (P part : parts) {
            String words = Navigation.words(part);
            MenuItem item = new MenuItem(view.title() + ": " + words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
            item.setAccelerator(KeyCombination.valueOf(keys + (part.ordinal() + 1)));
            item.setOnAction(event -> open.accept(part));
            menu.getItems().add(item);
        }
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

    @FXML
    private void undo() {
        undoOrder.undo();
    }

    @FXML
    private void redo() {
        undoOrder.redo();
    }

    @FXML
    private void copy() {
        copying.copy(bar.getScene().getFocusOwner());
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
    private void exchangeInk() {
        drawing.exchangeInk();
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
        model.inspection().showLive();
    }

    @FXML
    private void showBestEpoch() {
        model.showBestEpoch();
    }

    @FXML
    private void goOnFromShown() {
        model.goOnFromShown();
    }

    @FXML
    private void goBack() {
        model.goBack();
    }

    @FXML
    private void nextScene() {
        scenes.next();
    }

    @FXML
    private void previousScene() {
        scenes.previous();
    }

    @FXML
    private void toggleFullScreen() {
        stage().setFullScreen(!stage().isFullScreen());
    }

    @FXML
    private void showFingerprint() {
        results.withFingerprint(found -> help.showFingerprint(stage(), found));
    }

    @FXML
    private void showShortcuts() {
        help.showShortcuts(stage(), bar);
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
