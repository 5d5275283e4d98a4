package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.Preset;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * That every view and every part of it can be seen whole, perhaps after scrolling, at every size. The scene is laid out but never
 * shown: nothing is painted, and it may be larger than the screen.
 */
class LayoutTest extends UnshownWindow {

    /** The buttons that choose the parts of a view. */
    private static final List<String> PARTS = List.of("#parts", "#tables");
    /** Of the size of the window, in a random sequence. */
    private static final int CHANGES = 4;
    private static final double[][] USUAL = {{1280, 800}, {1024, 700}};

    @Start
    private void start(Stage unused) {
        makeUnshown();
    }

    @Test
    void everythingCanBeSeenAtTheUsualSizes(FxRobot robot) {
        assertSeenWhole(robot, false, USUAL);
    }

    @Tag("soak")
    @Test
    void everythingCanBeSeenAtEverySizeWithUsualAndWithLargerType(FxRobot robot) {
        assertSeenWhole(robot, false, SIZES);
        assertSeenWhole(robot, true, PRESENTED);
    }

    private void assertSeenWhole(FxRobot robot, boolean presenter, double[][] sizes) {
        trainAndDraw(robot);
        // the stylesheet reaches what a control makes as it is laid out only in the next pass
        for (View view : View.values()) {
            show(robot, view, 1280, 800);
        }
        List<String> faults = new ArrayList<>();
        robot.interact(() -> appearance.presenterProperty().set(presenter));
        for (double[] size : sizes) {
            robot.interact(() -> layOut(size[0], size[1]));
            for (View view : View.values()) {
                String where = String.format("%n%.0f×%.0f%s, %s", size[0], size[1], presenter ? " presented" : "", view.title());
                robot.interact(() -> views.navigation().viewProperty().set(view));
                look(robot, where, faults);
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theSettingsCanBeSeenWholeWhetherMoreAreOpenOrNot(FxRobot robot) {
        trainAndDraw(robot);
        List<String> faults = new ArrayList<>();
        robot.interact(() -> model.settingsProperty().set(Preset.VANISHING.settings().withInitialization(new Initialization(StartValues.GLOROT_UNIFORM, 0.001))
                .withSeed(Long.MIN_VALUE).withVariation(new DataVariation(59_999, 0.125))));
        for (boolean presenter : new boolean[] {false, true}) {
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            for (double[] size : presenter ? PRESENTED : SIZES) {
                for (boolean open : new boolean[] {true, false}) {
                    robot.interact(() -> appearance.moreSettingsProperty().set(open));
                    show(robot, View.LIVE, size[0], size[1]);
                    addFaults(robot, String.format("%n%.0f×%.0f%s%s", size[0], size[1], presenter ? " presented" : "", open ? ", open" : ""), faults);
                    assertEquals(List.of(), coveredBySettingsBar(), size[0] + "×" + size[1]);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private List<Node> coveredBySettingsBar() {
        Node bar = scene.lookup("#settingsBar");
        Bounds covered = bar.localToScene(bar.getLayoutBounds());
        return bar.isVisible() ? Stream.of(".text-field", ".combo-box", ".button").flatMap(kind -> scene.lookup("#settings").lookupAll(kind).stream())
                .filter(field -> field.localToScene(field.getLayoutBounds()).intersects(covered)).toList() : List.of();
    }

    @Test
    void theNameOfEveryPresetCanBeRead(FxRobot robot) {
        trainAndDraw(robot);
        ComboBox<Preset> presets = robot.from(scene.getRoot()).lookup("#preset").query();
        List<String> faults = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            robot.interact(() -> presets.setValue(preset));
            show(robot, View.LIVE, 1280, 800);
            assertEquals(preset.comment(), ((Label) scene.lookup("#comment")).getText());
            addFaults(robot, preset.label(), faults);
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void tablesOfTheDigitsShowAllTenAndAllNumbersHaveAllColumns(FxRobot robot) {
        trainAndDraw(robot);
        for (View view : List.of(View.WEIGHTS, View.WHY, View.TEST_DIGITS)) {
            show(robot, view, 1280, 800);
            List<NumberTable> tables = shown(".ten-rows").map(NumberTable.class::cast).toList();
            assertFalse(tables.isEmpty(), view.title());
            tables.forEach(table -> assertEquals(Dataset.CLASSES, rowsInSight(table), table.getAccessibleText()));
        }
        show(robot, View.WEIGHTS, 1280, 800);
        assertEquals(1, shown(".neuron-page .color-legend").count(), "a neuron's picture has its legend");
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.ALL_NUMBERS));
        show(robot, View.WEIGHTS, 1280, 800);
        NumberTable all = (NumberTable) scene.lookup(".all-numbers");
        double columns = all.getColumns().stream().mapToDouble(TableColumnBase::getWidth).sum();
        assertTrue(columns <= all.getWidth() - all.lookup(".scroll-bar:vertical").getLayoutBounds().getWidth(), columns + " of " + all.getWidth());
    }

    @Test
    @Tag("soak")
    void tablesOfNumbersKeepTheirColumnsWhateverSizesTheWindowHad(FxRobot robot) {
        trainAndDraw(robot);
        Random random = new Random(1);
        List<String> faults = new ArrayList<>();
        for (View view : List.of(View.WEIGHTS, View.WHY, View.TEST_DIGITS)) {
            show(robot, view, 1280, 800);
            resize(robot, view, random, faults);
        }
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.ALL_NUMBERS));
        resize(robot, View.WEIGHTS, random, faults);
        assertEquals(List.of(), faults);
    }

    private void resize(FxRobot robot, View view, Random random, List<String> faults) {
        for (int change = 0; change < CHANGES; change++) {
            double width = 800 + random.nextInt(1000);
            double height = 560 + random.nextInt(700);
            boolean presenter = random.nextInt(3) == 0;
            robot.interact(() -> appearance.presenterProperty().set(presenter));
            show(robot, view, width, height);
            robot.interact(() -> CutOff.cutOff(scene).stream().filter(fault -> fault.contains("Cell")).forEach(faults::add));
            assertTrue(shown(".number-table").findAny().isPresent(), view.title());
            shown(".number-table").map(NumberTable.class::cast).forEach(table -> addFaults(table,
                    String.format("%n%s %.0f×%.0f%s, %s", view, width, height, presenter ? " presented" : "", table.getAccessibleText()), faults));
        }
    }

    @Test
    void theChosenNumberStaysInSightWhateverSizesTheWindowHad(FxRobot robot) {
        trainAndDraw(robot);
        robot.interact(() -> {
            views.navigation().partProperty().set(WeightsPart.ALL_NUMBERS);
            model.inspection().selection().pin(ScalarParameter.weight(1, 406, 4));
        });
        show(robot, View.WEIGHTS, 1280, 776);
        NumberTable all = (NumberTable) scene.lookup(".all-numbers");
        int chosen = all.getSelectionModel().getSelectedIndex();
        for (double[] size : new double[][] {{1280, 776}, {2556, 1412}, {1280, 776}, {1024, 560}, {1280, 1412}, {1280, 776}}) {
            show(robot, View.WEIGHTS, size[0], size[1]);
            robot.interact(() -> layOut(size[0], size[1]));
            assertTrue(rowsInSight(all, row -> row.getIndex() == chosen) == 1, chosen + " at " + size[0] + "×" + size[1]);
        }
    }

    @Test
    void aBarOfManyRowsCanBeGrabbed(FxRobot robot) {
        trainAndDraw(robot);
        robot.interact(() -> views.navigation().partProperty().set(WeightsPart.ALL_NUMBERS));
        show(robot, View.WEIGHTS, 1280, 800);
        Bounds thumb = scene.lookup(".all-numbers > .virtual-flow > .scroll-bar:vertical > .thumb").getLayoutBounds();
        assertTrue(thumb.getHeight() >= 20, thumb.toString());
    }

    @Test
    void whyATableIsEmptyCanBeReadWhole(FxRobot robot) {
        robot.interact(() -> {
            model.startWith(SETTINGS.withArchitecture(Architecture.relu()));
            views.navigation().partProperty().set(WeightsPart.WHO_MATTERS);
        });
        show(robot, View.WEIGHTS, 1280, 800);
        await(() -> shown("#ranking .placeholder .label").anyMatch(label -> ((Label) label).getText().startsWith("This network has no hidden neurons")));
        for (double[] size : SIZES) {
            show(robot, View.WEIGHTS, size[0], size[1]);
            robot.interact(() -> assertEquals(List.of(), CutOff.cutOff(scene)));
        }
    }

    private static void addFaults(NumberTable table, String where, List<String> faults) {
        double columns = table.getColumns().stream().mapToDouble(TableColumnBase::getWidth).sum();
        double least = table.getColumns().stream().mapToDouble(TableColumnBase::getMinWidth).sum();
        double room = Math.max(least, table.lookup(".clipped-container").getLayoutBounds().getWidth());
        if (Math.abs(columns - room) > 1) {
            faults.add(where + ": columns of " + columns + " in " + room);
        }
        table.getColumns().stream().filter(column -> column.getWidth() < column.getMinWidth())
                .forEach(column -> faults.add(where + ": " + column.getText() + " is " + column.getWidth()));
        if (table.getStyleClass().contains("ten-rows") && rowsInSight(table) < Dataset.CLASSES) {
            faults.add(where + ": " + rowsInSight(table) + " rows");
        }
    }

    @Test
    void nothingMovesWhenAWarningANoticeOrABadValueComes(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        show(robot, View.LIVE, 1280, 800);
        List<Bounds> before = places();
        trainAndDraw(robot);
        robot.interact(() -> {
            model.notices().warn("A file can't be read, and why is a long story. ".repeat(12));
            TextField epochs = (TextField) scene.lookup("#epochs");
            epochs.setText("many");
            epochs.fireEvent(new ActionEvent());
        });
        show(robot, View.LIVE, 1280, 800);
        assertTrue(((Label) scene.lookup(".controls .problem")).getText().startsWith("epochs"));
        assertEquals(before, places());
        robot.interact(() -> assertEquals(List.of(), CutOff.cutOff(scene)));
    }

    /** Of what a person points at. */
    private List<Bounds> places() {
        return shown("#pad", "#bars", "#speed", "#play", "#loss", "#tabs", "#slider").map(node -> node.localToScene(node.getLayoutBounds())).toList();
    }

    private static long rowsInSight(NumberTable table) {
        return rowsInSight(table, row -> true);
    }

    private static long rowsInSight(NumberTable table, Predicate<TableRow<?>> wanted) {
        Bounds place = table.lookup(".clipped-container").localToScene(table.lookup(".clipped-container").getLayoutBounds());
        return table.lookupAll(".table-row-cell").stream().map(row -> (TableRow<?>) row).filter(row -> !row.isEmpty() && wanted.test(row))
                .map(row -> row.localToScene(row.getLayoutBounds()))
                .filter(row -> row.getMinY() >= place.getMinY() - 1 && row.getMaxY() <= place.getMaxY() + 1).count();
    }

    private void look(FxRobot robot, String where, List<String> faults) {
        List<SegmentedButton> parts = PARTS.stream().flatMap(this::shown).map(SegmentedButton.class::cast).toList();
        parts.forEach(buttons -> buttons.getButtons().forEach(button -> {
            robot.interact(() -> button.setSelected(true));
            addFaults(robot, where + ", " + button.getText(), faults);
        }));
        if (parts.isEmpty()) {
            addFaults(robot, where, faults);
        }
    }

    private void addFaults(FxRobot robot, String where, List<String> faults) {
        settle(robot);
        robot.interact(() -> {
            CutOff.cutOff(scene).forEach(fault -> faults.add(where + ": " + fault));
            assertTrue(scene.lookup("#views").lookupAll(".text").stream().filter(OpenWindow::isShown)
                    .anyMatch(node -> node instanceof Text text && !text.getText().isBlank()), where + " is blank");
        });
    }
}
