package org.digitscope.app;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;

/**
 * Keys that hold wherever the focus is. The menu's accelerators do the rest; but a focused button would take → for a move
 * of the focus, so a button leaves that key to training.
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
            if (event.getCode() == KeyCode.RIGHT && !event.isShortcutDown() && focused instanceof ButtonBase) {
                if (event.isShiftDown()) {
                    model.stepEpoch();
                } else {
                    model.step();
                }
                event.consume();
            }
        });
    }
}
