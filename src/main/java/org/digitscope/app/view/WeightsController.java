package org.digitscope.app.view;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

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
        Pages.follow(root, parts, pages, List.of(WeightsPart.values()), navigation.partProperty());
    }
}
