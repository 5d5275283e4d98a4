package org.digitscope.app.view;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.digitscope.app.control.NetworkView;

/**
 * While something is kept in the picture of a network, the arrow keys go on from there and Escape lets go of it, whatever of the view was
 * clicked last.
 */
final class KeptPartKeys {

    private final NetworkView picture;

    private KeptPartKeys(NetworkView picture) {
        this.picture = picture;
    }

    /** @param view that the picture is in, with buttons beside it */
    static void install(Node view, NetworkView picture) {
        KeptPartKeys keys = new KeptPartKeys(picture);
        view.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> keys.giveBack(view));
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys::letGo);
    }

    /** A button that was clicked has done what it is for. */
    private void giveBack(Node view) {
        Node focused = view.getScene().getFocusOwner();
        if (picture.chosen().isPresent() && focused instanceof ButtonBase) {
            picture.requestFocus();
        }
    }

    private void letGo(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !(event.getTarget() instanceof TextInputControl) && picture.letGoOfAll()) {
            event.consume();
        }
    }
}
