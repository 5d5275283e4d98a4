package org.digitscope.app.control;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;

/** Scrolls a pane so that what has the focus in it is in sight. */
public final class FocusInSight {

    private final ScrollPane pane;

    private FocusInSight(ScrollPane pane) {
        this.pane = pane;
    }

    /** As the focus comes to it, unless it is the mouse that gave it: then what is pressed must not move from below it. */
    public static void onFocus(ScrollPane pane) {
        FocusInSight sight = new FocusInSight(pane);
        pane.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observable, before, after) -> {
            if (after != null && !after.isHover()) {
                Platform.runLater(sight::show);
            }
        });
    }

    /** As the pane becomes smaller as well. */
    public static void keep(ScrollPane pane) {
        onFocus(pane);
        FocusInSight sight = new FocusInSight(pane);
        pane.viewportBoundsProperty().addListener((observable, before, after) -> {
            if (after.getHeight() < before.getHeight()) {
                Platform.runLater(sight::show);
            }
        });
    }

    private void show() {
        Node focused = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        if (!(focused instanceof Control) || !isWithin(focused)) {
            return;
        }
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double room = pane.getViewportBounds().getHeight();
        double more = content.getLayoutBounds().getHeight() - room;
        if (more > 0 && place.getHeight() <= room) {
            double wanted = Math.max(place.getMaxY() - room, Math.min(place.getMinY(), pane.getVvalue() * more));
            pane.setVvalue(Math.max(0, Math.min(1, wanted / more)));
        }
    }

    private boolean isWithin(Node node) {
        Node each = node;
        while (each != null && each != pane.getContent()) {
            each = each.getParent();
        }
        return each != null;
    }
}
