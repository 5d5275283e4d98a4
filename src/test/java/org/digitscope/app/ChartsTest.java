package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.HistogramView;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.Histogram;
import org.digitscope.plot.Scale;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Charts, histograms, the time machine and the status bar, which tell of one and the same step. */
class ChartsTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    private void train(FxRobot robot) {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
    }

    private CurveChart chart(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    private static ChartModel.Series before(CurveChart chart) {
        return chart.modelProperty().get().series().stream().filter(series -> series.role() == Role.PREVIOUS).findFirst().orElseThrow();
    }

    @Test
    void bothChartsHaveOneCrosshairAndEachReadsOutItsOwnFigure(FxRobot robot) {
        train(robot);
        robot.interact(() -> chart(robot, "accuracy").requestFocus());
        press(robot, KeyCode.RIGHT);
        assertTrue(chart(robot, "accuracy").getAccessibleText().startsWith("Accuracy. step 61: "), chart(robot, "accuracy").getAccessibleText());
        assertTrue(chart(robot, "loss").getAccessibleText().startsWith("Loss. step 61: "), chart(robot, "loss").getAccessibleText());
        assertTrue(chart(robot, "loss").getAccessibleText().contains(", validation "), chart(robot, "loss").getAccessibleText());
        robot.moveTo("#loss");
        assertTrue(chart(robot, "accuracy").getAccessibleText().startsWith("Accuracy. step "));
        robot.moveTo("#play");
        assertTrue(chart(robot, "accuracy").getAccessibleText().endsWith("Arrow keys read out values."));
    }

    @Test
    void theCrosshairReadsEachShownCurveWhereItHasAValueAndNothingElse(FxRobot robot) {
        train(robot);
        robot.interact(model::reset);
        LearningCurve before = model.previousProperty().get().orElseThrow().curve();
        assertReads(robot, 0.8, String.format(Locale.ROOT, "before, step 96: %.4f, validation before: %.4f", before.loss(95),
                before.epochs().get(1).validationLoss()));
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        LearningCurve now = model.liveProperty().get().curve();
        assertReads(robot, 1 / 3.0, String.format(Locale.ROOT, "step 40: %.4f, validation of epoch 1: %.4f, before, step 40: %.4f, "
                + "validation before: %.4f", now.loss(39), now.epochs().get(0).validationLoss(), before.loss(39), before.epochs().get(0).validationLoss()));
        assertReads(robot, 0.5, String.format(Locale.ROOT, "before, step 60: %.4f, validation before: %.4f", before.loss(59),
                before.epochs().get(0).validationLoss()));
        robot.interact(() -> appearance.runBeforeProperty().set(false));
        assertReads(robot, 0.5, "nothing to read here");
    }

    private void assertReads(FxRobot robot, double share, String expected) {
        robot.interact(() -> chart(robot, "loss").crosshairProperty().set(-1));
        robot.interact(() -> chart(robot, "loss").crosshairProperty().set(share));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Loss. " + expected, chart(robot, "loss").getAccessibleText());
    }

    @Test
    void whatIsTrainedStaysInSightWhenFewerEpochsAreWanted(FxRobot robot) {
        train(robot);
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withEpochs(1)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("epoch 3 (1 wanted)  step 40/40", label("position"));
        assertEquals("step 120 of 120 · epoch 3 · live", label("text"));
        await(() -> chart(robot, "loss").modelProperty().get().x().equals(new Scale.Linear(0, 3)));
        robot.interact(() -> ((Slider) scene.lookup("#slider")).setValue(50));
        assertEquals("step 50 of 120 · epoch 2", label("text"));
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withEpochs(5)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("epoch 3/5  step 40/40", label("position"));
        assertEquals("step 50 of 200 · epoch 2", label("text"));
    }

    @Test
    void aRunBeforeWithAHigherLossIsSeenBeforeTheNextOneBegins(FxRobot robot) {
        train(robot);
        robot.interact(model::reset);
        ChartModel fresh = chart(robot, "loss").modelProperty().get();
        double highest = Arrays.stream(before(chart(robot, "loss")).y()).max().orElseThrow();
        assertTrue(highest > 1 && fresh.y().max() >= highest, fresh.y() + " and " + highest);
    }

    @Test
    void theRunBeforeIsShownOrNotAsTheSwitchSays(FxRobot robot) {
        train(robot);
        robot.interact(model::reset);
        assertEquals(120, before(chart(robot, "loss")).x().length);
        CheckBox shown = robot.lookup("#runBefore").query();
        robot.interact(shown::fire);
        assertFalse(appearance.runBeforeProperty().get());
        assertEquals(0, before(chart(robot, "loss")).x().length);
        robot.interact(() -> appearance.runBeforeProperty().set(true));
        assertEquals(120, before(chart(robot, "accuracy")).x().length);
    }

    @Test
    void theShownStepIsMarkedAndTheStatusBarTellsOfIt(FxRobot robot) {
        train(robot);
        Slider slider = robot.lookup("#slider").query();
        assertTrue(label("training").startsWith("loss "), label("training"));
        double track = slider.getWidth();
        for (int step : new int[] {100, 7, 0, 119}) {
            robot.interact(() -> slider.setValue(step));
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(track, slider.getWidth(), "the slider is as long as before, at step " + step);
        }
        robot.interact(() -> slider.setValue(41));
        await(() -> chart(robot, "loss").modelProperty().get().markers().equals(List.of(new ChartModel.Marker(41 / 40.0, "step 41"))));
        double loss = model.liveProperty().get().curve().loss(40);
        assertTrue(label("training").startsWith(String.format(Locale.ROOT, "step 41: loss %.4f · accuracy ", loss)), label("training"));
        double validation = model.liveProperty().get().curve().epochs().get(0).validationAccuracy();
        assertEquals(String.format(Locale.ROOT, "validation of epoch 1 %.2f %%", 100 * validation), label("validation"));
        robot.interact(() -> model.inspection().showLive());
        await(() -> chart(robot, "loss").modelProperty().get().markers().isEmpty());
        assertTrue(label("training").startsWith("loss "), label("training"));
    }

    @Test
    void aSingleStepPromisesNoTime(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        assertEquals("", label("throughput"));
    }

    @Test
    void aChartIsSavedInLightColoursFromTheDarkTheme(FxRobot robot) throws IOException {
        robot.interact(() -> appearance.darkProperty().set(true));
        assertEquals(0xFF0D1117, corner(robot, "Save as PNG…", "dark.png"));
        assertEquals(0xFFFFFFFF, corner(robot, "Save as PNG in Light Colours…", "light.png"));
        assertEquals("Saved light.png.", label("notice"));
        assertTrue(chart(robot, "loss").darkProperty().get());
    }

    private int corner(FxRobot robot, String item, String name) throws IOException {
        saveAs = folder.resolve(name);
        CurveChart loss = chart(robot, "loss");
        robot.interact(() -> loss.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 200, 200, false, null)));
        ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst().orElseThrow();
        robot.interact(() -> menu.getItems().stream().filter(entry -> entry.getText().equals(item)).findFirst().orElseThrow().fire());
        await(() -> label("notice").contains(name));
        robot.interact(menu::hide);
        return new Image(new ByteArrayInputStream(Files.readAllBytes(saveAs))).getPixelReader().getArgb(0, 0);
    }

    @Tag("soak")
    @Test
    void everyBinWithNumbersTellsWhichAndAnEmptyOneSaysSo(FxRobot robot) {
        train(robot);
        goTo(robot, View.WEIGHTS);
        part(robot, 2);
        HistogramView histogram = robot.lookup("#histogram").query();
        HeatmapGrid lit = robot.lookup("#lit").query();
        ComboBox<String> tensors = robot.lookup("#tensor").query();
        float[][] arrays = model.shownProperty().get().parameters().arrays();
        for (int tensor = 0; tensor < 4; tensor++) {
            int chosen = tensor;
            robot.interact(() -> tensors.setValue(tensors.getItems().get(chosen)));
            Histogram counted = histogram.histogramProperty().get();
            for (int bin = 0; bin < counted.bins(); bin++) {
                int number = bin;
                robot.interact(() -> histogram.chosenProperty().set(Optional.of(number)));
                long bright = 0;
                for (float weight : arrays[0]) {
                    bright += lit.dimmedProperty().get().test(weight) ? 0 : 1;
                }
                boolean empty = counted.count(bin) == 0;
                assertEquals(tensor > 0 || empty ? arrays[0].length : counted.count(bin), bright);
                assertTrue(label("bin").contains(empty ? "this bin is empty" : tensor == 0 ? counted.count(bin) == 1 ? ": 1 weight, lit up in the pictures" : " weights, lit up in the pictures" : "layer_"), label("bin"));
            }
        }
        assertTrue(histogram.histogramProperty().get().bins() <= 8, "ten biases need no more");
    }

    private static void part(FxRobot robot, int number) {
        SegmentedButton parts = robot.lookup("#parts").query();
        robot.interact(() -> parts.getButtons().get(number).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
