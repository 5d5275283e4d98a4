package org.digitscope.app;

import javafx.application.Platform;
import javafx.scene.control.Label;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window's scene laid out but never shown: nothing is painted, and it may be larger than the screen. */
abstract class UnshownWindow extends OpenWindow {

    static final double[][] SIZES = {{800, 560}, {1024, 700}, {1280, 800}, {3840, 2160}};
    /** From 1280×800 on, the layout of a presenter's window is the same but for its scale. */
    static final double[][] PRESENTED = {{800, 560}, {1280, 800}};
    /** The size of letters follows the size of the window, and the layout the size of letters. */
    private static final int PASSES = 2;

    final void makeUnshown() {
        appearance.install();
        AppModel empty = new AppModel(Runnable::run, Platform::runLater);
        empty.settingsProperty().set(SETTINGS);
        make(empty);
        model.digitsLoaded(DIGITS);
    }

    final void show(FxRobot robot, View view, double width, double height) {
        robot.interact(() -> views.navigation().viewProperty().set(view));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> layOut(width, height));
    }

    final void layOut(double width, double height) {
        scene.getRoot().resize(width, height);
        for (int pass = 0; pass < PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** Lays out once, and waits for what that asks for afterwards. */
    final void settle(FxRobot robot) {
        robot.interact(() -> scene.getRoot().layout());
        WaitForAsyncUtils.waitForFxEvents();
    }

    final void trainAndDraw(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        robot.interact(() -> {
            views.drawing().penDown(0.3, 0.3);
            views.drawing().moveTo(0.6, 0.7);
            views.drawing().up();
        });
        show(robot, View.LIVE, 1280, 800);
        robot.interact(() -> {
            // whether a drawing is doubted depends on what was learnt
            Label doubt = (Label) scene.lookup("#doubt");
            doubt.setText("Unlike anything in training: the answer means nothing (relative distance 1.42, usual 1.33).");
            doubt.setVisible(true);
        });
    }
}
