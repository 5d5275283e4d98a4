package org.digitscope.app;

import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.NetworkView;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.network.Parameters;
import org.testfx.api.FxRobot;

/** A window in which the picture of the network is looked at. */
abstract class NetworkWindow extends OpenWindow {

    final void choose(FxRobot robot, String buttons, int index) {
        robot.interact(() -> ((ToggleButton) ((SegmentedButton) scene.lookup(buttons)).getButtons().get(index)).setSelected(true));
    }

    final NetworkView view() {
        return (NetworkView) scene.lookup("#network");
    }

    final NetworkContent content() {
        return view().contentProperty().get().orElseThrow();
    }

    final Parameters shown() {
        return model.shownProperty().get().parameters();
    }
}
