package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.HistogramView;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.evaluation.DigitFilter;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The views of weights, test digits and the notebook. */
class InsideViewsTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void everyPartOfTheWeightsViewFollowsTheNetworkAndTheSelection(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.WEIGHTS);
        HeatmapGrid picture = robot.lookup("#picture").query();
        await(() -> label("facts").startsWith("on for "));
        robot.interact(() -> {
            picture.requestFocus();
        });
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.ENTER);
        assertTrue(label("pinned").startsWith("layer_1 weight, pixel 407 (row 14, column 15) → neuron 0"), label("pinned"));
        Parameters now = model.shownProperty().get().parameters();
        assertTrue(label("pinned").contains(ShownNumbers.in(String.format(Locale.ROOT, "now %+.7f", now.layer(1).kernel().get(407, 0)))));

        part(robot, 1);
        MatrixView kernel = robot.lookup("#kernel").query();
        assertEquals(now.layer(2).kernel().get(5, 4), kernel.contentProperty().get().values()[5][4], 1e-7);
        robot.interact(() -> kernel.chosenProperty().set(Optional.of(new MatrixView.Cell(5, 4))));
        part(robot, 2);
        NumberTable table = robot.lookup("#table").query();
        assertEquals(15_910, table.getItems().size());
        robot.interact(() -> ((TextField) scene.lookup("#search")).setText("neuron:4 row:14"));
        assertEquals(28, table.getItems().size());
        HistogramView histogram = robot.lookup("#histogram").query();
        robot.interact(() -> histogram.chosenProperty().set(Optional.of(3)));
        assertTrue(label("bin").contains("weights, lit up in the pictures"), label("bin"));
        part(robot, 4);
        NumberTable ranking = robot.lookup("#ranking").query();
        await(() -> ranking.getItems().size() == 20);
        part(robot, 5);
        assertTrue(((TextArea) scene.lookup("#equation")).getText().startsWith("gradient g = Σ of 10 pushes"));
        assertEquals(10, ((FlowPane) scene.lookup("#batch")).getChildren().size());
    }

    @Test
    void afterANetworkWithoutHiddenLayerNeuronsCanBeMutedAgainAndThePinnedPlaceIsKept(FxRobot robot) {
        goTo(robot, View.WEIGHTS);
        part(robot, 2);
        robot.interact(() -> model.inspection().selection().pin(ScalarParameter.bias(1, 0)));
        part(robot, 3);
        for (Architecture architecture : List.of(Architecture.relu(), Architecture.relu(3, 2), Architecture.relu(7))) {
            robot.interact(() -> model.startWith(Hyperparameters.NOTEBOOK.withArchitecture(architecture)));
            await(() -> model.shownProperty().get().parameters().architecture().equals(architecture));
            int neurons = architecture.hidden().isEmpty() ? 0 : architecture.hidden().get(0);
            await(() -> robot.lookup(".mute").queryAll().stream().filter(OpenWindow::isShown).count() == neurons);
            assertEquals(ScalarParameter.bias(1, 0), model.inspection().selection().parameterProperty().get());
        }
    }

    @Test
    void whatIsChangedByHandIsScoredFollowedAndUndone(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.WEIGHTS);
        part(robot, 3);
        Label score = robot.lookup(".whatif .heading").query();
        await(() -> score.getText().endsWith("nothing changed"));
        Parameters base = model.shownProperty().get().parameters();
        robot.interact(() -> ((ToggleButton) ((FlowPane) scene.lookup("#neurons")).getChildren().get(7)).fire());
        await(() -> score.getText().contains("→"));
        Parameters muted = new Edit.Mute(new Neuron(1, 7), 0).applyTo(base);
        assertTrue(score.getText().contains(String.format(Locale.ROOT, "→ %.2f %%",
                100 * Evaluation.of(muted, DIGITS.validation()).accuracy())), score.getText());
        Slider value = robot.lookup("#value").query();
        robot.interact(() -> value.setValue(1.5));
        assertEquals(1.5f, model.shownProperty().get().parameters().layer(1).bias().data[0]);
        assertTrue(label("text").endsWith("changed by hand"), label("text"));
        robot.interact(() -> scene.lookup(".whatif").lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals("Reset all")).forEach(Button::fire));
        assertTrue(model.shownProperty().get().parameters() == base);
        robot.interact(() -> ((TextField) scene.lookup("#sigma")).setText("x"));
        robot.interact(() -> ((TextField) scene.lookup("#sigma")).fireEvent(new ActionEvent()));
        assertTrue(((Label) scene.lookup(".whatif .toolbar-flow .problem")).getText().startsWith("noise σ must be"),
                ((Label) scene.lookup(".whatif .toolbar-flow .problem")).getText());
        robot.interact(() -> ((TextField) scene.lookup("#exact")).setText("1e300"));
        robot.interact(() -> ((TextField) scene.lookup("#exact")).fireEvent(new ActionEvent()));
        assertEquals("value must be from −3.4e38 to 3.4e38, not \"1e300\"", ((Label) scene.lookup(".pinned-value .problem")).getText());
        assertTrue(model.shownProperty().get().parameters() == base, "what isn't allowed changes nothing");
        robot.interact(() -> model.inspection().showLive());
        assertEquals("1e300", ((TextField) scene.lookup("#exact")).getText(), "what is typed stays while the network is shown anew");
        robot.interact(() -> ((TextField) scene.lookup("#exact")).setText("0,25"));
        robot.interact(() -> ((TextField) scene.lookup("#exact")).fireEvent(new ActionEvent()));
        assertEquals("", ((Label) scene.lookup(".pinned-value .problem")).getText());
        assertEquals("0.25", ((TextField) scene.lookup("#exact")).getText());
        robot.interact(() -> model.inspection().edits().resetAll());
        CurveChart accuracy = (CurveChart) scene.lookup(".whatif #accuracy");
        await(() -> accuracy.modelProperty().get() != null);
        assertEquals(101, accuracy.modelProperty().get().series().get(0).x().length);
        // from whichever page one comes, the studies of the page that one sees go on
        for (int from : new int[] {0, 4, 5, 1}) {
            part(robot, from);
            part(robot, 3);
            ChartModel before = accuracy.modelProperty().get();
            robot.interact(() -> model.inspection().edits().set(ScalarParameter.weight(2, 2, from), 0.3f + from));
            await(() -> accuracy.modelProperty().get() != before
                    && accuracy.modelProperty().get().markers().stream().anyMatch(marker -> marker.label().equals("now")));
        }
    }

    @Tag("soak")
    @Test
    void allViewsWriteTheirNumbersInOneStyle(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        Set<String> texts = new TreeSet<>();
        for (View view : View.values()) {
            goTo(robot, view);
            for (int part = 0; part < (view == View.WEIGHTS ? ((SegmentedButton) scene.lookup("#parts")).getButtons().size() : 1); part++) {
                if (view == View.WEIGHTS) {
                    part(robot, part);
                }
                await(() -> shown(".label").noneMatch(label -> ((Labeled) label).getText().endsWith("…")));
                robot.interact(() -> shown(".label", ".cell").map(label -> ((Labeled) label).getText()).filter(Objects::nonNull)
                        .forEach(texts::add));
            }
        }
        assertTrue(texts.stream().anyMatch(text -> text.contains("−0.")), "negative numbers are among them");
        assertEquals(List.of(), texts.stream().filter(text -> !text.equals(ShownNumbers.in(text))).toList());
    }

    @Test
    void aCellOfTheConfusionMatrixShowsItsDigitsAndADigitGoesToThePad(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.TEST_DIGITS);
        await(() -> label("count").endsWith(" of 50"));
        AnsweredDigits digits = AnsweredDigits.of(model.shownProperty().get().parameters(), DIGITS.validation());
        int wrong = digits.list(DigitFilter.parse("wrong").on(digits), AnsweredDigits.Order.LARGEST_LOSS).get(0);
        MatrixView confusion = robot.lookup("#confusion").query();
        robot.interact(() -> confusion.chosenProperty().set(Optional.of(new MatrixView.Cell(digits.truth(wrong), digits.answer(wrong)))));
        GridView<Integer> gallery = robot.lookup("#gallery").query();
        assertTrue(gallery.getItems().contains(wrong));
        assertEquals(digits.evaluation().count(digits.truth(wrong), digits.answer(wrong)), gallery.getItems().size());
        robot.interact(() -> ((TextField) scene.lookup("#filter")).setText("index:" + wrong));
        robot.interact(() -> scene.lookup("#gallery").lookupAll(".digit-button").stream().map(Button.class::cast).findFirst()
                .orElseThrow().fire());
        assertTrue(label("detail").startsWith("index " + wrong + ": true " + digits.truth(wrong)), label("detail"));
        robot.interact(() -> ((Button) scene.lookup("#why")).fire());
        PixelView seen = robot.lookup("#seen").query();
        assertArrayEquals(DIGITS.validation().image(wrong), seen.pictureProperty().get());
        assertTrue(scene.lookup("#map").getParent().isVisible());
        goTo(robot, View.TEST_DIGITS);
        robot.interact(() -> ((TextField) scene.lookup("#filter")).setText("wrng"));
        assertTrue(((Label) scene.lookup(".digits .problem")).getText().contains("wrng"));
    }

    @Test
    void theNotebookAsksChecksAndTurnsItsPages(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NOTEBOOK);
        ListView<Integer> list = robot.lookup("#list").query();
        await(() -> !list.getItems().isEmpty());
        for (int chapter = 0; chapter < list.getItems().size(); chapter++) {
            int number = chapter;
            robot.interact(() -> list.getSelectionModel().select(number));
            assertFalse(((Label) scene.lookup(".notebook #title")).getText().isBlank());
        }
        robot.interact(() -> list.getSelectionModel().select(0));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).setText("783"));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).fireEvent(new ActionEvent()));
        assertTrue(label("verdict").startsWith("Not quite. "), label("verdict"));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).setText("784"));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).fireEvent(new ActionEvent()));
        assertTrue(label("verdict").startsWith("Right. "), label("verdict"));
        robot.interact(() -> ((Button) scene.lookup("#actions .button")).fire());
        PixelView seen = robot.lookup("#seen").query();
        assertArrayEquals(DIGITS.validation().image(0), seen.pictureProperty().get());
    }

    @Test
    @Tag("soak")
    void spaceTrainsAndPausesWhateverHasTheFocusAndEnterPressesTheFocusedButton(FxRobot robot) {
        robot.interact(() -> model.paceProperty().set(1.0));
        for (String focused : List.of("#play", "#tabs .toggle-button", "#parts .toggle-button", ".heatmap-grid", "#order", "#pad", "#deskew")) {
            for (View view : View.values()) {
                goTo(robot, view);
                Node node = scene.getRoot().lookupAll(focused).stream().filter(each -> isShown(each) && !each.isDisabled()).findFirst().orElse(null);
                if (node == null) {
                    continue;
                }
                robot.interact(node::requestFocus);
                boolean running = model.state() == RunState.RUNNING;
                press(robot, KeyCode.SPACE);
                assertEquals(running ? RunState.PAUSED : RunState.RUNNING, settled(running), focused + " in " + view);
                assertTrue(isShown(node), focused + " is still there in " + view);
            }
        }
        goTo(robot, View.WEIGHTS);
        List<ToggleButton> parts = ((SegmentedButton) scene.lookup("#parts")).getButtons();
        robot.interact(parts.get(1)::requestFocus);
        press(robot, KeyCode.ENTER);
        assertTrue(parts.get(1).isSelected());
        press(robot, KeyCode.ENTER);
        assertTrue(parts.get(1).isSelected(), "a second press changes nothing");
        goTo(robot, View.LIVE);
        TextField rate = (TextField) scene.lookup("#learningRate");
        robot.interact(rate::requestFocus);
        RunState before = model.state();
        press(robot, KeyCode.SPACE);
        assertEquals(before, model.state(), "in a text field Space is a letter");
    }

    /** A pause comes with the end of a batch. */
    private RunState settled(boolean wasRunning) {
        if (wasRunning) {
            await(() -> model.state() != RunState.RUNNING);
        }
        return model.state();
    }

    @Test
    void theNotebookKeepsItsExhibitsAndTheFocusInThemWhileItTrains(FxRobot robot) {
        goTo(robot, View.NOTEBOOK);
        ListView<Integer> list = robot.lookup("#list").query();
        await(() -> !list.getItems().isEmpty());
        VBox exhibit = robot.lookup("#exhibit").query();
        for (int chapter = 0; !(exhibit.lookup(".heatmap-grid") instanceof HeatmapGrid); chapter++) {
            int number = chapter;
            robot.interact(() -> list.getSelectionModel().select(number));
        }
        HeatmapGrid grid = (HeatmapGrid) exhibit.lookup(".heatmap-grid");
        robot.interact(grid::requestFocus);
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        await(() -> grid.kernelProperty().get() == model.shownProperty().get().parameters().layer(1).kernel());
        assertSame(grid, exhibit.lookup(".heatmap-grid"));
        assertSame(grid, scene.getFocusOwner());
    }

    private void part(FxRobot robot, int number) {
        robot.interact(() -> ((SegmentedButton) scene.lookup("#parts")).getButtons().get(number).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
