package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.DigitCell;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.drawing.Sheet;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Where keys go, so that none becomes a command that nobody gave. */
class FocusTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void whatIsTypedAgainAfterEnterStaysInTheField(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        for (View view : List.of(View.TEST_DIGITS, View.NOTEBOOK)) {
            goTo(robot, view);
            TextField field = (TextField) shown(".asked-again").findFirst().orElseThrow();
            robot.interact(() -> {
                field.requestFocus();
                field.setText("right");
            });
            press(robot, KeyCode.ENTER);
            robot.write("wrong");
            assertEquals("wrong", field.getText());
            assertEquals(40, model.liveProperty().get().step());
        }
    }

    @Test
    void arrowKeysInAChoiceChooseWhatIsShown(FxRobot robot) {
        SegmentedButton tabs = robot.lookup("#tabs").query();
        robot.interact(() -> tabs.getButtons().get(View.WEIGHTS.ordinal()).requestFocus());
        press(robot, KeyCode.DOWN);
        ToggleButton chosen = tabs.getButtons().stream().filter(ToggleButton::isSelected).findFirst().orElseThrow();
        assertEquals(chosen.getText(), views.navigation().viewProperty().get().title());
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        goTo(robot, View.WHY);
        SegmentedButton digits = robot.lookup("#digits").query();
        await(() -> digits.getButtons().stream().anyMatch(ToggleButton::isSelected));
        int answer = digits.getButtons().stream().filter(ToggleButton::isSelected).map(digits.getButtons()::indexOf).findFirst().orElseThrow();
        int other = (answer + 1) % 10;
        robot.interact(() -> digits.getButtons().get(other).setSelected(true));
        await(() -> label("balance").contains("logit of " + other + " "));
    }

    @Test
    void arrowKeysInTheGalleryMoveTheChoice(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.TEST_DIGITS);
        robot.interact(() -> {
            ((ComboBox<?>) scene.lookup("#set")).getSelectionModel().select(1);
            ((TextField) scene.lookup("#filter")).setText("");
        });
        await(() -> label("count").equals("400 of 400"));
        GridView<Integer> gallery = robot.lookup("#gallery").query();
        robot.interact(() -> ((Button) gallery.lookup(".digit-button")).requestFocus());
        press(robot, KeyCode.RIGHT);
        assertChosen(gallery, 1);
        press(robot, KeyCode.DOWN);
        int columns = focusedDigit(gallery) - 1;
        assertTrue(columns > 1, String.valueOf(columns));
        assertChosen(gallery, 1 + columns);
        press(robot, KeyCode.LEFT);
        press(robot, KeyCode.UP);
        assertChosen(gallery, 0);
        press(robot, KeyCode.LEFT);
        assertChosen(gallery, 0);
        press(robot, KeyCode.END);
        assertChosen(gallery, 399);
        press(robot, KeyCode.DOWN);
        assertChosen(gallery, 399);
        press(robot, KeyCode.HOME);
        assertChosen(gallery, 0);
        assertEquals(40, model.liveProperty().get().step(), "no key trains");
    }

    private void assertChosen(GridView<Integer> gallery, int place) {
        String number = gallery.getItems().get(place).toString();
        assertTrue(label("detail").startsWith("index " + number + ":"), number + " in " + label("detail"));
        assertEquals(place, focusedDigit(gallery));
        Bounds focused = scene.getFocusOwner().localToScene(scene.getFocusOwner().getLayoutBounds());
        assertTrue(gallery.localToScene(gallery.getLayoutBounds()).contains(focused), "in sight");
    }

    /** The place of the digit with the focus. */
    private int focusedDigit(GridView<Integer> gallery) {
        return gallery.getItems().indexOf(((DigitCell) scene.getFocusOwner().getParent()).getItem());
    }

    @Test
    void noButtonGetsTheKeysWhenTheViewIsLeft(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        Sheet drawn = views.drawing().sheetProperty().get();
        goTo(robot, View.WEIGHTS);
        robot.interact(() -> robot.lookup("#order").query().requestFocus());
        goTo(robot, View.LIVE);
        Node focused = scene.getFocusOwner();
        assertFalse(focused instanceof ButtonBase, String.valueOf(focused));
        press(robot, KeyCode.ENTER);
        assertSame(drawn, views.drawing().sheetProperty().get());
    }

    @Test
    void aNoticeThatOnlyTellsFadesAndOneThatAsksStays(FxRobot robot) {
        robot.interact(() -> {
            model.notices().remark("The run before is kept.");
            model.notices().tell("Saved a.png.");
            model.notices().fade();
        });
        assertEquals("", label("notice"));
        robot.interact(() -> {
            model.notices().warn("It can't be read.");
            model.notices().remark("The run before is kept.");
            model.notices().fade();
        });
        assertEquals("It can't be read.", label("notice"));
    }

    @Test
    void aMendedFieldTakesTheSentenceAboutItAway(FxRobot robot) {
        TextField epochs = robot.lookup("#epochs").query();
        robot.interact(() -> {
            epochs.requestFocus();
            epochs.setText("many");
            model.play();
        });
        assertTrue(label("notice").startsWith("Nothing was started: epochs"), label("notice"));
        robot.interact(() -> epochs.setText("2"));
        press(robot, KeyCode.ENTER);
        assertEquals("", label("notice"));
    }

    @Test
    void aShortTryPushesNoLongRunOut(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        robot.interact(model::reset);
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        robot.interact(model::reset);
        robot.interact(model::goBack);
        assertEquals(1, model.liveProperty().get().step());
        robot.interact(() -> model.goBackTo(model.runs().runs().get(0)));
        assertEquals(40, model.liveProperty().get().step());
        assertNotEquals(RunState.READY, model.state());
    }
}
