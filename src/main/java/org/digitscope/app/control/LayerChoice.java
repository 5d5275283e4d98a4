package org.digitscope.app.control;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import org.digitscope.network.Architecture;

/** One of a network's layers, to be chosen from a list. Where there is nothing to choose it takes no room. */
public final class LayerChoice extends ComboBox<String> {

    private IntConsumer onChosen = layer -> { };
    /** True while it follows the network, so that it doesn't answer back. */
    private boolean following;

    public LayerChoice() {
        setAccessibleText("Layer");
        managedProperty().bind(visibleProperty());
        getSelectionModel().selectedIndexProperty().addListener((observable, before, after) -> {
            if (!following && after.intValue() >= 0) {
                onChosen.accept(after.intValue() + 1);
            }
        });
    }

    /** @param action gets the number of the layer that a person chose, 1 for layer_1 */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    /**
     * Offers the first layers of a network.
     *
     * @param count how many
     * @param chosen 1 for layer_1
     */
    public void show(Architecture architecture, int count, int chosen) {
        List<Integer> sizes = architecture.sizes();
        List<String> names = IntStream.rangeClosed(1, count)
                .mapToObj(layer -> "layer_" + layer + ": " + sizes.get(layer - 1) + " → " + sizes.get(layer)).toList();
        following = true;
        if (!names.equals(getItems())) {
            getItems().setAll(names);
        }
        getSelectionModel().select(chosen - 1);
        setVisible(count > 1);
        following = false;
    }

    /** Offers the hidden layers of a network; where it has none, nothing. */
    public void showHidden(Architecture architecture, int chosen) {
        show(architecture, Math.max(1, architecture.hidden().size()), chosen);
    }
}
