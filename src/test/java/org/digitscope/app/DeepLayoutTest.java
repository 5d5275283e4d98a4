package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** That networks with several hidden layers, and with none, can be seen whole too. The scene is laid out but never shown. */
class DeepLayoutTest extends UnshownWindow {

    private static final List<Architecture> NETWORKS = List.of(Architecture.relu(64, 32),
            new Architecture(List.of(30, 16), Activation.LINEAR, Inputs.GREY), Architecture.relu());

    @Start
    private void start(Stage unused) {
        makeUnshown();
    }

    @Test
    @Tag("soak")
    void networksOfEveryDepthCanBeSeenWholeAfterTheWindowHadAnotherSize(FxRobot robot) {
        trainAndDraw(robot);
        List<String> faults = new ArrayList<>();
        for (Architecture network : NETWORKS) {
            begin(robot, network);
            look(robot, network.toString(), faults);
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theHeadOfTheNeuronsIsOneLineWhateverLayerIsShown(FxRobot robot) {
        trainAndDraw(robot);
        begin(robot, Architecture.relu(64, 32));
        for (int layer = 1; layer <= 2; layer++) {
            Neuron first = new Neuron(layer, 0);
            robot.interact(() -> model.inspection().selection().choose(first));
            show(robot, View.LIVE, 1280, 800);
            Node title = shown(".neurons #title").findFirst().orElseThrow();
            Bounds line = place(title);
            Bounds head = place(title.getParent());
            Bounds choice = place(shown(".neurons #layer").findFirst().orElseThrow());
            assertTrue(head.getHeight() <= choice.getHeight() + 1, layer + ": " + head + choice);
            shown(".neurons .check-box", ".neurons .color-legend").map(DeepLayoutTest::place)
                    .forEach(each -> assertTrue(each.getMinX() > line.getMaxX() && head.contains(each), each + " beside " + line));
        }
    }

    @Test
    void withoutHiddenLayerThereIsOnePictureWithoutTheNumberOfANeuron(FxRobot robot) {
        trainAndDraw(robot);
        begin(robot, Architecture.relu(64, 32));
        show(robot, View.WHY, 1280, 800);
        HeatmapGrid map = (HeatmapGrid) scene.lookup("#map");
        robot.interact(() -> ((CheckBox) scene.lookup("#byNeuron")).setSelected(true));
        assertTrue(map.labelledProperty().get());
        begin(robot, Architecture.relu());
        await(() -> map.kernelProperty().get().numCols == 1);
        assertFalse(map.labelledProperty().get());
    }

    @Test
    void theTextBelowAPictureIsInItsMiddle(FxRobot robot) {
        trainAndDraw(robot);
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHY_IT_MOVES));
        show(robot, View.WEIGHTS, 1280, 800);
        await(() -> shown(".batch .thumbnail").findAny().isPresent());
        show(robot, View.WEIGHTS, 1280, 800);
        shown(".batch .thumbnail").forEach(box -> {
            Region picture = (Region) box.lookup(".thumbnail > PixelView");
            Label text = (Label) box.lookup(".text-muted");
            assertEquals(PixelView.class, picture.getClass());
            assertEquals(place(text).getCenterX(), place(picture).getCenterX(), 1);
            assertEquals(picture.getHeight(), picture.getWidth(), 1, "the picture fills its place");
        });
    }

    private void look(FxRobot robot, String network, List<String> faults) {
        for (double[] size : new double[][] {{1280, 800}}) {
            for (View view : List.of(View.LIVE, View.WHY)) {
                show(robot, view, size[0], size[1]);
                shown("#byNeuron").forEach(box -> robot.interact(() -> ((CheckBox) box).setSelected(true)));
                addFaults(robot, network, view.title(), size, faults);
            }
            for (WeightsPart part : WeightsPart.values()) {
                robot.interact(() -> views.navigation().partProperty().set(part));
                // larger first, as letters that shrink change what has room
                show(robot, View.WEIGHTS, 1.25 * size[0], 1.25 * size[1]);
                show(robot, View.WEIGHTS, size[0], size[1]);
                addFaults(robot, network, part.toString(), size, faults);
            }
        }
    }

    private void addFaults(FxRobot robot, String network, String where, double[] size, List<String> faults) {
        settle(robot);
        robot.interact(() -> CutOff.cutOff(scene).forEach(fault -> faults.add(
                String.format("%n%s %.0f×%.0f, %s: %s", network, size[0], size[1], where, fault))));
    }

    private void begin(FxRobot robot, Architecture network) {
        robot.interact(() -> model.startWith(SETTINGS.withArchitecture(network)));
        await(() -> model.state() != RunState.RUNNING && model.shownProperty().get().parameters().architecture().equals(network));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
