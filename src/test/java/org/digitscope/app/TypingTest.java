package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitscope.app.run.RunState;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is typed into a field belongs to the field, and so does its undo. */
class TypingTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    @Tag("soak")
    void undoInAFieldTakesBackWhatWasTypedThereAndNothingElse(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        robot.interact(() -> model.inspection().edits().set(ScalarParameter.bias(1, 3), 0.5f));
        List<Edit> edits = model.inspection().edits().currentProperty().get();
        Set<Node> tried = new HashSet<>();
        everywhere(robot, where -> {
            for (Node node : shown(".text-field").filter(each -> ((TextField) each).isEditable() && each.isFocusTraversable()).toList()) {
                if (tried.add(node)) {
                    assertUndoneInTheField(robot, (TextField) node, edits);
                }
            }
        });
        assertTrue(tried.contains(scene.lookup("#exact")) && tried.contains(scene.lookup("#sigma")));
    }

    private void assertUndoneInTheField(FxRobot robot, TextField field, List<Edit> edits) {
        String before = field.getText();
        robot.interact(field::requestFocus);
        press(robot, KeyCode.END);
        robot.write("77");
        assertEquals(before + "77", field.getText(), String.valueOf(field));
        for (int undo = 0; undo < 4; undo++) {
            press(robot, KeyCode.CONTROL, KeyCode.Z);
            assertEquals(edits, model.inspection().edits().currentProperty().get(), "nothing else is undone by " + field);
        }
        assertEquals(before, field.getText(), String.valueOf(field));
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertFalse(before.equals(field.getText()), "what is typed comes back in " + field);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        press(robot, KeyCode.ESCAPE);
    }
}
