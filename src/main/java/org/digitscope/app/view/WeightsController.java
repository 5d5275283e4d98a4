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

    private final Navigation navigation;

    @FXML
    private VBox root;
    @FXML
    private SegmentedButton parts;
    @FXML
    private StackPane pages;

    public WeightsController(Navigation navigation) {
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        Choice.keepOne(parts);
        List<ToggleButton> buttons = parts.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            Node page = pages.getChildren().get(i);
            // a page of a hidden view is not to be seen either, so it computes nothing
            page.visibleProperty().bind(buttons.get(i).selectedProperty().and(root.visibleProperty()));
            WeightsPart part = WeightsPart.values()[i];
            buttons.get(i).selectedProperty().addListener((observable, before, after) -> {
                if (after) {
                    navigation.partProperty().set(part);
                }
            });
            page.managedProperty().bind(page.visibleProperty());
        }
        navigation.partProperty().addListener((observable, before, after) -> show(after));
        show(navigation.partProperty().get());
    }

    private void show(WeightsPart part) {
        parts.getButtons().get(part.ordinal()).setSelected(true);
    }
}
