package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.digitscope.app.run.Preset;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** That what is said about the settings is in sight however much there is, and that what lies below a notice is said to be there. */
class MessagesInSightTest extends UnshownWindow {

    private static final Map<String, String> WRONG = Map.of("#batchSize", "1.5", "#learningRate", "NaN", "#l1", "-1", "#wrongLabels", "150%");

    @Start
    private void start(Stage unused) {
        makeUnshown();
    }

    @Test
    void whatIsWrongInManySettingsIsInSightAndTheChartsStayAsTheyAre(FxRobot robot) {
        trainAndDraw(robot);
        robot.interact(() -> appearance.moreSettingsProperty().set(true));
        show(robot, View.LIVE, 1280, 800);
        List<Bounds> before = charts();
        Bounds window = place(scene.lookup("#room").lookup(".viewport"));
        for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
            robot.interact(() -> {
                TextField field = (TextField) scene.lookup(wrong.getKey());
                field.requestFocus();
                field.setText(wrong.getValue());
                field.fireEvent(new ActionEvent());
            });
            show(robot, View.LIVE, 1280, 800);
            WaitForAsyncUtils.waitForFxEvents();
            show(robot, View.LIVE, 1280, 800);
            assertTrue(window.contains(place(scene.lookup(".controls #problem"))), wrong + ": " + place(scene.lookup(".controls #problem")));
            assertEquals(before, charts(), wrong.getKey());
            assertTrue(place(settings().lookup(".viewport")).contains(place(scene.lookup(wrong.getKey()))), wrong + ": the field stays in sight");
        }
        assertEquals(WRONG.size(), ((Label) scene.lookup(".controls #problem")).getText().lines().count());
        assertTrue(scene.lookup("#settingsBar").isVisible(), "what has no room is scrolled");
        robot.interact(() -> assertEquals(List.of(), CutOff.cutOff(scene)));
    }

    @Test
    void whatWaitsAndWhatAPresetIsForIsInSightWithAllSettingsOpen(FxRobot robot) {
        trainAndDraw(robot);
        robot.interact(() -> {
            appearance.moreSettingsProperty().set(true);
            model.settingsProperty().set(SETTINGS.withSeed(7));
        });
        show(robot, View.LIVE, 1280, 800);
        Bounds window = place(scene.lookup("#room").lookup(".viewport"));
        assertTrue(((Label) scene.lookup("#waiting")).getText().startsWith("From the next start on"));
        assertTrue(window.contains(place(scene.lookup("#waitingLine"))), place(scene.lookup("#waitingLine")).toString());
        for (Preset preset : Preset.values()) {
            robot.interact(() -> ((Label) scene.lookup("#comment")).setText(preset.comment()));
            show(robot, View.LIVE, 1280, 800);
            assertTrue(window.contains(place(scene.lookup("#comment"))), preset.label());
        }
    }

    @Tag("soak")
    @Test
    void aBarSaysThatMoreIsBelowWhileANoticeTakesAPartOfTheRoom(FxRobot robot) {
        trainAndDraw(robot);
        ScrollBar bar = (ScrollBar) scene.lookup("#roomBar");
        ScrollPane room = (ScrollPane) scene.lookup("#room");
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHAT_IF));
        for (View view : View.values()) {
            show(robot, view, 1280, 800);
            assertFalse(bar.isVisible(), view.title());
            Bounds before = place(scene.lookup("#views"));
            robot.interact(() -> model.notices().warn("A file can't be read."));
            show(robot, view, 1280, 800);
            assertTrue(bar.isVisible(), view.title());
            assertEquals(before, place(scene.lookup("#views")));
            assertEquals(room.lookup(".viewport").getLayoutBounds().getHeight() / before.getHeight(), bar.getVisibleAmount(), 0.01);
            robot.interact(() -> bar.setValue(1));
            assertEquals(1, room.getVvalue());
            robot.interact(() -> model.notices().close());
            show(robot, view, 1280, 800);
        }
    }

    @Test
    void aFieldBelowANoticeThatGetsTheFocusComesIntoSight(FxRobot robot) {
        trainAndDraw(robot);
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHAT_IF));
        show(robot, View.WEIGHTS, 1280, 800);
        robot.interact(() -> model.notices().warn("A file can't be read, and why is a long story. ".repeat(12)));
        show(robot, View.WEIGHTS, 1280, 800);
        Node sigma = scene.lookup("#sigma");
        Bounds window = place(scene.lookup("#room").lookup(".viewport"));
        assertFalse(window.intersects(place(sigma)));
        robot.interact(sigma::requestFocus);
        show(robot, View.WEIGHTS, 1280, 800);
        assertTrue(window.contains(place(sigma)), place(sigma) + " in " + window);
    }

    private ScrollPane settings() {
        return (ScrollPane) scene.lookup(".controls .settings");
    }

    private List<Bounds> charts() {
        return shown("#loss", "#accuracy", ".heatmap-grid").map(MessagesInSightTest::place).toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
