package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.StageToggle;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.ShownNumbers;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.Point;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The drawing pad, its stages, what is taught with it, and the Why view. */
class DrawingPanelTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void aDrawingIsAnsweredByTheShownNetworkAndClearedAndUndone(FxRobot robot) {
        assertEquals("–", label("digit"));
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        stroke(robot, MouseButton.PRIMARY, 180, 60, 100, 220);
        ProbabilityBars bars = robot.lookup("#bars").query();
        float[] two = bars.probabilitiesProperty().get();
        assertEquals(10, two.length);
        assertTrue(label("digit").matches("\\d"), label("digit"));

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertFalse(Arrays.equals(two, bars.probabilitiesProperty().get()));
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        float[] trained = bars.probabilitiesProperty().get();
        robot.interact(() -> model.inspection().showStep(0));
        assertFalse(Arrays.equals(trained, bars.probabilitiesProperty().get()));
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        assertEquals("–", label("digit"));
        assertEquals(0, bars.probabilitiesProperty().get().length);
    }

    @Test
    void whereASumIsNoNumberTheBarsSaySo(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        ProbabilityBars bars = robot.lookup("#bars").query();
        // infinity times 0 is no number
        Parameters network = Parameters.zeros(Architecture.relu(1));
        Arrays.fill(network.layer(1).kernel().data, Float.MAX_VALUE);
        robot.interact(() -> model.inspection().showFile(network));
        assertEquals("A sum of this network is no number, so there is no answer to this picture.", bars.getAccessibleText());
        assertEquals("–", label("digit"));
    }

    @Test
    void aStrokeEndsWhereTheButtonGoesUpThoughNoMoveWasToldOf(FxRobot robot) {
        DrawingPad pad = robot.lookup("#pad").query();
        robot.interact(() -> {
            Event.fireEvent(pad, mouse(MouseEvent.MOUSE_PRESSED, 60, 120));
            Event.fireEvent(pad, mouse(MouseEvent.MOUSE_RELEASED, 200, 60));
        });
        List<Point> points = pad.sheetProperty().get().lines().get(0).points();
        assertEquals(2, points.size());
        assertEquals(140, (points.get(1).x() - points.get(0).x()) * Math.min(pad.getWidth(), pad.getHeight()), 5);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null);
    }

    @Test
    void theRightButtonErases(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 120, 200, 120);
        for (int y = 105; y <= 135; y += 10) {
            stroke(robot, MouseButton.SECONDARY, 30, y, 230, y);
        }
        assertEquals("–", label("digit"));
    }

    @Test
    void aStrokeThatIsReleasedBesideThePadEndsThere(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 100, 100, -80, 100);
        DrawingPad pad = robot.lookup("#pad").query();
        int points = pad.sheetProperty().get().lines().get(0).points().size();
        robot.moveBy(200, 50);
        assertEquals(points, pad.sheetProperty().get().lines().get(0).points().size());
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        assertEquals(2, pad.sheetProperty().get().lines().size());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertTrue(pad.sheetProperty().get().isBlank());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(1, pad.sheetProperty().get().lines().size());
    }

    @Test
    void eachStageOfTheFitCanBeSwitchedOffToSeeTheDamage(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 20, 20, 60, 90);
        PixelView seen = robot.lookup("#seen").query();
        byte[] best = seen.pictureProperty().get();
        List<StageToggle> toggles = robot.lookup(".stage-toggle").queryAllAs(StageToggle.class).stream().toList();
        assertEquals(FitStage.values().length, toggles.size());
        StageToggle size = toggles.get(FitStage.SIZE.ordinal());
        robot.interact(size::fire);
        assertFalse(Arrays.equals(best, seen.pictureProperty().get()));
        robot.interact(size::fire);
        assertArrayEquals(best, seen.pictureProperty().get());
    }

    @Test
    void drawingsAreLabelledKeptAndTrainedWith(FxRobot robot) {
        press(robot, KeyCode.DIGIT7);
        press(robot, KeyCode.CONTROL, KeyCode.T);
        for (int digit = 0; digit < 2; digit++) {
            stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
            press(robot, digit == 0 ? KeyCode.DIGIT7 : KeyCode.NUMPAD3);
        }
        assertTrue(label("notice").startsWith("Kept as a 3; 2 of your drawings are kept."), label("notice"));
        assertTrue(robot.lookup("#pad").<DrawingPad>query().sheetProperty().get().isBlank());
        assertTrue(Files.exists(folder.resolve("my-digits.json")));
        menu(robot, "_Train with My Digits");
        await(() -> model.digitsProperty().get().training().size() == 400 + 2 * 3 * 8);
        assertEquals(3, model.digitsProperty().get().training().label(447));
        menu(robot, "_Score on My Digits");
        assertTrue(label("notice").contains(" of your 2 drawings rightly"), label("notice"));
    }

    @Test
    void aDigitLabelsHoweverTheKeyboardTypesIt(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.T);
        Node root = scene.getRoot();
        for (String typed : new String[] {"4", "٤", "x"}) {
            stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
            robot.interact(() -> {
                // as on a French keyboard, where the key of the 4 is that of an apostrophe
                root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", typed, KeyCode.QUOTE, true, false, false, false));
                root.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, true, false, false, false));
            });
        }
        assertTrue(label("notice").startsWith("Kept as a 4; 2 of your drawings are kept."), label("notice"));
        assertFalse(robot.lookup("#pad").<DrawingPad>query().sheetProperty().get().isBlank(), "a letter is no digit");
    }

    @Test
    void theWhyViewAddsUpToTheLogitAndFollowsTheNetwork(FxRobot robot) {
        goTo(robot, View.WHY);
        assertTrue(robot.lookup("#empty").query().isVisible());
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        stroke(robot, MouseButton.PRIMARY, 180, 60, 100, 220);
        assertFalse(robot.lookup("#empty").query().isVisible());
        HeatmapGrid map = robot.lookup("#map").query();
        double[] balance = Arrays.stream(ShownNumbers.ascii(label("balance")).split("\n")).mapToDouble(line -> Double.parseDouble(
                line.replaceAll(".*?([+-]?\\d+\\.\\d+).*", "$1"))).toArray();
        double sum = 0;
        for (float part : map.kernelProperty().get().data) {
            sum += part;
        }
        assertEquals(balance[3], balance[0] + balance[1] + balance[2], 2e-4);
        assertEquals(balance[3], balance[4], 1e-5);
        assertEquals(balance[1] + balance[2], sum, 2e-4);
        FMatrixRMaj before = map.kernelProperty().get();
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        assertFalse(Arrays.equals(before.data, map.kernelProperty().get().data));
        await(() -> label("patternText").contains("training digits turn on the same"));
        assertTrue(label("nearestText").contains("distance"), label("nearestText"));

        CheckBox byNeuron = robot.lookup("#byNeuron").query();
        robot.interact(() -> byNeuron.setSelected(true));
        assertEquals(20, map.kernelProperty().get().numCols);
        NumberTable neurons = robot.lookup("#neurons").query();
        robot.interact(() -> {
            ((SegmentedButton) scene.lookup("#tables")).getButtons().get(1).setSelected(true);
            neurons.getSelectionModel().select(Integer.valueOf(4));
        });
        TextArea formula = robot.lookup("#formula").query();
        assertTrue(formula.getText().startsWith("sum of neuron 4 = "), formula.getText());
        assertTrue(formula.getText().contains("ReLU: max(0, "), formula.getText());
        ComboBox<String> other = robot.lookup("#other").query();
        robot.interact(() -> other.setValue("3"));
        assertTrue(label("balance").contains(" − logit of 3"), label("balance"));
    }
}
