package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.digitscope.app.control.Explained;
import org.digitscope.app.view.View;
import org.digitscope.explain.lesson.Glossary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** That everything fits, has a text and a key. */
class WindowFitTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void everyLabelThatNamesAFieldReallyBelongsToIt(FxRobot robot) {
        for (String field : List.of("#preset", "#epochs", "#batchSize", "#learningRate", "#optimizer", "#hidden", "#activation",
            "#startValues", "#deviation", "#inputs", "#momentum", "#l1", "#l2", "#trainingPictures", "#wrongLabels", "#patience",
            "#monitor", "#restoresBest", "#seed",
            "#deskew", "#hands", "#handsShare", "#handsSeed", "#speed")) {
            Node named = robot.lookup(field).query();
            assertTrue(robot.lookup(".label").queryAllAs(Label.class).stream().anyMatch(label -> label.getLabelFor() == named), field);
        }
    }

    @Test
    @Tag("soak")
    void theWordsOfTheWindowExplainThemselvesToPointerAndKeys(FxRobot robot) {
        for (View view : View.values()) {
            goTo(robot, view);
        }
        Set<Label> words = robot.lookup(".explained").queryAllAs(Label.class);
        assertTrue(words.size() >= 15, String.valueOf(words.size()));
        for (Label word : words) {
            assertTrue(word.getTooltip().getText().endsWith("\n" + Glossary.load().explain(Explained.getWord(word))), word.getText());
        }
        int explained = 0;
        for (View view : View.values()) {
            goTo(robot, view);
            for (Label word : words.stream().filter(OpenWindow::isShown).toList()) {
                assertExplained(robot, word, word.getLabelFor() == null ? word : word.getLabelFor());
                explained++;
            }
        }
        assertTrue(explained >= 15, String.valueOf(explained));
    }

    /** That F1 shows the word and its meaning, and nothing else, until the focus goes on; also after the word was clicked. */
    private void assertExplained(FxRobot robot, Label word, Node focused) {
        List<String> expected = List.of(Explained.getWord(word), Glossary.load().explain(Explained.getWord(word)));
        robot.interact(focused::requestFocus);
        assertEquals(List.of(), explanation());
        press(robot, KeyCode.F1);
        assertEquals(expected, explanation());
        press(robot, KeyCode.TAB);
        assertEquals(List.of(), explanation());
        robot.interact(() -> {
            scene.lookup("#views").requestFocus();
            word.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                    false, true, false, true, null));
        });
        assertEquals(expected, explanation());
        press(robot, KeyCode.F1);
        assertEquals(expected, explanation(), "of the word, not the keys");
        press(robot, KeyCode.TAB);
        assertEquals(List.of(), explanation());
    }

    /** The texts of all popups that are open. */
    private static List<String> explanation() {
        return Window.getWindows().stream().filter(Popup.class::isInstance)
                .flatMap(popup -> popup.getScene().getRoot().lookupAll(".label").stream()).map(label -> ((Label) label).getText()).toList();
    }

    @Test
    void aDataSetThatIsOfferedFitsInEverySize(FxRobot robot) throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            table.append(i % 10).append(",9".repeat(784)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("a-long-name-of-a-fashion-data-set-from-somewhere.csv"), table);
        robot.interact(() -> views.droppedFiles().open(file));
        await(() -> button("#take").isVisible());
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> {
                appearance.presenterProperty().set(presenter);
                scene.getWindow().setWidth(1024);
                scene.getWindow().setHeight(700);
            });
            WaitForAsyncUtils.waitForFxEvents();
            for (String field : List.of("#names", "#share", ".data-set #seed")) {
                assertTrue(shown(".data-set .label").anyMatch(label -> ((Label) label).getLabelFor() == scene.lookup(field)), field);
            }
            assertTrue(button("#take").isVisible());
            robot.interact(() -> assertEquals(List.of(), CutOff.cutOff(scene)));
        }
    }

    @Test
    void everyPictureHasATextAndEveryIconButtonAName(FxRobot robot) {
        for (String id : List.of("#loss", "#accuracy", "#grid", "#pad", "#seen", "#bars")) {
            String text = robot.lookup(id).query().getAccessibleText();
            assertTrue(text != null && !text.isBlank(), id);
        }
        for (Node node : robot.lookup(".button").queryAll()) {
            Button button = (Button) node;
            assertTrue(!button.getText().isBlank() || button.getAccessibleText() != null, String.valueOf(button));
        }
    }
}
