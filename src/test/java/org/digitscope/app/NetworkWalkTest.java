package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.drawing.Backdrop;
import org.digitscope.explain.flow.Walk;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.network.Part;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The walk through the picture of the network, and the pictures that it is taken with. */
class NetworkWalkTest extends NetworkWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void theWalkGoesForwardAndBackStageByStage(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        Slider walk = robot.lookup("#walkSlider").query();
        int stages = Walk.forward(shown()).end();
        assertEquals(stages, walk.getValue());
        robot.interact(walk::requestFocus);
        press(robot, KeyCode.HOME);
        assertEquals(1, view().placeProperty().get());
        assertTrue(label("walkStage").startsWith("Pixels: 784 numbers"), label("walkStage"));
        press(robot, KeyCode.RIGHT);
        assertEquals(2, view().placeProperty().get());
        assertTrue(label("walkStage").startsWith("Products: each of the 784 pixels times its weight, 784 · 20 = 15,680 products."), label("walkStage"));
        robot.interact(() -> walk.setValue(1.4));
        press(robot, KeyCode.LEFT);
        assertEquals(1, view().placeProperty().get(), "a key leads to a whole stage");
        robot.interact(() -> button("#walkNext").fire());
        await(() -> view().placeProperty().get() == 2);
        robot.interact(() -> button("#walkBack").fire());
        assertEquals(1, view().placeProperty().get());
        robot.interact(() -> ((Slider) scene.lookup("#walkSpeed")).setValue(3));
        robot.interact(() -> button("#walkPlay").fire());
        await(() -> view().placeProperty().get() == stages);
        assertTrue(label("walkStage").startsWith("Probabilities"), label("walkStage"));
    }

    @Test
    void theBatchOfTheNextStepIsWalkedBackwardAndTheStepEndsInTheSameNumbers(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 3);
        choose(robot, "#showns", 2);
        await(() -> view().contentProperty().get().filter(each -> each.batch().size() == SETTINGS.batchSize() && each.walk().end() == 6).isPresent());
        Walk walk = content().walk();
        assertEquals(Walk.Kind.AFTER, walk.stages().get(5).kind());
        assertArrayEquals(content().error().orElseThrow().gradient().layer(1).kernel().data, content().tiles().layer(1).kernel().data, 1e-7f);
        robot.interact(() -> ((Slider) scene.lookup("#walkSlider")).setValue(walk.end()));
        Parameters after = content().tiles();
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED && model.liveProperty().get().step() == 2);
        assertEquals(after.checksum(), shown().checksum());
    }

    @Test
    void aDrawingThatIsSaidToBeADigitHasAnError(FxRobot robot) {
        goTo(robot, View.NETWORK);
        stroke(robot, MouseButton.PRIMARY, 100, 50, 110, 200);
        choose(robot, "#showns", 2);
        assertTrue(content().error().isEmpty());
        ComboBox<String> meant = robot.lookup("#meant").query();
        robot.interact(() -> meant.setValue("1"));
        await(() -> content().error().isPresent() && content().walk().end() == 6);
        assertTrue(label("flowName").matches("your drawing, meant as 1(, answered wrongly as \\d)?: fit 1 of 9; the answer on the right is the mean of the 9"),
                label("flowName"));
        assertEquals(content().flow().probability(1) - 1, content().error().orElseThrow().error(2, 1), 1e-6);
        robot.interact(views.drawing()::clear);
        assertEquals("–", meant.getValue());
        robot.interact(views.drawing()::undo);
        assertEquals("1", meant.getValue(), "it is the same drawing again");
        robot.interact(views.drawing()::redo);
        stroke(robot, MouseButton.PRIMARY, 60, 50, 90, 200);
        assertEquals("–", meant.getValue(), "another drawing");
        robot.interact(() -> meant.setValue("4"));
        robot.interact(() -> views.drawing().load(Backdrop.ofDigit(DIGITS.validation().image(3))));
        assertEquals("–", meant.getValue(), "a digit that was loaded");
        robot.interact(views.drawing()::undo);
        assertEquals("4", meant.getValue());
    }

    @Test
    void aTestDigitIsChosenByItsNumberAndWhatIsNoneIsSaid(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        TextField field = robot.lookup("#flowDigit").query();
        robot.interact(() -> field.setText("12"));
        robot.interact(() -> field.fireEvent(new ActionEvent()));
        assertTrue(label("flowName").startsWith("test digit 12: "), label("flowName"));
        robot.interact(() -> field.setText("50"));
        robot.interact(() -> field.fireEvent(new ActionEvent()));
        assertEquals("test digit must be from 0 to 49, not 50", label("flowProblem"));
        assertTrue(label("flowName").startsWith("test digit 12: "), label("flowName"));
        choose(robot, "#sources", 2);
        await(() -> label("flowName").equals("the mean of all 50 test digits, with the network of step 0"));
        assertEquals(50, content().flow().pictures());
    }

    @Test
    void aTestDigitIsSteppedThroughWithUpAndDownAndTheLineSaysTheTruthAndAMistake(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        robot.interact(() -> scene.lookup("#flowDigit").requestFocus());
        press(robot, KeyCode.DOWN);
        assertEquals(0, model(robot));
        press(robot, KeyCode.UP);
        press(robot, KeyCode.UP);
        assertEquals(2, model(robot));
        press(robot, KeyCode.DOWN);
        assertEquals(1, model(robot));
        for (int digit = 0; digit < 50; digit++) {
            int label = DIGITS.validation().label(digit);
            int answer = content().flow().answer();
            if (digit > 1) {
                press(robot, KeyCode.UP);
                answer = content().flow().answer();
                assertEquals("test digit " + digit + ": truth " + label + (answer == label ? "" : ", answered wrongly as " + answer), label("flowName"));
            }
        }
        press(robot, KeyCode.UP);
        assertEquals(49, model(robot), "there are no more");
    }

    private int model(FxRobot robot) {
        TextField field = robot.lookup("#flowDigit").query();
        return Integer.parseInt(field.getText());
    }

    @Test
    void aMeanSaysOfWhichStepItIs(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 2);
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED && label("flowName").endsWith(" with the network of step 1"));
        assertEquals(shown(), content().flow().network());
    }

    @Test
    void aMuteInTheNextBatchSaysHowItIsTakenBackAndATrainingThenSaysThatItIsOne(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 3);
        await(() -> view().isVisible());
        robot.interact(() -> model.inspection().edits().mute(new Neuron(1, 3), 0));
        assertFalse(view().isVisible());
        assertTrue(label("empty").contains("changed by hand") && label("empty").contains("Ctrl+Z"), label("empty"));
        robot.interact(() -> model.inspection().edits().undo());
        await(() -> view().isVisible());
        robot.interact(() -> model.inspection().edits().mute(new Neuron(1, 3), 0));
        robot.interact(() -> model.paceProperty().set(1.0));
        robot.interact(model::play);
        await(model::isShownTraining);
        assertTrue(label("empty").startsWith("Pause the training"), label("empty"));
        robot.interact(model::playOrPause);
    }

    @Test
    void playBeginsAtTheStartWhereTheViewPutTheWalkAndIsOffWithoutAnythingToSee(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NETWORK);
        assertTrue(button("#walkPlay").isDisabled(), "nothing is drawn");
        choose(robot, "#sources", 1);
        choose(robot, "#showns", 2);
        await(() -> content().walk().end() == 6);
        assertEquals(4, view().placeProperty().get());
        robot.interact(() -> ((Slider) scene.lookup("#walkSpeed")).setValue(0.2));
        robot.interact(() -> button("#walkPlay").fire());
        assertTrue(view().placeProperty().get() < 2, "at " + view().placeProperty().get());
        robot.interact(() -> button("#walkPlay").fire());
        robot.interact(() -> ((Slider) scene.lookup("#walkSlider")).setValue(3));
        robot.interact(() -> button("#walkPlay").fire());
        assertTrue(view().placeProperty().get() >= 3, "where a person put it, it goes on");
        robot.interact(() -> button("#walkPlay").fire());
        choose(robot, "#sources", 0);
        assertTrue(button("#walkPlay").isDisabled());
    }

    @Test
    void inErrorThePixelsOfABatchShowTheGradientItself(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 3);
        choose(robot, "#showns", 2);
        await(() -> view().contentProperty().get().filter(each -> each.error().isPresent()).isPresent());
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(1, 4))));
        double[] shown = content().overlay().orElseThrow();
        for (int pixel = 0; pixel < shown.length; pixel++) {
            assertEquals(content().error().orElseThrow().gradient().layer(1).kernel().get(pixel, 4), shown[pixel], 0);
        }
        robot.interact(() -> model.inspection().edits().mute(new Neuron(1, 4), 0));
    }
}
