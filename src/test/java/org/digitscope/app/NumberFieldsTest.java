package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Fields that take numbers. */
class NumberFieldsTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void escapeGivesEveryNumberFieldBackWhatHolds(FxRobot robot) throws IOException {
        for (String id : new String[] {"#epochs", "#batchSize", "#learningRate", "#hidden", "#seed", "#deviation", "#momentum", "#l1", "#l2",
            "#trainingPictures", "#wrongLabels"}) {
            assertTakenBack(robot, (TextField) scene.lookup(id));
        }
        goTo(robot, View.WEIGHTS);
        assertTakenBack(robot, (TextField) scene.lookup("#exact"));
        assertTakenBack(robot, (TextField) scene.lookup("#sigma"));
        Spinner<?> testDigit = testDigit();
        assertTakenBack(robot, testDigit, testDigit.getEditor(), testDigit::commitValue);
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            table.append(i % 10).append(",9".repeat(784)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("digits.csv"), table);
        robot.interact(() -> views.droppedFiles().open(file));
        await(() -> button("#take").isVisible());
        assertTakenBack(robot, (TextField) scene.lookup("#share"));
        assertTakenBack(robot, (TextField) scene.lookup(".data-set #seed"));
    }

    @Test
    void escapeTakesTheSentenceAboutAFieldAway(FxRobot robot) {
        TextField epochs = robot.lookup("#epochs").query();
        robot.interact(() -> {
            epochs.requestFocus();
            epochs.setText("many");
            model.play();
        });
        assertTrue(label("notice").startsWith("Nothing was started: epochs"), label("notice"));
        press(robot, KeyCode.ESCAPE);
        assertEquals(String.valueOf(SETTINGS.epochs()), epochs.getText());
        assertEquals(epochs.getText(), epochs.getSelectedText(), "ready to be typed over");
        assertEquals("", label("notice"));
    }

    @Test
    void whatIsLeftBehindWrongGoesOnEscapeFromAnywhereInItsViewAndWithItsNetwork(FxRobot robot) {
        goTo(robot, View.WEIGHTS);
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHAT_IF));
        TextField sigma = (TextField) scene.lookup("#sigma");
        TextField exact = (TextField) scene.lookup("#exact");
        for (Runnable away : List.<Runnable>of(() -> scene.lookup(".whatif #undo").getParent().fireEvent(escape()), model::reset, model::newSeed)) {
            robot.interact(model::stepEpoch);
            await(() -> model.state() == RunState.PAUSED || model.state() == RunState.FINISHED);
            String held = sigma.getText();
            robot.interact(() -> {
                for (TextField field : List.of(sigma, exact)) {
                    field.setText("much");
                    field.fireEvent(new ActionEvent());
                }
            });
            assertTrue(isWrong(sigma) && isWrong(exact));
            robot.interact(model.inspection()::showLive);
            assertTrue(isWrong(sigma) && isWrong(exact), "it is the same training");
            robot.interact(away);
            await(() -> !isWrong(sigma) && !isWrong(exact));
            assertEquals(held, sigma.getText());
            assertFalse(exact.getText().equals("much"));
        }
        goTo(robot, View.LIVE);
        TextField epochs = (TextField) scene.lookup("#epochs");
        robot.interact(() -> {
            epochs.setText("many");
            epochs.fireEvent(new ActionEvent());
            scene.lookup("#speed").fireEvent(escape());
        });
        assertEquals(String.valueOf(SETTINGS.epochs()), epochs.getText());
        assertFalse(isWrong(epochs));
    }

    @Test
    void aWrongNumberInAMenuIsGoneWhenItIsOpenedAgain(FxRobot robot) {
        robot.interact(() -> {
            testDigit().getEditor().setText("many");
            testDigit().commitValue();
        });
        assertTrue(isWrong(testDigit().getEditor()));
        robot.interact(() -> ((MenuButton) scene.lookup("#more")).show());
        assertFalse(isWrong(testDigit().getEditor()));
        assertEquals("0", testDigit().getEditor().getText());
    }

    private Spinner<?> testDigit() {
        return ((MenuButton) scene.lookup("#more")).getItems().stream().filter(CustomMenuItem.class::isInstance)
                .map(item -> ((CustomMenuItem) item).getContent().lookup("#testDigit")).filter(Spinner.class::isInstance)
                .map(node -> (Spinner<?>) node).findFirst().orElseThrow();
    }

    private static KeyEvent escape() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
    }

    private static void assertTakenBack(FxRobot robot, TextField field) {
        assertTakenBack(robot, field, field, () -> field.fireEvent(new ActionEvent()));
    }

    /** That what is changed and what is wrong go, and what holds stays. */
    private static void assertTakenBack(FxRobot robot, Node keys, TextField field, Runnable enter) {
        String what = String.valueOf(keys);
        String held = field.getText();
        assertFalse(held.isBlank(), what);
        for (String typed : new String[] {held + "1", "many"}) {
            robot.interact(() -> field.setText(typed));
            if (typed.equals("many")) {
                robot.interact(enter);
                assertTrue(isWrong(field), what);
            }
            robot.interact(() -> keys.fireEvent(escape()));
            assertEquals(held, field.getText(), what);
            assertFalse(isWrong(field), what);
        }
    }

    private static boolean isWrong(TextField field) {
        return field.getPseudoClassStates().contains(FieldProblems.INVALID);
    }
}
