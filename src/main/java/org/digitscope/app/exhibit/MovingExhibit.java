package org.digitscope.app.exhibit;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.digitscope.network.Parameters;

/** A picture to play with. It follows the network on screen, and keeps what a person did to it. */
public abstract class MovingExhibit {

    private final VBox root = new VBox();
    private Parameters network;

    /** @param parts what exhibits have in common */
    MovingExhibit(ExhibitParts parts) {
        root.getStyleClass().add("moving-exhibit");
        parts.digit().addListener(this::refreshInScene);
    }

    /** What is seen. */
    public final Node node() {
        return root;
    }

    /** Shows the numbers of a network. */
    public final void show(Parameters shown) {
        network = shown;
        refresh();
    }

    final void setRows(Node... rows) {
        root.getChildren().setAll(rows);
    }

    /** The network that is shown; what a person does comes after the first was. */
    final Parameters network() {
        return network;
    }

    /** Brings everything up to date with the network, the digit and what the person did. */
    abstract void refresh();

    /** One that isn't on screen is refreshed when it comes back. */
    final void refreshInScene() {
        if (network != null && root.getScene() != null) {
            refresh();
        }
    }
}
