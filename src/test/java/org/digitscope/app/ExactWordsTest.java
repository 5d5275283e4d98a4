package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Words that depend on the run: what labels, neurons and parameters are called. */
class ExactWordsTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void labelsThatAreWrongOnPurposeAreNotCalledDigits(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        for (double share : new double[] {0, 0.2}) {
            boolean wrong = share > 0;
            startWith(robot, SETTINGS.withVariation(new DataVariation(0, share)));
            goTo(robot, View.WHY);
            await(() -> text("#nearestText").contains("Under each"));
            assertEquals(wrong, text("#nearestText").contains("Under each: its label (some are wrong on purpose) and"), text("#nearestText"));
            assertEquals(!wrong, text("#nearestText").contains("its digit"), text("#nearestText"));
            goTo(robot, View.WEIGHTS);
            robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHY_IT_MOVES));
            await(() -> text("#caption").contains("by their push"));
            assertEquals(wrong, text("#caption").endsWith("; under each its label (some are wrong on purpose)"), text("#caption"));
        }
    }

    @Tag("soak")
    @Test
    void neuronsThatAreNeverOffAreSpokenOfAlikeWhileItTrainsAndAtAPause(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        robot.interact(() -> model.paceProperty().set(1.0));
        goTo(robot, View.WEIGHTS);
        for (Activation activation : List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID)) {
            boolean relu = activation == Activation.RELU;
            startWith(robot, SETTINGS.withArchitecture(new Architecture(List.of(5), activation, Inputs.SCALED)));
            await(() -> text("#facts").contains("for "));
            assertTrue(text("#facts").startsWith(relu ? "on for" : "sum above 0 for"), text("#facts"));
            robot.interact(model::play);
            await(() -> text("#facts").contains("at a pause"));
            assertTrue(text("#facts").startsWith(relu ? "how often it is on:" : "how often its sum is above 0:"), text("#facts"));
            goTo(robot, View.WHY);
            await(() -> !text("#patternText").isEmpty());
            assertEquals(relu, text("#patternText").contains("neurons on"), text("#patternText"));
            robot.interact(model::pause);
            await(() -> model.state() == RunState.PAUSED);
            goTo(robot, View.WEIGHTS);
        }
    }

    @Test
    void aDigitAndABiasAreCalledSo(FxRobot robot) {
        startWith(robot, SETTINGS.withArchitecture(Architecture.relu()));
        goTo(robot, View.WEIGHTS);
        assertTrue(text(".neuron-page #title").startsWith("digit 0, bias "), text(".neuron-page #title"));
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        for (ScalarParameter pin : List.of(ScalarParameter.bias(1, 3), ScalarParameter.weight(1, 400, 3))) {
            robot.interact(() -> model.inspection().selection().pin(pin));
            CurveChart history = (CurveChart) scene.lookup(".neuron-page #history");
            assertEquals("Pinned " + (pin.isBias() ? "bias" : "weight"), history.modelProperty().get().title());
        }
        robot.interact(() -> {
            model.inspection().selection().pin(ScalarParameter.bias(1, 3));
            views.navigation().partProperty().set(WeightsPart.WHY_IT_MOVES);
            model.paceProperty().set(1.0);
            model.play();
        });
        await(() -> all().contains("why its next step moves the pinned bias"));
    }

    @Test
    void noColumnOfTheNeuronsIsBlank(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        for (Architecture architecture : List.of(Architecture.relu(6), Architecture.relu(6, 4))) {
            startWith(robot, SETTINGS.withArchitecture(architecture));
            goTo(robot, View.WHY);
            NumberTable neurons = (NumberTable) scene.lookup(".trace #neurons");
            await(() -> neurons.getItems().size() == architecture.hidden().stream().mapToInt(Integer::intValue).sum());
            List<String> titles = neurons.getVisibleLeafColumns().stream().map(TableColumnBase::getText).toList();
            assertEquals(architecture.hidden().size() == 1, titles.contains("weight"), titles.toString());
            assertEquals(architecture.hidden().size() > 1, titles.contains("layer"), titles.toString());
        }
    }

    @Test
    void theMenuSaysWhatUndoCoversAndANoticeHowARunComesBack(FxRobot robot) {
        assertEquals(2, menuItems().filter(item -> Objects.toString(item.getText()).endsWith("do (Drawing, Changes by Hand, Deleted Runs)")).count());
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        robot.interact(() -> {
            model.inspection().showStep(3);
            model.goOnFromShown();
        });
        await(() -> label("notice").contains("The run before is kept, at step 40; Ctrl+Shift+B goes back to it."));
    }

    private void startWith(FxRobot robot, Hyperparameters settings) {
        robot.interact(() -> model.startWith(settings));
        await(() -> model.liveProperty().get().settings().equals(settings) && model.state() == RunState.READY);
    }

    private String all() {
        return shown(".label").map(each -> ((Labeled) each).getText()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private String text(String selector) {
        return ((Label) scene.lookup(selector)).getText();
    }
}
