package org.digitscope.app.view;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Choice;

/** The parts of the Weights view, one at a time. */
public final class WeightsController {

    @FXML
    private VBox root;
    @FXML
    private SegmentedButton parts;
    @FXML
    private StackPane pages;

    @FXML
    private void initialize() {
        Choice.keepOne(parts);
        List<ToggleButton> buttons = parts.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            Node page = pages.getChildren().get(i);
            // a page of a hidden view is not to be seen either, so it computes nothing
            page.visibleProperty().bind(buttons.get(i).selectedProperty().and(root.visibleProperty()));
        }
    }
}
