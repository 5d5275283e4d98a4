package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.run.Preset;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.ShownNumbers;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ColorMap;
import org.digitscope.training.Trainer;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Training, settings, curves, weights and the time machine, used as a person would. */
class LiveViewTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void aPresetIsChosenByEnterAndNotOnTheWayThroughTheListNorByEscape(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        ComboBox<Preset> presets = robot.lookup("#preset").query();
        robot.interact(presets::requestFocus);
        press(robot, KeyCode.DOWN);
        assertTrue(presets.isShowing());
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ESCAPE);
        assertEquals(SETTINGS, model.settingsProperty().get());
        assertEquals(1, model.liveProperty().get().step());
        robot.interact(presets::requestFocus);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ENTER);
        assertEquals(presets.getValue().settings(), model.settingsProperty().get());
        assertEquals(0, model.liveProperty().get().step());
    }

    /** A picture kept of a part of the window is made anew whole when a line of a chart grows, see {@code DirectScrollPane}. */
    @Test
    void nothingAroundChartsAndHeatmapsKeepsAPictureOfItself(FxRobot robot) {
        List<Node> changing = new ArrayList<>(robot.lookup(node -> node instanceof PaintedRegion).queryAll());
        assertTrue(changing.size() >= 4, changing.toString());
        for (Node each : changing) {
            for (Node around = each; around != null; around = around.getParent()) {
                assertFalse(around.isCache(), around + " around " + each);
            }
        }
    }

    @Test
    void trainPauseStepScrubGoOnAndResetByKeyboard(FxRobot robot) {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> model.state() == RunState.FINISHED);
        assertEquals("Finished", label("state"));
        assertTrue(label("position").contains("epoch 3/3"), label("position"));

        robot.press(KeyCode.R).release(KeyCode.R);
        await(() -> model.state() == RunState.READY);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> model.state() == RunState.PAUSED && model.liveProperty().get().step() == 1);
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        await(() -> model.state() == RunState.PAUSED && model.liveProperty().get().step() == 40);

        robot.interact(() -> slider("#slider").setValue(12));
        assertEquals(12, model.shownProperty().get().step());
        assertTrue(label("text").startsWith("step 12 of 120 · epoch 1"), label("text"));
        robot.press(KeyCode.L).release(KeyCode.L);
        await(() -> model.shownProperty().get().live());
        robot.interact(() -> slider("#slider").setValue(12));
        robot.interact(() -> button("#goOn").fire());
        await(() -> model.liveProperty().get().step() == 12 && model.state() == RunState.PAUSED);
        robot.interact(() -> button("#play").fire());
        await(() -> model.state() == RunState.FINISHED);
    }

    @Test
    void pausesAndStopsByTheButtons(FxRobot robot) {
        robot.interact(() -> slider("#speed").setValue(1));
        robot.clickOn("#play");
        await(() -> model.state() == RunState.RUNNING);
        assertEquals("Pause", button("#play").getText());
        robot.clickOn("#play");
        await(() -> model.state() == RunState.PAUSED);
        robot.clickOn("#stop");
        await(() -> model.state() == RunState.STOPPED);
        robot.clickOn("#reset");
        await(() -> model.state() == RunState.READY);
        robot.clickOn("#newSeed");
        await(() -> model.settingsProperty().get().seed() == 43);
    }

    @Test
    void eachFieldSaysWhatIsAllowedAndTakesACommaOrAPoint(FxRobot robot) {
        for (String[] wrong : new String[][] {{"#epochs", "abc", "epochs"}, {"#batchSize", "0", "batch size"},
            {"#learningRate", "-1", "learning rate"}, {"#hidden", "513", "hidden layers"}, {"#seed", "", "seed"}}) {
            TextField field = robot.lookup(wrong[0]).query();
            type(robot, field, wrong[1]);
            assertTrue(label("problem").startsWith(wrong[2]), label("problem"));
            assertTrue(field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("invalid")));
            assertEquals(SETTINGS, model.settingsProperty().get());
            robot.interact(() -> model.settingsProperty().set(SETTINGS.withSeed(1)));
            robot.interact(() -> model.settingsProperty().set(SETTINGS));
        }
        TextField epochs = robot.lookup("#epochs").query();
        type(robot, epochs, "many");
        type(robot, robot.lookup("#learningRate").query(), "0,03");
        assertEquals("many", epochs.getText(), "what is wrong stays until it is mended");
        assertEquals("epochs must be a whole number, not \"many\"", label("problem"));
        type(robot, epochs, "3");
        type(robot, robot.lookup("#learningRate").query(), "0,02");
        assertEquals(0.02, model.settingsProperty().get().learningRate());
        assertEquals("", label("problem"));
        type(robot, robot.lookup("#hidden").query(), "7");
        assertEquals(7, model.shownProperty().get().parameters().layer(1).outputs());
    }

    @Test
    void nothingIsTrainedWhileAFieldIsWrongAndTheFieldIsLedTo(FxRobot robot) {
        TextField hidden = robot.lookup("#hidden").query();
        type(robot, hidden, "0");
        goTo(robot, View.WEIGHTS);
        robot.interact(() -> scene.getRoot().requestFocus());
        for (KeyCode key : List.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.R, KeyCode.N)) {
            robot.interact(() -> scene.getRoot().requestFocus());
            press(robot, key);
            assertEquals("Nothing was started: hidden layers must be up to 4 numbers from 1 to 512, such as \"20\" or \"64, 32\", or none, not \"0\".", label("notice"));
            assertEquals(0, model.liveProperty().get().step());
            assertEquals(SETTINGS, model.settingsProperty().get());
            assertTrue(hidden.isFocused());
        }
        robot.interact(() -> hidden.setText("7"));
        menu(robot, "_Train or Pause");
        await(() -> model.state() == RunState.FINISHED);
        assertEquals(7, model.shownProperty().get().parameters().layer(1).outputs(), "what is still being typed holds too");
    }

    @Test
    void lettersTypedIntoAFieldAreNoCommands(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        robot.clickOn("#seed");
        for (KeyCode key : List.of(KeyCode.R, KeyCode.N, KeyCode.L, KeyCode.SPACE, KeyCode.RIGHT, KeyCode.DELETE)) {
            press(robot, key);
        }
        assertEquals(RunState.PAUSED, model.state());
        assertEquals(1, model.liveProperty().get().step());
        assertEquals(SETTINGS, model.settingsProperty().get());
    }

    @Test
    void aPresetExplainsItselfAndHoldsAtOnce(FxRobot robot) {
        ComboBox<Preset> presets = robot.lookup("#preset").query();
        for (Preset preset : Preset.values()) {
            robot.interact(() -> presets.setValue(preset));
            await(() -> model.state() == RunState.READY);
            assertEquals(preset.settings(), model.settingsProperty().get());
            assertEquals(preset.comment(), label("comment"));
        }
    }

    @Test
    void settingsThatMustWaitAreAnnounced(FxRobot robot) {
        Node waiting = robot.lookup("#waitingLine").query();
        assertFalse(waiting.isVisible());
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        type(robot, robot.lookup("#hidden").query(), "9");
        assertTrue(waiting.isVisible());
        robot.interact(model::reset);
        assertFalse(waiting.isVisible());
    }

    @Test
    void aKnownWeightHasItsKnownColourOnScreen(FxRobot robot) {
        FMatrixRMaj kernel = new FMatrixRMaj(784, 20);
        HeatmapGrid grid = robot.lookup("#grid").query();
        kernel.set(0, 0, 0.5f);
        kernel.set(783, 0, -0.5f);
        kernel.set(14 * 28 + 14, 0, 0.25f);
        robot.interact(() -> grid.kernelProperty().set(kernel));
        WritableImage image = snapshot(robot, grid);
        Bounds first = pictureOfNeuron0(image);
        assertEquals(hex(ColorMap.BLUE_RED.argb(0.5, 0.5)), hex(argb(image, first, 0, 0)));
        assertEquals(hex(ColorMap.BLUE_RED.argb(-0.5, 0.5)), hex(argb(image, first, 27, 27)));
        assertEquals(hex(ColorMap.BLUE_RED.argb(0.25, 0.5)), hex(argb(image, first, 14, 14)));
        assertEquals(hex(ColorMap.BLUE_RED.argb(0, 0.5)), hex(argb(image, first, 5, 20)));
    }

    @Test
    void theWeightUnderTheKeyboardsCursorIsReadOut(FxRobot robot) {
        HeatmapGrid grid = robot.lookup("#grid").query();
        robot.interact(grid::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        Parameters start = Parameters.glorot(Architecture.relu(20), 42);
        assertEquals(ShownNumbers.in(String.format(Locale.ROOT, "neuron 0, row 14, column 15, index 407: %+.7f",
                start.layer(1).kernel().get(407, 0))), label("readout"));
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        assertTrue(label("readout").startsWith("neuron 1, "), label("readout"));
        assertEquals(0, model.liveProperty().get().step());
    }

    @Test
    void chartsReadOutZoomAndTakeALogarithmicAxis(FxRobot robot) {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        CurveChart loss = robot.lookup("#loss").query();
        robot.interact(loss::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertTrue(loss.getAccessibleText().contains("Loss. step 61: "), loss.getAccessibleText());
        robot.press(KeyCode.PLUS).release(KeyCode.PLUS);
        assertEquals(0.75, loss.modelProperty().get().x().max() - loss.modelProperty().get().x().min(), 1.0);
        CurveChart accuracy = robot.lookup("#accuracy").query();
        assertEquals(loss.zoomProperty().get(), accuracy.zoomProperty().get());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertEquals(3, loss.modelProperty().get().x().max());
        CheckBox logarithmic = robot.lookup("#logarithmic").query();
        robot.interact(() -> logarithmic.setSelected(true));
        assertEquals("Log", loss.modelProperty().get().y().getClass().getSimpleName());
    }

    @Test
    void aDivergedRunIsSaidInTheWindowAndResetIsTheWayBack(FxRobot robot) {
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withLearningRate(1e25)));
        robot.interact(model::play);
        await(() -> model.state() == RunState.DIVERGED);
        assertTrue(robot.lookup("#noticeBar").query().isVisible());
        assertTrue(label("notice").contains("learning rate"), label("notice"));
        robot.clickOn(robot.lookup("#noticeActions .button").match(node -> ((Button) node).getText().equals("Reset (R)")).queryButton());
        await(() -> model.state() == RunState.READY);
        assertFalse(robot.lookup("#noticeBar").query().isVisible());
    }

    @Test
    void theShownBitsAreThoseOfATrainingWithoutAWindow(FxRobot robot) {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        trainer.run(() -> false, snapshot -> { });
        HeatmapGrid grid = robot.lookup("#grid").query();
        assertArrayEquals(trainer.snapshot().parameters().arrays()[0], grid.kernelProperty().get().data);
        assertNotEquals(0, grid.kernelProperty().get().data.length);
    }

    private void type(FxRobot robot, TextField field, String text) {
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private static WritableImage snapshot(FxRobot robot, Node node) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = node.snapshot(null, null));
        return image[0];
    }

    /** Where the first picture is: from the first pixel of the strongest red to the last of the strongest blue. */
    private static Bounds pictureOfNeuron0(WritableImage image) {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getPixelReader().getArgb(x, y);
                if (argb == ColorMap.BLUE_RED.argb(0.5, 0.5) && right == 0 && left == 0) {
                    left = x;
                    top = y;
                } else if (argb == ColorMap.BLUE_RED.argb(-0.5, 0.5)) {
                    right = x + 1;
                    bottom = y + 1;
                }
            }
        }
        assertTrue(right - left >= 28 && right - left == bottom - top, left + " " + right + " " + top + " " + bottom);
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    private static int argb(WritableImage image, Bounds picture, int row, int column) {
        double cell = picture.getWidth() / 28;
        return image.getPixelReader().getArgb((int) (picture.getMinX() + (column + 0.5) * cell),
                (int) (picture.getMinY() + (row + 0.5) * cell));
    }

    private static String hex(int argb) {
        return Integer.toHexString(argb);
    }

    private Slider slider(String id) {
        return (Slider) scene.lookup(id);
    }
}
