package org.digitscope.app.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;

/** Whether Page Up and Page Down do something to what has the focus. */
public final class PageKeys {

    private PageKeys() {
    }

    /** A list, table or text that is longer than its room is scrolled; others leave the keys to the window. */
    public static boolean needs(Node focused) {
        if (focused instanceof ScrollPane pane) {
            return pane.getContent() != null && pane.getContent().getBoundsInLocal().getHeight() > pane.getViewportBounds().getHeight() + 1;
        }
        return focused instanceof Control && focused.lookupAll(".scroll-bar").stream()
                .anyMatch(bar -> bar instanceof ScrollBar scroll && scroll.isVisible() && scroll.getOrientation() == Orientation.VERTICAL);
    }
}
