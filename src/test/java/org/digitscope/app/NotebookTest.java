package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** That the notebook's buttons lead where they say, and that the glossary is found and searched. */
class NotebookTest extends OpenWindow {

    private static final double MOST_PAGES = 1.5;

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void aChaptersButtonLandsOnWhatItNames(FxRobot robot) {
        press(robot, "See them as a matrix");
        assertEquals("Matrices", chosenPart());
        press(robot, "Look at all the numbers");
        assertEquals("All numbers", chosenPart());
        press(robot, "Look at one closely");
        assertEquals("Neurons", chosenPart());
        goTo(robot, View.TEST_DIGITS);
        robot.interact(() -> field("#filter").setText("true:4"));
        press(robot, "See every mistake");
        assertEquals("wrong", field("#filter").getText());
    }

    @Test
    void theWeightThatAChapterNamesIsTheChosenRowOfTheTableWhateverWasSearchedFor(FxRobot robot) {
        goTo(robot, View.WEIGHTS);
        robot.interact(() -> ((SegmentedButton) scene.lookup("#parts")).getButtons().get(2).fire());
        robot.interact(() -> field("#search").setText("layer_2 bias"));
        press(robot, "Find it in the table");
        NumberTable table = robot.lookup("#table").query();
        assertEquals("All numbers", chosenPart());
        assertEquals(406 * 20 + 3, table.getSelectionModel().getSelectedItem());
        assertEquals(ScalarParameter.weight(1, 406, 3), model.inspection().selection().parameterProperty().get());
        robot.interact(() -> field("#search").setText("row:406 column:3"));
        assertEquals(List.of(406 * 20 + 3), List.copyOf(table.getItems()));
    }

    @Test
    void theMovedDigitIsADrawingWhoseStagesCanBeSwitchedOff(FxRobot robot) {
        press(robot, "Put the moved digit on the pad");
        assertFalse(robot.lookup("#stages").query().isDisabled());
        assertFalse(views.drawing().blank().get());
    }

    @Test
    void theChapterOnScalingStartsAgainWithGreyValuesUpTo255(FxRobot robot) {
        press(robot, "Start again with values up to 255 (the preset \"The notebook's\" divides them again)");
        await(() -> model.shownProperty().get().parameters().inputs() == Inputs.GREY);
        assertEquals(Architecture.CLASSIC.hidden(), model.settingsProperty().get().architecture().hidden());
        assertEquals(0, model.liveProperty().get().step());
    }

    @Test
    void thePageSaysWhichStepItsNumbersAreOf(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NOTEBOOK);
        await(() -> label("place").equals("with the numbers of step 40"));
        robot.interact(() -> model.inspection().showStep(0));
        await(() -> label("place").equals("with the numbers of step 0"));
    }

    @Test
    void theGlossaryIsSearchedByTypingAndHeadsWhatItExplains(FxRobot robot) {
        menu(robot, "_Glossary");
        ListView<String> words = robot.lookup(".glossary .list-view").query();
        robot.targetWindow(words.getScene().getWindow());
        robot.write("soft");
        assertTrue(words.getItems().contains("softmax") && words.getItems().size() < 8, words.getItems().toString());
        robot.interact(() -> {
            words.requestFocus();
            words.getSelectionModel().select("softmax");
        });
        Label heading = robot.lookup(".glossary .heading").query();
        assertEquals("softmax", heading.getText());
        robot.write("m");
        assertEquals("softm", ((TextField) robot.lookup(".glossary .text-field").query()).getText());
        press(robot, KeyCode.ESCAPE);
    }

    @Test
    void theListIsFullOfChaptersFromTheFirstMomentOn(FxRobot robot) {
        sizeAsUsual(robot);
        goTo(robot, View.NOTEBOOK);
        ListView<Integer> list = robot.lookup("#list").query();
        await(() -> !list.getItems().isEmpty());
        robot.interact(() -> scene.getRoot().layout());
        double bottom = list.lookupAll(".list-cell").stream().map(ListCell.class::cast).filter(cell -> !cell.isEmpty())
                .mapToDouble(cell -> list.sceneToLocal(cell.localToScene(cell.getLayoutBounds())).getMaxY()).max().orElseThrow();
        assertTrue(bottom >= list.getHeight() - 2, bottom + " of " + list.getHeight());
    }

    @Test
    void noChapterIsLongerThanOnePageAndAHalf(FxRobot robot) {
        sizeAsUsual(robot);
        goTo(robot, View.NOTEBOOK);
        ListView<Integer> list = robot.lookup("#list").query();
        await(() -> !list.getItems().isEmpty());
        ScrollPane page = robot.lookup("#page").query();
        List<String> faults = new ArrayList<>();
        for (int chapter : list.getItems()) {
            robot.interact(() -> {
                list.getSelectionModel().select(chapter);
                scene.getRoot().layout();
            });
            robot.interact(() -> scene.getRoot().layout());
            double pages = page.getContent().getLayoutBounds().getHeight() / page.getViewportBounds().getHeight();
            if (pages > MOST_PAGES) {
                faults.add(String.format(Locale.ROOT, "%s: %.2f pages", ((Label) scene.lookup(".notebook #title")).getText(), pages));
            }
        }
        assertEquals(List.of(), faults);
    }

    private void press(FxRobot robot, String action) {
        goTo(robot, View.NOTEBOOK);
        ListView<Integer> list = robot.lookup("#list").query();
        await(() -> !list.getItems().isEmpty());
        robot.interact(() -> {
            for (int chapter = 0; actionOf(action).isEmpty(); chapter++) {
                list.getSelectionModel().select(chapter);
            }
            actionOf(action).orElseThrow().fire();
        });
    }

    private Optional<Button> actionOf(String label) {
        return ((Pane) scene.lookup("#actions")).getChildren().stream().map(Button.class::cast).filter(each -> each.getText().equals(label)).findFirst();
    }

    private TextField field(String id) {
        return (TextField) scene.lookup(id);
    }

    private String chosenPart() {
        Node parts = scene.lookup("#parts");
        assertTrue(isShown(parts));
        return ((SegmentedButton) parts).getButtons().stream().filter(button -> button.isSelected()).findFirst().orElseThrow().getText();
    }
}
