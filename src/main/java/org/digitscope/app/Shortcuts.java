package org.digitscope.app;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;

/**
 * Keys that hold wherever the focus is: Space trains and pauses everywhere but in a text field, so a focused button is pressed with
 * Enter; → trains a batch everywhere but where it moves within what has the focus. The menu's accelerators do the rest.
 */
final class Shortcuts {

    private Shortcuts() {
    }

    static void install(Scene scene, AppModel model, Teaching teaching) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = scene.getFocusOwner();
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !(focused instanceof TextInputControl);
            if (plain && event.getCode().isDigitKey() && teaching.label(Integer.parseInt(event.getCode().getName().replaceAll("\\D", "")))) {
                event.consume();
            }
            if (plain && event.getCode() == KeyCode.SPACE && !event.isShiftDown()) {
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
            }
        });
    }

    /** Pictures, tables and sliders are read with the arrow keys to the side. */
    private static boolean needsArrows(Node focused) {
        return focused instanceof PaintedRegion || focused instanceof Slider || focused instanceof TableView
                || focused instanceof ComboBoxBase<?> || focused instanceof ScrollPane;
    }
}
