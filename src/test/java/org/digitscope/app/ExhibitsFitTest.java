package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.digitscope.app.exhibit.MovingExhibit;
import org.digitscope.app.exhibit.MovingExhibits;
import org.digitscope.app.view.View;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** That nothing of an exhibit is cut off in the notebook's page, in small windows and with large letters. */
class ExhibitsFitTest extends UnshownWindow {

    @Start
    private void start(Stage stage) {
        makeUnshown();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, false", "1024, 700, false", "1280, 800, true"})
    @Tag("soak")
    void everyExhibitIsSeenWhole(double width, double height, boolean presented, FxRobot robot) {
        robot.interact(() -> appearance.presenterProperty().set(presented));
        show(robot, View.NOTEBOOK, width, height);
        MovingExhibits exhibits = new MovingExhibits(model, appearance);
        List<String> faults = new ArrayList<>();
        for (String name : MovingExhibits.names()) {
            for (Parameters network : List.of(Examples.parameters(20, 1), Examples.parameters(Architecture.relu(), 2), Examples.parameters(Architecture.relu(64, 32), 3))) {
                MovingExhibit exhibit = exhibits.of(name).orElseThrow();
                robot.interact(() -> {
                    ((Pane) scene.lookup("#exhibit")).getChildren().setAll(exhibit.node());
                    exhibit.show(network);
                });
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> {
                    layOut(width, height);
                    CutOff.cutOff(scene).forEach(fault -> faults.add(name + ", " + network.architecture() + ": " + fault));
                });
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    @Tag("soak")
    void noChapterIsWiderThanThePageInASmallWindow(FxRobot robot) {
        show(robot, View.NOTEBOOK, 1024, 700);
        ListView<?> list = (ListView<?>) scene.lookup(".chapters #list");
        await(() -> !list.getItems().isEmpty());
        ScrollPane page = (ScrollPane) scene.lookup(".notebook #page");
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < list.getItems().size(); i++) {
            int chapter = i;
            robot.interact(() -> {
                list.getSelectionModel().select(chapter);
                ((ToggleButton) scene.lookup(".notebook #code")).setSelected(true);
                layOut(1024, 700);
                if (page.getContent().getLayoutBounds().getWidth() > page.getViewportBounds().getWidth() + 1) {
                    faults.add(((Label) scene.lookup(".notebook #title")).getText());
                }
            });
        }
        assertEquals(List.of(), faults);
    }
}
