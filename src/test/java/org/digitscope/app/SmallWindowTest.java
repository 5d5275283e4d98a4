package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.network.Architecture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** That what matters most is seen at once at every size, without scrolling. */
class SmallWindowTest extends UnshownWindow {

    private static final double[][] NARROW = {{800, 560}, {1024, 700}};

    @Start
    private void start(Stage unused) {
        makeUnshown();
    }

    @Test
    void padAnswerAndAllTenBarsAreSeenAtOnceAndKeepTheirPlaces(FxRobot robot) {
        trainAndDraw(robot);
        List<String> faults = new ArrayList<>();
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            for (double[] size : SIZES) {
                String where = String.format("%.0f×%.0f%s", size[0], size[1], presenter ? " presented" : "");
                robot.interact(() -> scene.lookup("#doubt").setVisible(false));
                show(robot, View.LIVE, size[0], size[1]);
                Bounds room = ((ScrollPane) scene.lookup(".drawing-room")).lookup(".viewport").localToScene(
                        scene.lookup(".drawing-room").lookup(".viewport").getLayoutBounds());
                shown("#pad", "#seen", "#digit", "#certainty", "#runnerUp", "#bars").filter(part -> !room.contains(place(part)))
                        .forEach(part -> faults.add(where + ": " + part.getId() + " at " + place(part) + " of " + room));
                List<Bounds> before = places();
                robot.interact(() -> scene.lookup("#doubt").setVisible(true));
                show(robot, View.LIVE, size[0], size[1]);
                shown("#doubt").filter(part -> !room.contains(place(part))).forEach(part -> faults.add(where + ": " + part.getId()));
                assertEquals(before, places(), where);
            }
        }
        assertEquals(List.of(), faults);
    }

    private List<Bounds> places() {
        return shown("#pad", "#seen", "#digit", "#certainty", "#bars", "#stages").map(SmallWindowTest::place).toList();
    }

    @Test
    void theButtonThatTrainsIsSeenAtOnce(FxRobot robot) {
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            for (double[] size : SIZES) {
                show(robot, View.LIVE, size[0], size[1]);
                Node viewport = scene.lookup("#room").lookup(".viewport");
                assertTrue(place(viewport).contains(place(scene.lookup("#play"))), size[0] + "×" + size[1]);
            }
        }
    }

    @Test
    @Tag("soak")
    void noViewIsWiderThanItsRoom(FxRobot robot) {
        for (Architecture architecture : List.of(Architecture.CLASSIC, Architecture.relu(512, 512))) {
            robot.interact(() -> model.startWith(SETTINGS.withArchitecture(architecture)));
            trainAndDraw(robot);
            List<String> faults = new ArrayList<>();
            for (boolean presenter : new boolean[] {false, true}) {
                robot.interact(() -> appearance.presenterProperty().set(presenter));
                for (double[] size : NARROW) {
                    for (View view : View.values()) {
                        for (int part = 0; part < parts(view); part++) {
                            goToPart(robot, view, part);
                            show(robot, view, size[0], size[1]);
                            ScrollPane room = (ScrollPane) scene.lookup("#room");
                            double wide = room.getContent().getLayoutBounds().getWidth();
                            if (wide > room.lookup(".viewport").getLayoutBounds().getWidth() + 1) {
                                faults.add(String.format("%n%.0f×%.0f%s %s %d: %s", size[0], size[1], presenter ? " presented" : "", view, part, wide));
                            }
                        }
                    }
                }
            }
            assertEquals(List.of(), faults, architecture.hiddenText());
        }
    }

    @Test
    void theFieldsOfTheSettingsBeginOneBelowTheOther(FxRobot robot) {
        robot.interact(() -> appearance.moreSettingsProperty().set(true));
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            show(robot, View.LIVE, 1280, 800);
            assertEquals(List.of(place(scene.lookup("#epochs")).getMinX()), shown("#epochs", "#seed", "#startValues", "#deviation", "#wrongLabels")
                    .map(field -> place(field).getMinX()).distinct().toList());
        }
    }

    @Test
    void aFormulaHasAllItsLinesInSightWhereThereIsRoom(FxRobot robot) {
        trainAndDraw(robot);
        show(robot, View.WHY, 2560, 1440);
        TextArea formula = (TextArea) scene.lookup(".why #formula");
        assertTrue(formula.lookup(".text").getLayoutBounds().getHeight() <= formula.lookup(".viewport").getLayoutBounds().getHeight());
    }

    @Test
    void theRankingHasRowsInSightAndNoNeedlessScrollBarWithManyNeurons(FxRobot robot) {
        for (Architecture architecture : List.of(Architecture.relu(32, 40), Architecture.relu(24), Architecture.relu(512))) {
            robot.interact(() -> model.startWith(SETTINGS.withArchitecture(architecture)));
            trainAndDraw(robot);
            robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHO_MATTERS));
            for (double[] size : new double[][] {{1024, 700}, {1280, 800}}) {
                show(robot, View.WEIGHTS, size[0], size[1]);
                NumberTable ranking = (NumberTable) scene.lookup("#ranking");
                String where = architecture.hiddenText() + " at " + size[0];
                assertTrue(ranking.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                        .noneMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()), where);
                assertTrue(ranking.getHeight() > 5 * ranking.getFixedCellSize(), where);
                assertEquals(((ScrollPane) scene.lookup("#room")).lookup(".viewport").getLayoutBounds().getHeight(),
                        ((ScrollPane) scene.lookup("#room")).getContent().getLayoutBounds().getHeight(), 1, where);
            }
        }
    }

    @Test
    void manyNeuronsToMuteLeaveRoomForTheCurves(FxRobot robot) {
        robot.interact(() -> model.startWith(SETTINGS.withArchitecture(Architecture.relu(512))));
        trainAndDraw(robot);
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.WHAT_IF));
        show(robot, View.WEIGHTS, 1024, 700);
        Bounds room = place(scene.lookup("#room").lookup(".viewport"));
        assertTrue(room.contains(place(scene.lookup(".whatif #accuracy"))));
    }

    @Test
    void theFilterOfTheTestDigitsHasRoomForItsWords(FxRobot robot) {
        trainAndDraw(robot);
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            for (double[] size : SIZES) {
                show(robot, View.TEST_DIGITS, size[0], size[1]);
                Text words = new Text("true:4 said:9 unsure");
                words.setFont(((Label) scene.lookup("#count")).getFont());
                assertTrue(scene.lookup("#filter").getLayoutBounds().getWidth() > words.getLayoutBounds().getWidth(), size[0] + "×" + size[1]);
            }
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
