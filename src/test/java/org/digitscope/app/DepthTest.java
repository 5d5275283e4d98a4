package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.UncaughtExceptions;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.network.Architecture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever layer is looked at, a network that doesn't have it leaves no field blank and no view behind. */
class DepthTest extends OpenWindow {

    private static final int NEURONS = 0;
    private static final int MATRICES = 1;
    private static final int PARTS = 6;

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    @Tag("soak")
    void aNetworkWithoutTheChosenLayerShowsAnotherOneInEveryPart(FxRobot robot, UncaughtExceptions.Watch uncaught) {
        goTo(robot, View.WEIGHTS);
        for (int part : new int[] {NEURONS, MATRICES, 3, 4}) {
            for (Architecture other : List.of(Architecture.relu(20), Architecture.relu(), Architecture.relu(5, 4))) {
                begin(robot, Architecture.relu(6, 5, 4));
                go(robot, part);
                LayerChoice layers = (LayerChoice) shown(".combo-box").filter(LayerChoice.class::isInstance).findFirst().orElseThrow();
                robot.interact(() -> layers.getSelectionModel().select(2));
                WaitForAsyncUtils.waitForFxEvents();
                assertTrue(layers.getValue().startsWith("layer_3: "), layers.getValue());
                begin(robot, other);
                for (int each = 0; each < PARTS; each++) {
                    go(robot, (part + each) % PARTS);
                    assertNothingIsBlank("from part " + part + " with " + other.hidden() + " in part " + (part + each) % PARTS);
                }
                robot.interact(model::step);
                await(() -> model.state() == RunState.PAUSED);
                assertNothingIsBlank("trained, with " + other.hidden());
                uncaught.fail("with " + other.hidden());
            }
        }
    }

    @Test
    void whoeverLooksAtTheLastLayerGoesOnLookingAtTheLastOne(FxRobot robot, UncaughtExceptions.Watch uncaught) {
        goTo(robot, View.WEIGHTS);
        begin(robot, Architecture.relu(6));
        go(robot, MATRICES);
        robot.interact(() -> model.inspection().selection().chooseLayer(2));
        for (Architecture other : List.of(Architecture.relu(6, 5, 4), Architecture.relu(), Architecture.relu(7, 3), Architecture.relu(20))) {
            begin(robot, other);
            assertNothingIsBlank("with " + other.hidden());
            uncaught.fail("with " + other.hidden());
            assertEquals(other.hidden().size() + 1, model.inspection().selection().layerProperty().get());
            robot.interact(() -> assertEquals(List.of(), WindowInvariants.always(this)));
        }
        robot.interact(() -> model.inspection().selection().chooseLayer(1));
        begin(robot, Architecture.relu(6, 5));
        assertEquals(1, model.inspection().selection().layerProperty().get(), "who chose another one keeps it");
    }

    private void begin(FxRobot robot, Architecture architecture) {
        robot.interact(() -> model.startWith(SETTINGS.withArchitecture(architecture)));
        await(() -> model.shownProperty().get().parameters().architecture().equals(architecture));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void go(FxRobot robot, int part) {
        robot.interact(() -> ((SegmentedButton) scene.lookup("#parts")).getButtons().get(part).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void assertNothingIsBlank(String when) {
        Architecture shown = model.shownProperty().get().parameters().architecture();
        for (Node node : shown(".combo-box").toList()) {
            ComboBox<?> box = (ComboBox<?>) node;
            if (!"preset".equals(box.getId())) {
                assertTrue(box.getValue() != null && box.getItems().contains(box.getValue()), when + ": " + box);
            }
            if (box instanceof LayerChoice) {
                String[] sizes = box.getValue().toString().replaceAll("^layer_\\d+: ", "").split(" → ");
                int layer = Integer.parseInt(box.getValue().toString().replaceAll("^layer_(\\d+).*", "$1"));
                assertEquals(List.of(shown.sizes().get(layer - 1), shown.sizes().get(layer)), List.of(Integer.valueOf(sizes[0]),
                        Integer.valueOf(sizes[1])), when);
            }
        }
        for (Node node : shown(".text-field").toList()) {
            TextField field = (TextField) node;
            boolean mayBeBlank = field.getPromptText() != null && !field.getPromptText().isBlank();
            assertTrue(mayBeBlank || !field.getText().isBlank(), when + ": " + field);
        }
        for (Node node : shown(".heading").toList()) {
            assertTrue(!((Label) node).getText().isBlank(), when + ": " + node);
        }
    }
}
