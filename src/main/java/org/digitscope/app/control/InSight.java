package org.digitscope.app.control;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Whether a node is to be seen: it and all that it lies in is visible. A node's own property says nothing about the rest. */
public final class InSight {

    private static final ObservableValue<Boolean> NEVER = new SimpleBooleanProperty(false);

    private InSight() {
    }

    /** Follows the node wherever it is put. */
    public static ObservableValue<Boolean> of(Node node) {
        ObservableValue<Boolean> around = node.parentProperty().flatMap(InSight::of).orElse(true);
        return node.visibleProperty().flatMap(visible -> visible ? around : NEVER);
    }
}
