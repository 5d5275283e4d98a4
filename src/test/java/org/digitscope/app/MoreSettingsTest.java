package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Layers, activation and the settings that are seldom changed, chosen as a person would. */
class MoreSettingsTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void layersAreTypedAndTheirActivationIsChosen(FxRobot robot) {
        enter(robot, "#hidden", "64, 32");
        choose(robot, "#activation", Activation.TANH);
        assertEquals("784 → 64 tanh → 32 tanh → 10 softmax", settings().architecture().describe());
        assertEquals("64, 32", field("#hidden").getText());
        for (String none : List.of("", " none ")) {
            enter(robot, "#hidden", "7");
            enter(robot, "#hidden", none);
            assertEquals(List.of(), settings().architecture().hidden());
            assertEquals("none", field("#hidden").getText());
            assertTrue(box("#activation").isDisabled(), "nothing is activated");
        }
    }

    @Test
    void everySettingBelowMoreHoldsAtOnceAndItsProblemNamesIt(FxRobot robot) {
        choose(robot, "#startValues", StartValues.NORMAL);
        enter(robot, "#deviation", "0,1");
        choose(robot, "#inputs", Inputs.GREY);
        choose(robot, "#optimizer", OptimizerKind.SGD);
        enter(robot, "#momentum", ".5");
        enter(robot, "#l1", "0,0001");
        enter(robot, "#l2", "0.01");
        enter(robot, "#trainingPictures", "95");
        enter(robot, "#wrongLabels", "20%");
        enter(robot, "#patience", "4");
        choose(robot, "#monitor", Monitor.VAL_ACCURACY);
        robot.interact(() -> ((CheckBox) scene.lookup("#restoresBest")).fire());
        Hyperparameters wanted = settings();
        assertEquals(new EarlyStopping(4, Monitor.VAL_ACCURACY, true), wanted.earlyStopping());
        assertEquals(new Initialization(StartValues.NORMAL, 0.1), wanted.initialization());
        assertEquals(Inputs.GREY, wanted.architecture().inputs());
        assertEquals(0.5, wanted.momentum());
        assertEquals(new Penalty(0.0001, 0.01), wanted.penalty());
        assertEquals(new DataVariation(95, 0.2), wanted.variation());
        assertEquals("20 %", field("#wrongLabels").getText());
        assertEquals("more (11 changed)", more().getText());
        assertEquals(10, model.liveProperty().get().stepsPerEpoch());
        for (String[] wrong : new String[][] {{"#deviation", "0", "deviation of the start values must be above 0 and at most 100, not 0"},
            {"#momentum", "1", "momentum must be at least 0 and below 1, not 1"}, {"#l1", "-1", "L1 penalty must be from 0 to 1000, not −1"},
            {"#l2", "much", "L2 penalty must be a number such as 0.001, not \"much\""},
            {"#trainingPictures", "some", "training pictures must be a whole number from 1 on, or all, not \"some\""},
            {"#patience", "some", "patience must be a whole number of epochs, or off, not \"some\""},
            {"#wrongLabels", "20", "wrong labels must be a share from 0 to 1, or from 0 % to 100 %, not 20"}}) {
            enter(robot, wrong[0], wrong[1]);
            assertEquals(wrong[2], label("problem"));
            assertEquals(wanted, settings());
            robot.interact(() -> model.settingsProperty().set(wanted.withSeed(1)));
            robot.interact(() -> model.settingsProperty().set(wanted));
        }
        enter(robot, "#trainingPictures", "all");
        assertEquals(0, settings().variation().pictures());
        enter(robot, "#patience", "0");
        assertEquals("off", field("#patience").getText());
        assertTrue(shown("#monitor", "#restoresBest").allMatch(Node::isDisabled), "they need a patience");
    }

    @Test
    void moreOpensByItselfForWhatIsUnusualAndStaysClosedOnceItWasClosed(FxRobot robot) {
        assertFalse(more().isSelected());
        assertEquals("more", more().getText());
        assertFalse(shown("#l2").findAny().isPresent());
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withPenalty(new Penalty(0, 0.1)).withVariation(new DataVariation(0, 0.5))));
        assertTrue(more().isSelected());
        assertEquals("more (2 changed)", more().getText());
        assertTrue(shown("#l2").findAny().isPresent());
        robot.interact(() -> more().fire());
        robot.interact(() -> model.settingsProperty().set(settings().withEpochs(7)));
        assertFalse(more().isSelected());
        assertEquals("more (2 changed)", more().getText());
        robot.interact(() -> model.settingsProperty().set(SETTINGS));
        assertFalse(more().isSelected());
        assertEquals("more", more().getText());
    }

    @Test
    void enterOpensMoreAndSpaceTrains(FxRobot robot) {
        robot.interact(() -> more().requestFocus());
        press(robot, KeyCode.ENTER);
        assertTrue(more().isSelected() && appearance.moreSettingsProperty().get());
        assertEquals(0, model.liveProperty().get().step());
        press(robot, KeyCode.SPACE);
        await(() -> model.state() == RunState.FINISHED);
        assertTrue(more().isSelected());
    }

    @Test
    void aWrongFieldBelowMoreIsLedToThoughItWasClosed(FxRobot robot) {
        enter(robot, "#wrongLabels", "many");
        robot.interact(() -> appearance.moreSettingsProperty().set(false));
        goTo(robot, View.WHY);
        robot.interact(model::play);
        assertEquals("Nothing was started: wrong labels must be a share such as 0.2 or 20 %, not \"many\".", label("notice"));
        assertTrue(more().isSelected());
        assertTrue(field("#wrongLabels").isFocused());
        press(robot, KeyCode.ESCAPE);
        assertEquals("0 %", field("#wrongLabels").getText());
        assertEquals("", label("notice"));
    }

    private Hyperparameters settings() {
        return model.settingsProperty().get();
    }

    private ToggleButton more() {
        return (ToggleButton) scene.lookup(".disclosure");
    }

    private TextField field(String id) {
        return (TextField) scene.lookup(id);
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> box(String id) {
        return (ComboBox<T>) scene.lookup(id);
    }

    private <T> void choose(FxRobot robot, String id, T value) {
        robot.interact(() -> this.<T>box(id).setValue(value));
    }

    private void enter(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            field(id).setText(text);
            field(id).fireEvent(new ActionEvent());
        });
    }
}
