package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.ValueGridView;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.RunsPart;
import org.digitscope.app.view.View;
import org.digitscope.data.Inputs;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.network.Architecture;
import org.digitscope.plot.ChartModel;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The list of runs and what compares them, used as a person would. */
class RunsViewTest extends OpenWindow {

    private final ExecutorService pool = Executors.newCachedThreadPool();

    @Start
    private void start(Stage stage) {
        appearance.install();
        open(stage, new AppModel(pool, Platform::runLater));
        model.digitsLoaded(DIGITS);
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @SuppressWarnings("unchecked")
    private TableView<KeptRun> table() {
        return (TableView<KeptRun>) scene.lookup(".run-table");
    }

    private CurveChart chart(String id) {
        return (CurveChart) shown("#" + id).filter(CurveChart.class::isInstance).findFirst().orElseThrow();
    }

    private void train(FxRobot robot, int runs) {
        for (int i = 0; i < runs; i++) {
            robot.interact(i == 0 ? model::reset : model::newSeed);
            robot.interact(model::stepEpoch);
            await(() -> model.state() == RunState.PAUSED);
        }
        goTo(robot, View.RUNS);
        await(() -> table().getItems().size() == runs);
    }

    private void choose(FxRobot robot, int... rows) {
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
        });
    }

    private void part(FxRobot robot, RunsPart part) {
        robot.interact(() -> views.navigation().goTo(part));
    }

    @Test
    void aRunIsNamedHiddenPinnedDeletedAndBroughtBackByKeys(FxRobot robot) {
        train(robot, 3);
        choose(robot, 0);
        press(robot, KeyCode.F2);
        robot.interact(() -> ((TextField) scene.getFocusOwner()).setText("the first"));
        press(robot, KeyCode.ENTER);
        assertEquals("the first", model.runs().runs().get(0).nameProperty().get());
        choose(robot, 1);
        press(robot, KeyCode.H);
        await(() -> names(chart("accuracy")).equals(List.of("the first", "Run 3")));
        choose(robot, 2);
        press(robot, KeyCode.P);
        assertEquals("Run 3", table().getItems().get(0).nameProperty().get(), "pinned ones stand on top");
        choose(robot, 1);
        press(robot, KeyCode.DELETE);
        assertEquals(List.of("Run 2", "Run 3"), model.runs().runs().stream().map(run -> run.nameProperty().get()).toList());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertEquals(3, model.runs().runs().size());
        assertTrue(button("#delete").isDisabled() || !table().getSelectionModel().isEmpty());
    }

    @Test
    void enterGoesBackToTheChosenRunWhole(FxRobot robot) {
        train(robot, 2);
        long seed = model.settingsProperty().get().seed();
        choose(robot, 0);
        press(robot, KeyCode.ENTER);
        await(() -> model.settingsProperty().get().seed() == seed - 1);
        assertTrue(model.runs().isCurrent(model.runs().runs().get(0)));
        assertTrue(button("#back").isDisabled(), "it is on screen already");
    }

    @Test
    void aSettingHasAColumnAsSoonAsTheRunsDifferInIt(FxRobot robot) {
        train(robot, 1);
        assertFalse(titles().contains("seed"));
        robot.interact(model::newSeed);
        robot.interact(model::stepEpoch);
        await(() -> titles().contains("seed"));
        assertEquals(4, titles().indexOf("seed"), "behind what matters most");
        robot.interact(() -> model.runs().delete(List.of(model.runs().runs().get(0))));
        await(() -> !titles().contains("seed"));
    }

    @Test
    void aColumnOfASettingHasRoomForItsLongestValue(FxRobot robot) {
        train(robot, 1);
        robot.interact(() -> {
            Hyperparameters settings = model.settingsProperty().get();
            model.settingsProperty().set(settings.withArchitecture(new Architecture(settings.architecture().hidden(), settings.architecture().activation(), Inputs.GREY)));
        });
        robot.interact(model::newSeed);
        robot.interact(model::stepEpoch);
        await(() -> titles().contains("inputs"));
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        assertEquals(List.of(), CutOff.cutOff(scene).stream().filter(fault -> fault.contains("not div")).toList());
    }

    @Test
    void runsThatComeInOneByOneStandInTheirOrder(FxRobot robot) {
        train(robot, 1);
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "run " + i).toList();
        for (String name : names) {
            robot.interact(() -> model.runs().add(name, known(0.5)));
        }
        assertEquals(names, table().getItems().stream().skip(1).map(run -> run.nameProperty().get()).toList());
    }

    @Test
    void whatIsSaidOfADeletionGoesWhenItIsUndone(FxRobot robot) {
        train(robot, 1);
        robot.interact(() -> model.runs().add("other", known(0.5)));
        robot.interact(() -> table().getSelectionModel().clearAndSelect(1));
        robot.interact(() -> ((Button) scene.lookup("#delete")).fire());
        assertEquals("Deleted 1 run; Ctrl+Z brings back what was deleted.", model.notices().textProperty().get());
        robot.interact(model.runs()::undo);
        assertEquals("", model.notices().textProperty().get());
        assertEquals(2, table().getItems().size());
    }

    @Test
    void theTableSortsByWhatItsFiguresStandFor(FxRobot robot) {
        train(robot, 2);
        robot.interact(() -> model.runs().add("best", known(0.75)));
        robot.interact(() -> model.runs().add("perfect", known(1)));
        robot.interact(() -> {
            table().getSortOrder().setAll(List.of(table().getColumns().get(titles().indexOf("val_accuracy"))));
            table().getSortOrder().get(0).setSortType(TableColumn.SortType.DESCENDING);
            table().sort();
        });
        assertEquals(List.of("perfect", "best"), table().getItems().stream().limit(2).map(run -> run.nameProperty().get()).toList());
    }

    @Test
    void twoRunsAreComparedByTheirAnswersAndTheirNeurons(FxRobot robot) {
        train(robot, 2);
        part(robot, RunsPart.ANSWERS);
        MatrixView confusion = (MatrixView) shown(".runs-parts .matrix-view").findFirst().orElseThrow();
        await(() -> confusion.contentProperty().get() != null);
        double sum = 0;
        for (double[] row : confusion.contentProperty().get().values()) {
            for (double change : row) {
                sum += change;
            }
        }
        assertEquals(0, sum, "both were asked the same digits");
        assertTrue(texts("#title").contains("Run 2 (second) against Run 1 (first); choose two runs in the list to compare others"));
        assertTrue(texts("#settings").contains("seed: 42 → 43"), texts("#settings").toString());
        part(robot, RunsPart.NEURONS);
        GridView<?> pairs = (GridView<?>) shown(".runs-parts .grid-view").findFirst().orElseThrow();
        await(() -> pairs.getItems().size() == SETTINGS.architecture().hidden().get(0));
    }

    @Test
    void aCurveOfWhichNothingElseIsKnownIsDrawnAndSaysThatItHasNoAnswers(FxRobot robot) {
        train(robot, 1);
        robot.interact(() -> model.runs().add("from a file", known(0.5)));
        await(() -> names(chart("accuracy")).contains("from a file"));
        choose(robot, 0, 1);
        part(robot, RunsPart.ANSWERS);
        assertTrue(texts("#settings").contains("The settings of a curve from a file aren't known."));
        part(robot, RunsPart.NEURONS);
        assertTrue(texts("#explanation").contains("Of one of these runs only the figures are known, so there are no neurons to match."));
        choose(robot, 1);
        assertTrue(button("#back").isDisabled());
    }

    @Test
    void aCurveThatIsDroppedOnTheWindowIsInTheListUnderItsFilesName(FxRobot robot) throws IOException {
        train(robot, 1);
        Path file = Files.writeString(folder.resolve("keras.csv"), "epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,1.5,0.25,1\n1,0.75,0.5,0.5,0.75\n");
        robot.interact(() -> views.droppedFiles().open(file));
        await(() -> model.runs().runs().size() == 2);
        assertEquals("keras", model.runs().runs().get(1).nameProperty().get());
        assertEquals("Added keras with 2 epochs; its settings aren't known.", model.notices().textProperty().get());
        Files.writeString(file, "epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,1.5,much,1\n");
        robot.interact(() -> views.droppedFiles().open(file));
        await(() -> model.notices().seriousProperty().get());
        assertTrue(model.notices().textProperty().get().startsWith("keras.csv "), model.notices().textProperty().get());
        assertEquals(2, model.runs().runs().size());
    }

    @Test
    void theListIsWrittenAsATableWithItsNamesAndAsAReport(FxRobot robot) throws IOException {
        train(robot, 2);
        saveAs = folder.resolve("runs.csv");
        robot.interact(() -> fire(item("All Runs as CSV…")));
        await(() -> Files.exists(folder.resolve("runs.csv")));
        List<String> lines = Files.readAllLines(folder.resolve("runs.csv"));
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("Run 1,") && lines.get(2).startsWith("Run 2,"), lines.toString());
        saveAs = folder.resolve("runs.html");
        robot.interact(() -> fire(item("All Runs as an HTML Report…")));
        await(() -> Files.exists(folder.resolve("runs.html")));
        assertTrue(Files.readString(folder.resolve("runs.html")).contains("<td>Run 2</td>"));
        robot.interact(() -> model.runs().runs().get(0).nameProperty().set("Run 2"));
        saveAs = folder.resolve("events");
        robot.interact(() -> fire(item("Chosen or All Runs for TensorBoard…")));
        await(() -> Files.exists(folder.resolve("events/Run 2/validation/events.out.tfevents.0.digitscope"))
                && Files.exists(folder.resolve("events/Run 2 (2)/train/events.out.tfevents.0.digitscope")));
    }

    private MenuItem item(String text) {
        return ((MenuButton) scene.lookup("#files")).getItems().stream().filter(item -> item.getText().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void aSweepSaysWhatItTakesTrainsInTheBackgroundAndShowsEverySeed(FxRobot robot) {
        robot.interact(() -> views.navigation().goTo(RunsPart.SWEEP));
        write(robot, "#firstValues", "2, 3");
        write(robot, "#seeds", "0-1");
        write(robot, "#sweepEpochs", "2");
        await(() -> label("plan").startsWith("hidden layers 2, 3: 4 runs of 2 epochs, 1 at a time, about "));
        write(robot, "#firstValues", "2, 2");
        assertEquals("hidden layers has the value 2 twice", label("plan"));
        assertTrue(button("#start").isDisabled());
        write(robot, "#firstValues", "2, 3");
        robot.interact(button("#start")::fire);
        await(() -> views.sweeps().progressProperty().get().filter(now -> now.results().size() == 4 && !now.isUnderWay()).isPresent());
        assertEquals("Hidden layers: 4 of 4 runs done.", label("sweepProgress"));
        ChartModel chart = chart("chart").modelProperty().get();
        assertEquals(4, chart.series().stream().filter(series -> series.name().equals("each seed")).findFirst().orElseThrow().x().length);
        assertEquals(4, model.runs().runs().size());
        robot.interact(() -> ((ToggleButton) scene.lookup("#overEpochs")).fire());
        assertTrue(chart("chart").modelProperty().get().series().stream().anyMatch(series -> series.kind() == ChartModel.Kind.BAND));
        robot.interact(() -> ((ToggleButton) scene.lookup("#byValue")).fire());
        combo("#secondSetting", robot, SweptSetting.ACTIVATION);
        write(robot, "#secondValues", "relu, tanh");
        robot.interact(button("#start")::fire);
        await(() -> views.sweeps().progressProperty().get().filter(now -> now.results().size() == 8 && !now.isUnderWay()).isPresent());
        assertEquals("Hidden layers and activation: 8 of 8 runs done.", label("sweepProgress"));
        ValueGridView grid = (ValueGridView) shown(".value-grid").findFirst().orElseThrow();
        assertEquals(List.of("relu", "tanh"), grid.gridProperty().get().columns());
        assertEquals(2, grid.gridProperty().get().cells().get(1).get(1).runs());
        assertTrue(Files.isDirectory(folder.resolve("sweeps")));
        assertEquals(8, model.runs().runs().size(), "the four with relu were trained already");
    }

    @Test
    void twoHundredRunsHaveRowsAndOneLegendThatSaysHowManyMore(FxRobot robot) {
        train(robot, 1);
        robot.interact(() -> {
            for (int i = 0; i < 199; i++) {
                model.runs().add("curve " + i, known(i / 200.0));
            }
        });
        await(() -> table().getItems().size() == 200);
        await(() -> chart("loss").modelProperty().get().series().size() >= 200);
        assertTrue(label("memory").startsWith("200 runs;"), label("memory"));
    }

    private void combo(String id, FxRobot robot, SweptSetting value) {
        @SuppressWarnings("unchecked")
        ComboBox<Optional<SweptSetting>> box = (ComboBox<Optional<SweptSetting>>) scene.lookup(id);
        robot.interact(() -> box.setValue(Optional.of(value)));
    }

    private void write(FxRobot robot, String id, String text) {
        robot.interact(() -> ((TextField) scene.lookup(id)).setText(text));
    }

    private List<String> titles() {
        return table().getColumns().stream().map(column -> column.getText()).toList();
    }

    private List<String> texts(String id) {
        return shown(id).map(node -> ((Label) node).getText()).toList();
    }

    private static List<String> names(CurveChart chart) {
        return chart.modelProperty().get().series().stream().map(series -> series.name()).distinct().toList();
    }

    private static KeptRun.Known known(double accuracy) {
        LearningCurve curve = LearningCurve.ofEpochs(List.of(new LearningCurve.Epoch(accuracy, 1, accuracy, 1)));
        return new KeptRun.Known(RunResult.of(curve), 1, 1, Optional.empty());
    }
}
