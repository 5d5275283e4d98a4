package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.explain.flow.Flow;
import org.digitscope.explain.flow.Shown;
import org.digitscope.explain.flow.Walk;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.network.Part;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;

/** The picture of the network, used as a person would. */
class NetworkViewTest extends NetworkWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void beforeAnythingIsDrawnTheWeightsAreSeenAndADrawingsFlowThen(FxRobot robot) {
        goTo(robot, View.NETWORK);
        assertTrue(content().isBlank());
        assertEquals(Shown.WEIGHTS, content().shown());
        stroke(robot, MouseButton.PRIMARY, 100, 50, 110, 200);
        assertFalse(content().isBlank());
        Flow flow = content().flow();
        assertEquals(Flow.of(shown(), Dataset.builder("one", 1).add(views.drawing().digitProperty().get().orElseThrow().main(), 0).build(), 0)
                .logit(3), flow.logit(3));
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        assertEquals(shown(), content().flow().network());
        assertTrue(view().getAccessibleText().contains("Neuron "), view().getAccessibleText());
    }

    @Test
    void whatIsClickedIsTheSameSelectionAsElsewhereAndADoubleClickMutesIt(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        Node picture = view();
        robot.interact(picture::requestFocus);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        assertEquals(Optional.of(new Part.Unit(1, 2)), view().pointedProperty().get());
        assertTrue(label("flowFormula").startsWith("neuron 2: 784 pixels add "), label("flowFormula"));
        press(robot, KeyCode.ENTER);
        assertEquals(new Neuron(1, 2), model.inspection().selection().neuronProperty().get());
        press(robot, KeyCode.M);
        assertEquals(Set.of(new Neuron(1, 2)), content().muted());
        assertTrue(model.shownProperty().get().isMuted(new Neuron(1, 2)));
        assertEquals(0, content().flow().part(2, 2, 4), 0);
        press(robot, KeyCode.M);
        assertFalse(model.shownProperty().get().isMuted(new Neuron(1, 2)));
        press(robot, KeyCode.RIGHT);
        assertEquals(2, view().pointedProperty().get().orElseThrow().layer());
        assertTrue(label("flowFormula").contains("logit") && label("flowFormula").contains(" %"), label("flowFormula"));
        // pinned in another view, it is pinned here
        robot.interact(() -> model.inspection().selection().choose(new Neuron(1, 4)));
        assertEquals(Optional.of(new Part.Unit(1, 4)), view().pinnedProperty().get());
        press(robot, KeyCode.ESCAPE);
        assertEquals(Optional.empty(), view().pinnedProperty().get());
        assertTrue(label("flowFormula").startsWith("From the pixels a curve is the sum of 784 connections, elsewhere it is one"), label("flowFormula"));
    }

    @Test
    void aPixelTellsWhatItGivesToWhatIsBroughtOut(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(1, 4))));
        robot.interact(view()::requestFocus);
        press(robot, KeyCode.LEFT);
        for (int i = 0; i < 13; i++) {
            press(robot, KeyCode.LEFT);
        }
        int pixel = view().pixelProperty().get().orElseThrow();
        assertEquals(14, pixel % 28);
        Flow flow = content().flow();
        float weight = shown().layer(1).kernel().get(pixel, 4);
        assertEquals(ShownNumbers.in(String.format(Locale.ROOT, "row %d, column 14: %.4f · %s = %s to neuron 4", pixel / 28, flow.input(pixel),
                weight < 0 ? String.format(Locale.ROOT, "(%.4f)", weight) : String.format(Locale.ROOT, "%.4f", weight),
                RoundedText.ascii("%+.4f", flow.input(pixel) * weight))), label("flowFormula"));
        assertEquals(Optional.of(new Part.Unit(1, 4)), view().chosen(), "it stays brought out");
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(2, 3))));
        assertTrue(label("flowFormula").startsWith("row ") && label("flowFormula").endsWith(" to 3"), label("flowFormula"));
        for (int i = 0; i < 14; i++) {
            press(robot, KeyCode.RIGHT);
        }
        assertEquals(Optional.empty(), view().pixelProperty().get());
        press(robot, KeyCode.ESCAPE);
        Bounds input = view().localToScreen(view().getBoundsInLocal());
        robot.moveTo(input.getMinX() + 60, input.getMinY() + input.getHeight() / 2);
        await(() -> label("flowFormula").contains(". Click a neuron or a digit first to see"));
        robot.moveTo(input.getMaxX() - 2, input.getMaxY() + 30);
        await(() -> view().pixelProperty().get().isEmpty());
    }

    @Test
    void theTextsFitANetworkWithoutHiddenLayer(FxRobot robot) {
        goTo(robot, View.NETWORK);
        robot.interact(() -> model.startWith(SETTINGS.withArchitecture(Architecture.relu())));
        await(() -> shown().depth() == 1);
        choose(robot, "#sources", 1);
        assertFalse(label("flowFormula").contains("neuron"), label("flowFormula"));
        choose(robot, "#showns", 2);
        await(() -> content().walk().end() == 4);
        assertTrue(label("walkStage").endsWith("the tiles show those into each digit."), label("walkStage"));
        assertEquals("gradient", content().tilesMean());
        assertTrue(view().svg(Palette.LIGHT).orElseThrow().get().contains(">gradient "));
    }

    @Test
    void nothingMovesWhateverIsSaid(FxRobot robot) {
        sizeAsUsual(robot);
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        robot.interact(() -> scene.getWindow().setWidth(820));
        double place = place(view());
        double walk = place(scene.lookup("#walkSlider"));
        for (int shows = 0; shows < 3; shows++) {
            choose(robot, "#showns", shows);
            for (int stage = 0; stage <= content().walk().end(); stage++) {
                int at = stage;
                robot.interact(() -> ((Slider) scene.lookup("#walkSlider")).setValue(at));
                assertEquals(place, place(view()), label("walkStage"));
            }
            for (Part part : List.of(new Part.Unit(1, 0), new Part.Unit(2, 3), new Part.Link(2, 4, 1))) {
                robot.interact(() -> view().pinnedProperty().set(Optional.of(part)));
                assertEquals(place, place(view()), label("flowFormula"));
            }
            robot.interact(() -> view().pinnedProperty().set(Optional.empty()));
        }
        robot.interact(() -> ((TextField) scene.lookup("#flowDigit")).setText("x"));
        robot.interact(() -> scene.lookup("#flowDigit").fireEvent(new ActionEvent()));
        assertFalse(label("flowProblem").isEmpty());
        assertEquals(place, place(view()), "a problem");
        robot.interact(() -> model.notices().tell("Something was done."));
        assertEquals(place, place(view()), "a notice");
        assertEquals(walk, place(scene.lookup("#walkSlider")));
        assertTrue(walk < place(scene.lookup("#noticeBar")), "the walk stays in sight");
    }

    private double place(Node node) {
        scene.getRoot().layout();
        return node.localToScene(0, 0).getY();
    }

    @Test
    void afterATrainingAtFullSpeedThePictureIsThatOfItsLastStep(FxRobot robot) {
        goTo(robot, View.NETWORK);
        stroke(robot, MouseButton.PRIMARY, 100, 50, 110, 200);
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        assertEquals(shown(), content().flow().network());
        assertEquals(shown(), model.liveProperty().get().parameters());
    }

    @Test
    void whatIsPinnedStaysSoAsTheWeightsAreOpened(FxRobot robot) {
        goTo(robot, View.NETWORK);
        robot.interact(() -> model.inspection().selection().choose(new Neuron(1, 12)));
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(1, 12))));
        for (WeightsPart part : WeightsPart.values()) {
            robot.interact(() -> views.navigation().goTo(part));
            assertEquals(new Neuron(1, 12), model.inspection().selection().neuronProperty().get(), part.toString());
        }
        assertEquals(Optional.of(new Part.Unit(1, 12)), view().pinnedProperty().get());
    }

    @Test
    void aDigitKeySaysWhatADrawingIsMeantToBeWhereverTheFocusIs(FxRobot robot) {
        goTo(robot, View.NETWORK);
        stroke(robot, MouseButton.PRIMARY, 100, 50, 110, 200);
        choose(robot, "#showns", 2);
        goTo(robot, View.LIVE);
        goTo(robot, View.NETWORK);
        assertTrue(label("flowFormula").startsWith("Say what the drawing was meant to be"), label("flowFormula"));
        assertEquals("", label("walkStage"));
        robot.interact(() -> scene.lookup("#pad").requestFocus());
        robot.write('1');
        await(() -> content().error().isPresent());
        assertTrue(label("flowFormula").startsWith("A curve is weight · error"), label("flowFormula"));
    }

    @Test
    void whileSomethingIsKeptTheKeysAreForThePictureWhateverButtonWasClicked(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(1, 5))));
        robot.clickOn(((SegmentedButton) scene.lookup("#showns")).getButtons().get(1));
        assertEquals(view(), scene.getFocusOwner());
        int step = model.liveProperty().get().step();
        press(robot, KeyCode.RIGHT);
        assertEquals(2, view().pointedProperty().get().orElseThrow().layer());
        assertEquals(step, model.liveProperty().get().step());
        robot.interact(() -> scene.lookup("#missing").requestFocus());
        press(robot, KeyCode.ESCAPE);
        assertEquals(Optional.empty(), view().pinnedProperty().get());
    }

    @Test
    void withoutADrawingAKeptNeuronIsSpokenOfByItsWeights(FxRobot robot) {
        goTo(robot, View.NETWORK);
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(1, 5))));
        assertTrue(label("flowFormula").startsWith("neuron 5: 784 weights from −"), label("flowFormula"));
        robot.interact(() -> view().pinnedProperty().set(Optional.empty()));
        assertTrue(label("flowFormula").startsWith("A curve is a weight"), label("flowFormula"));
        assertFalse(label("flowFormula").contains("adds"), label("flowFormula"));
    }

    @Test
    void allModesHaveOneArrangementInASmallWindowToo(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        robot.interact(() -> {
            scene.getWindow().setWidth(1024);
            scene.getWindow().setHeight(700);
        });
        double height = 0;
        for (int shows = 0; shows < 3; shows++) {
            choose(robot, "#showns", shows);
            scene.getRoot().layout();
            assertTrue(height == 0 || height == view().getHeight(), "mode " + shows);
            height = view().getHeight();
            String svg = view().svg(Palette.LIGHT).orElseThrow().get();
            assertTrue(svg.contains(shows == 2 ? ">error</text>" : ">logit</text>"));
            assertEquals(shows < 2, svg.contains(">probability</text>"));
        }
    }

    @Test
    void itFollowsNetworksOfAnyDepthAndLetsGoOfWhatTheyDontHave(FxRobot robot) {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Link(2, 19, 3))));
        for (Architecture each : List.of(Architecture.relu(4, 6), Architecture.relu(), Architecture.relu(70, 3, 2, 5), Architecture.CLASSIC)) {
            robot.interact(() -> model.startWith(SETTINGS.withArchitecture(each)));
            await(() -> shown().architecture().equals(each) && content().flow().network() == shown());
            assertTrue(view().pinnedProperty().get().isEmpty(), each.toString());
            assertEquals(Walk.forward(shown()).end(), view().placeProperty().get());
            robot.interact(() -> view().pinnedProperty().set(Optional.of(new Part.Unit(each.sizes().size() - 1, 9))));
            assertTrue(label("flowFormula").startsWith("9: "), label("flowFormula"));
            robot.interact(() -> view().pinnedProperty().set(Optional.empty()));
        }
    }

    @Test
    void itIsWrittenAsSvgWithItsWordsAndCurves(FxRobot robot) throws Exception {
        goTo(robot, View.NETWORK);
        choose(robot, "#sources", 1);
        String svg = view().svg(Palette.LIGHT).orElseThrow().get();
        Path file = Files.writeString(folder.resolve("network.svg"), svg);
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals(20 + 200, document.getElementsByTagName("path").getLength());
        assertEquals(1, document.getElementsByTagName("image").getLength());
        assertTrue(svg.contains(">layer_1: 20 relu</text>") && svg.contains(">784 pixels</text>"));
    }

    @Test
    void drawingLightsUpTheNeuronsUnderTheirHeatmaps(FxRobot robot) {
        HeatmapGrid grid = robot.lookup("#grid").query();
        robot.interact(() -> views.navigation().goTo(WeightsPart.NEURONS));
        robot.interact(() -> views.navigation().viewProperty().set(View.LIVE));
        assertEquals(null, grid.activationsProperty().get());
        stroke(robot, MouseButton.PRIMARY, 100, 50, 110, 200);
        float[] activations = grid.activationsProperty().get();
        assertEquals(20, activations.length);
        goTo(robot, View.NETWORK);
        assertEquals((float) content().flow().activation(1, 7), activations[7]);
        robot.interact(views.drawing()::clear);
        goTo(robot, View.LIVE);
        assertEquals(null, grid.activationsProperty().get());
    }
}
