package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Monitor;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The best epoch by one click, and early stopping, used as a person would. */
class BestEpochTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void oneClickOrOneKeyShowsTheBestEpochOnceThereIsOne(FxRobot robot) {
        assertTrue(button("#bestEpoch").isDisabled());
        assertEquals("best epoch", button("#bestEpoch").getText());
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withEpochs(12).withSeed(6).withEarlyStopping(EarlyStopping.OFF.withPatience(100))));
        double slider = scene.lookup("#slider").getLayoutBounds().getWidth();
        press(robot, KeyCode.RIGHT);
        await(() -> model.state() == RunState.PAUSED);
        assertTrue(button("#bestEpoch").isDisabled(), "no epoch is finished");
        press(robot, KeyCode.SPACE);
        await(() -> model.state() == RunState.FINISHED);
        int byLoss = model.liveProperty().get().bestEpoch();
        assertEquals("best epoch (" + byLoss + ")", button("#bestEpoch").getText());
        assertEquals(slider, scene.lookup("#slider").getLayoutBounds().getWidth(), "nothing jumps");
        robot.interact(() -> button("#bestEpoch").fire());
        assertShows(byLoss * 40);
        assertTrue(label("text").startsWith("step " + byLoss * 40 + " of 480 · epoch " + byLoss), label("text"));

        robot.interact(() -> model.settingsProperty().set(model.settingsProperty().get().withEarlyStopping(EarlyStopping.OFF)));
        int byAccuracy = model.liveProperty().get().curve().bestEpoch();
        assertTrue(byAccuracy != byLoss, "the test would show nothing");
        assertEquals("best epoch (" + byAccuracy + ")", button("#bestEpoch").getText());
        press(robot, KeyCode.E);
        assertShows(byAccuracy * 40);
        assertTrue(button("#bestEpoch").getTooltip().getText().contains(Monitor.VAL_ACCURACY.label()), button("#bestEpoch").getTooltip().getText());
    }

    @Test
    void aRunThatStopsEarlySaysSoAndShowsTheRestoredNetworkAndGoesOnLiveWithMorePatience(FxRobot robot) {
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withEpochs(40).withSeed(6)
                .withEarlyStopping(EarlyStopping.OFF.withPatience(2).withRestoresBest(true))));
        press(robot, KeyCode.SPACE);
        await(() -> model.state() == RunState.FINISHED);
        int best = model.liveProperty().get().bestEpoch();
        assertEquals((best + 2) * 40, model.liveProperty().get().step());
        assertEquals(3, best);
        assertTrue(label("notice").startsWith("Stopped early after epoch 5: val_loss has not improved for 2 epochs; the best is that of epoch 3. "
                + "The network of epoch 3 is restored."), label("notice"));
        assertShows(best * 40);

        robot.interact(() -> appearance.moreSettingsProperty().set(true));
        TextField patience = (TextField) scene.lookup("#patience");
        robot.interact(() -> {
            patience.setText("3");
            patience.fireEvent(new ActionEvent());
        });
        assertEquals(RunState.PAUSED, model.state());
        assertTrue(model.shownProperty().get().live());
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        assertEquals((best + 3) * 40, model.liveProperty().get().step());
        assertShows(best * 40);
    }

    private void assertShows(int step) {
        ShownNetwork shown = model.shownProperty().get();
        assertEquals(step, shown.step());
        assertFalse(shown.live());
    }
}
