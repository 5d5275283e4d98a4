package org.digitscope.app;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.GalleryKeys;
import org.digitscope.app.control.InSight;
import org.digitscope.app.control.PageKeys;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.view.LessonScenes;

/**
 * Keys that hold wherever the focus is: Space trains and pauses everywhere but in a text field, so a focused button is pressed with
 * Enter; → trains a batch everywhere but where it moves within what has the focus. Enter in a text field that sets something gives the
 * keys back to the view around it. The menu's accelerators do the rest.
 */
final class Shortcuts {

    /** The style class of fields in which one types again after Enter. */
    private static final String ASKED_AGAIN = "asked-again";

    private final Scene scene;
    private final AppModel model;
    private final Teaching teaching;
    private final LessonScenes scenes;
    /** What had the focus as the key went down, as long as it is down. */
    private Optional<Node> pressedOn = Optional.empty();
    /** Whether the key that is down has labelled the drawing, so that the digit that it types doesn't do so again. */
    private boolean labelled;

    private Shortcuts(Scene scene, AppModel model, Teaching teaching, LessonScenes scenes) {
        this.scene = scene;
        this.model = model;
        this.teaching = teaching;
        this.scenes = scenes;
    }

    static void install(Scene scene, AppModel model, Teaching teaching, LessonScenes scenes) {
        Shortcuts keys = new Shortcuts(scene, model, teaching, scenes);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
        scene.addEventFilter(KeyEvent.KEY_TYPED, keys::type);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> keys.pressedOn = Optional.empty());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::closeNotice);
    }

    private void press(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        pressedOn = Optional.ofNullable(focused);
        boolean plain = isPlain(event);
        labelled = plain && event.getCode().isDigitKey() && teaching.label(Integer.parseInt(event.getCode().getName().replaceAll("\\D", "")));
        if (labelled) {
            event.consume();
        } else if (plain && event.getCode() == KeyCode.SPACE && !event.isShiftDown()) {
            model.playOrPause();
            event.consume();
        } else if (plain && event.getCode() == KeyCode.ENTER && focused instanceof ButtonBase button) {
            button.fire();
            event.consume();
        } else if (plain && event.getCode() == KeyCode.RIGHT && !needsArrows(focused)) {
            if (event.isShiftDown()) {
                model.stepEpoch();
            } else {
                model.step();
            }
            event.consume();
        } else if ((event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP) && scenes.anyProperty().get()) {
            turnPage(event, plain && !event.isShiftDown());
        } else if (focused instanceof ListView || focused instanceof MenuButton menu && !menu.isShowing()) {
            // these would keep Escape to themselves, without a use for it
            closeNotice(event);
        } else if (event.getCode() == KeyCode.ENTER && focused instanceof TextField field) {
            Platform.runLater(() -> leave(field));
        }
    }

    /**
     * Scenes go on wherever the focus is, as a remote control for talks presses these keys. In a field nothing happens, and what has the
     * focus and is longer than its room is scrolled as usual.
     */
    private void turnPage(KeyEvent event, boolean plain) {
        if (plain && PageKeys.needs(scene.getFocusOwner())) {
            return;
        }
        if (plain && event.getCode() == KeyCode.PAGE_DOWN) {
            scenes.next();
        } else if (plain) {
            scenes.previous();
        }
        event.consume();
    }

    /** Escape, where nothing nearer needs it: what has the focus, or a question that it cancels. */
    private void closeNotice(KeyEvent event) {
        boolean cancels = scene.getRoot().lookupAll(".button").stream()
                .anyMatch(node -> node instanceof Button button && button.isCancelButton() && InSight.of(button).getValue());
        if (event.getCode() == KeyCode.ESCAPE && !cancels && !model.notices().textProperty().get().isEmpty()) {
            model.notices().close();
            event.consume();
        }
    }

    /**
     * Some keyboards type digits with Shift, or with keys that are named otherwise. A key that led to a field was a command: its letter
     * doesn't belong there.
     */
    private void type(KeyEvent event) {
        if (pressedOn.isPresent() && scene.getFocusOwner() != pressedOn.get()) {
            event.consume();
            return;
        }
        int digit = event.getCharacter().length() == 1 ? Character.digit(event.getCharacter().charAt(0), 10) : -1;
        if (isPlain(event) && digit >= 0 && (labelled || teaching.label(digit))) {
            event.consume();
        }
    }

    /** A field that is asked again and again, such as a search, keeps the keys; so does what is wrong, until it is mended. */
    private void leave(TextField field) {
        if (field.getStyleClass().contains(ASKED_AGAIN)) {
            field.selectAll();
        } else if (scene.getFocusOwner() == field && field.getParent() != null && !field.getPseudoClassStates().contains(FieldProblems.INVALID)) {
            field.getParent().requestFocus();
        }
    }

    private boolean isPlain(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        boolean typing = focused instanceof TextInputControl || focused instanceof Spinner<?> spinner && spinner.isEditable()
                || focused instanceof ComboBoxBase<?> box && box.isEditable();
        return !event.isShortcutDown() && !event.isAltDown() && !typing;
    }

    /** Pictures, galleries, tables and sliders are read with the arrow keys to the side. */
    private static boolean needsArrows(Node focused) {
        return focused instanceof PaintedRegion || focused instanceof Slider || focused instanceof TableView
                || focused instanceof ComboBoxBase<?> || focused instanceof ScrollPane || GalleryKeys.isIn(focused);
    }
}
