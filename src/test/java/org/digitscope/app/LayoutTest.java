package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.SystemDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * That every view and every part of it can be seen whole, perhaps after scrolling, at every size. The scene is laid out but never
 * shown: nothing is painted, and it may be larger than the screen.
 */
@HeadlessWindow
@ExtendWith(ApplicationExtension.class)
class LayoutTest {

    private static final double[][] SIZES = {{800, 560}, {1024, 700}, {1280, 800}, {2560, 1440}, {3840, 2160}};
    /** From 1280×800 on, the layout of a presenter's window is the same but for its scale. */
    private static final double[][] PRESENTED = {{800, 560}, {1024, 700}, {1280, 800}, {3840, 2160}};
    /** The buttons that choose the parts of a view. */
    private static final List<String> PARTS = List.of("#parts", "#tables");
    /** The size of letters follows the size of the window, and the layout the size of letters. */
    private static final int PASSES = 2;

    private final JavaFxLog log = new JavaFxLog();
    private final AppModel model = new AppModel(Runnable::run, Platform::runLater);
    private final Appearance appearance = new Appearance();
    @TempDir
    private Path folder;
    private Views views;
    private Scene scene;

    @Start
    private void start(Stage unused) {
        appearance.install();
        model.settingsProperty().set(OpenWindow.SETTINGS);
        views = new Views(model, appearance, new SystemDialogs(() -> null), folder);
        scene = views.scene(1280, 800);
        model.digitsLoaded(OpenWindow.DIGITS);
    }

    @AfterEach
    void nothingWasWarnedOf() {
        model.close();
        assertEquals(List.of(), log.warnings());
        log.close();
    }

    @Test
    void everythingCanBeSeenAtEverySizeWithUsualAndWithLargerType(FxRobot robot) {
        trainAndDraw(robot);
        List<String> faults = new ArrayList<>();
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            for (double[] size : presenter ? PRESENTED : SIZES) {
                robot.interact(() -> layOut(size[0], size[1]));
                for (View view : View.values()) {
                    String where = String.format("%n%.0f×%.0f%s, %s", size[0], size[1], presenter ? " presented" : "", view.title());
                    robot.interact(() -> views.navigation().viewProperty().set(view));
                    look(robot, where, faults);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private void look(FxRobot robot, String where, List<String> faults) {
        List<SegmentedButton> parts = PARTS.stream().flatMap(each -> scene.getRoot().lookupAll(each).stream())
                .filter(OpenWindow::isShown).map(SegmentedButton.class::cast).toList();
        parts.forEach(buttons -> buttons.getButtons().forEach(button -> {
            robot.interact(() -> button.setSelected(true));
            addFaults(robot, where + ", " + button.getText(), faults);
        }));
        if (parts.isEmpty()) {
            addFaults(robot, where, faults);
        }
    }

    private void addFaults(FxRobot robot, String where, List<String> faults) {
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        robot.interact(() -> {
            CutOff.cutOff(scene).forEach(fault -> faults.add(where + ": " + fault));
            assertTrue(scene.lookup("#views").lookupAll(".text").stream().filter(OpenWindow::isShown)
                    .anyMatch(node -> node instanceof Text text && !text.getText().isBlank()), where + " is blank");
        });
    }

    private void layOut(double width, double height) {
        scene.getRoot().resize(width, height);
        for (int pass = 0; pass < PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private void trainAndDraw(FxRobot robot) {
        robot.interact(model::stepEpoch);
        OpenWindow.await(() -> model.state() == RunState.PAUSED);
        robot.interact(() -> {
            views.drawing().penDown(0.3, 0.3);
            views.drawing().moveTo(0.6, 0.7);
            views.drawing().up();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
