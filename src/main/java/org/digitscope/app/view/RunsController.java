package org.digitscope.app.view;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Columns;

/** Every run side by side: their list, and parts that compare them, one at a time. */
public final class RunsController {

    private final Navigation navigation;

    @FXML
    private Columns root;
    @FXML
    private SegmentedButton parts;
    @FXML
    private StackPane pages;

    public RunsController(Navigation navigation) {
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        Pages.follow(root, parts, pages, List.of(RunsPart.values()), navigation.runsPartProperty());
    }
}
