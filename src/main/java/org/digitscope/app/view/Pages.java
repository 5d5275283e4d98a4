package org.digitscope.app.view;

import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Choice;

/** Pages of a view of which a row of buttons shows one at a time. */
final class Pages {

    private Pages() {
    }

    /**
     * @param view that they are in
     * @param pages as many as there are buttons and parts, in the same order
     * @param shown which part is shown
     */
    static <T> void follow(Region view, SegmentedButton buttons, Pane pages, List<T> parts, Property<T> shown) {
        Choice.keepOne(buttons);
        for (int i = 0; i < parts.size(); i++) {
            ToggleButton button = buttons.getButtons().get(i);
            Node page = pages.getChildren().get(i);
            // a page of a hidden view is not to be seen either, so it computes nothing
            page.visibleProperty().bind(button.selectedProperty().and(view.visibleProperty()));
            page.managedProperty().bind(page.visibleProperty());
            T part = parts.get(i);
            button.selectedProperty().addListener((observable, before, after) -> {
                if (after) {
                    shown.setValue(part);
                }
            });
        }
        shown.addListener((observable, before, after) -> buttons.getButtons().get(parts.indexOf(after)).setSelected(true));
        buttons.getButtons().get(parts.indexOf(shown.getValue())).setSelected(true);
    }
}
