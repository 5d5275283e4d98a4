package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.view.View;
import org.digitscope.evaluation.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Ctrl+C copies what the person has chosen, and nothing else. */
class CopyingTest extends OpenWindow {

    private final Locale usual = Locale.getDefault();

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @AfterEach
    void backToTheUsualLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void theChosenRowsOfATableAreCopiedWithTheirTitlesAndAllDigitsInEveryLocale(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        goTo(robot, View.TEST_DIGITS);
        await(() -> !robot.lookup("#perDigit .table-cell").queryAll().isEmpty());
        NumberTable table = robot.lookup("#perDigit").query();
        Locale.setDefault(Locale.GERMANY);
        clear(robot);
        robot.interact(table::requestFocus);
        press(robot, KeyCode.CONTROL, KeyCode.C);
        assertNull(copied(robot).text());
        assertEquals("No row of the table is chosen: Ctrl+A chooses all.", label("notice"));
        robot.interact(() -> table.getSelectionModel().selectIndices(7, 2));
        press(robot, KeyCode.CONTROL, KeyCode.C);
        Evaluation expected = Evaluation.of(model.shownProperty().get().parameters(), DIGITS.validation());
        String[] lines = copied(robot).text().split("\n");
        assertEquals("class\tcount\tprecision\trecall\tF1", lines[0]);
        assertEquals(3, lines.length);
        for (int i = 0; i < 2; i++) {
            int digit = i == 0 ? 2 : 7;
            String[] cells = lines[i + 1].split("\t");
            assertEquals(String.valueOf(digit), cells[0]);
            assertEquals(String.valueOf(expected.truthCount(digit)), cells[1]);
            assertEquals(100 * expected.recall(digit), Double.parseDouble(cells[3]));
        }
        assertEquals("2 rows of the table are copied.", label("notice"));
        press(robot, KeyCode.CONTROL, KeyCode.A);
        press(robot, KeyCode.CONTROL, KeyCode.C);
        assertEquals(11, copied(robot).text().split("\n").length);
    }

    @Test
    void floatsAreCopiedToTheBit(FxRobot robot) {
        goTo(robot, View.WEIGHTS);
        robot.interact(() -> robot.lookup(".toggle-button").match(node -> "All numbers".equals(((ToggleButton) node).getText()))
                .<ToggleButton>query().fire());
        NumberTable table = robot.lookup("#table").query();
        await(() -> table.getItems().size() == 15_910);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(8123);
        });
        press(robot, KeyCode.CONTROL, KeyCode.C);
        String[] lines = copied(robot).text().split("\n");
        int value = List.of(lines[0].split("\t")).indexOf("value");
        assertTrue(value > 0, lines[0]);
        assertEquals(model.shownProperty().get().parameters().arrays()[0][8123], Float.parseFloat(lines[1].split("\t")[value]));
    }

    @Test
    void aFieldItsLettersAndAPictureItselfAreCopied(FxRobot robot) {
        TextField epochs = robot.lookup("#epochs").query();
        robot.interact(() -> {
            epochs.requestFocus();
            epochs.selectAll();
        });
        press(robot, KeyCode.CONTROL, KeyCode.C);
        assertEquals("3", copied(robot).text());
        clear(robot);
        menu(robot, "_Copy");
        assertEquals("3", copied(robot).text());
        Node chart = robot.lookup("#loss").query();
        double[] twice = {2 * chart.getLayoutBounds().getWidth(), 2 * chart.getLayoutBounds().getHeight()};
        robot.interact(chart::requestFocus);
        press(robot, KeyCode.CONTROL, KeyCode.C);
        Image picture = copied(robot).picture();
        assertArrayEquals(twice, new double[] {picture.getWidth(), picture.getHeight()}, 2);
        assertEquals("The picture is copied.", label("notice"));
    }

    private static void clear(FxRobot robot) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(new ClipboardContent()));
    }

    /** What a clipboard holds may be asked for on the FX thread only. */
    private static Copied copied(FxRobot robot) {
        Copied[] found = new Copied[1];
        robot.interact(() -> found[0] = new Copied(Clipboard.getSystemClipboard().getString(), Clipboard.getSystemClipboard().getImage()));
        return found[0];
    }

    private record Copied(String text, Image picture) {
    }
}
