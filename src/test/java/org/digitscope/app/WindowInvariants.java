package org.digitscope.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NetworkView;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.ShownNumbers;
import org.digitscope.drawing.Prediction;
import org.digitscope.explain.flow.Flow;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** What holds of the window whatever was done before, as one line for each fault; to be asked on the FX thread. */
final class WindowInvariants {

    /** A table has to be so high to have room for its head and a row. */
    private static final double ROOM_FOR_A_ROW = 60;

    private final OpenWindow window;
    private final ShownNetwork shown;
    private final List<String> faults = new ArrayList<>();

    private WindowInvariants(OpenWindow window) {
        this.window = window;
        shown = window.model.shownProperty().get();
        window.scene.getRoot().applyCss();
        window.scene.getRoot().layout();
    }

    /** At any time: all belongs to one network, and no page, choice or table is blank. */
    static List<String> always(OpenWindow window) {
        WindowInvariants invariants = new WindowInvariants(window);
        invariants.everythingBelongsToOneNetwork();
        invariants.noPageIsBlank();
        invariants.tablesWithRowsShowText();
        invariants.picturesAreOfTheShownNetwork();
        return invariants.faults;
    }

    /** Once no work is under way: what is found out in the background is about the shown step too, and nothing is cut off. */
    static List<String> atRest(OpenWindow window) {
        WindowInvariants invariants = new WindowInvariants(window);
        invariants.figuresAreOfTheShownStep();
        invariants.faults.addAll(CutOff.cutOff(window.scene));
        invariants.faults.addAll(always(window));
        return invariants.faults;
    }

    private void everythingBelongsToOneNetwork() {
        Selection selection = window.model.inspection().selection();
        check(selection.neuronProperty().get().isIn(shown.base()) || shown.base().depth() == 1, "a neuron is chosen that isn't there");
        check(selection.parameterProperty().get().isIn(shown.base()), "a parameter is pinned that isn't there");
        check(shown.edits().stream().allMatch(edit -> edit.fits(shown.base())), "a change is kept that doesn't fit");
        check(shown.edits().equals(window.model.inspection().edits().currentProperty().get()), "other changes are kept than shown");
        check(shown.base().architecture().equals(shown.parameters().architecture()), "a change by hand changed the size");
        Parameters live = window.model.liveProperty().get().parameters();
        check(!shown.live() || window.model.liveProperty().get().step() == shown.step()
                && Arrays.deepEquals(live.arrays(), shown.base().arrays()), "what is called live isn't");
    }

    /** One view, one part of a view, one choice among buttons. */
    private void noPageIsBlank() {
        for (String stack : List.of("#views", "#pages")) {
            each(stack, StackPane.class).forEach(pages -> check(
                    pages.getChildren().stream().filter(Node::isVisible).filter(WindowInvariants::hasSize).count() == 1,
                    stack + " doesn't show one page"));
        }
        each("SegmentedButton", SegmentedButton.class).forEach(buttons -> check(
                buttons.getButtons().stream().filter(ToggleButton::isSelected).count() == 1, "no button is chosen of " + buttons.getButtons()));
    }

    private void tablesWithRowsShowText() {
        each(".table-view", TableView.class).filter(table -> !table.getItems().isEmpty() && table.getHeight() > ROOM_FOR_A_ROW).forEach(
                table -> check(cells(table).anyMatch(cell -> cell.getText() != null && !cell.getText().isBlank()),
                        table.getAccessibleText() + " has " + table.getItems().size() + " rows and shows no text"));
    }

    private void picturesAreOfTheShownNetwork() {
        FMatrixRMaj kernel = shown.parameters().layer(1).kernel();
        each("#grid", HeatmapGrid.class).forEach(grid -> check(grid.kernelProperty().get() == kernel, "heatmaps of another network"));
        int layer = window.model.inspection().selection().layerProperty().get();
        FMatrixRMaj chosen = shown.parameters().layer(layer).kernel();
        each("#kernel", MatrixView.class).filter(matrix -> matrix.contentProperty().get() != null).forEach(matrix -> check(
                holds(matrix.contentProperty().get().values(), chosen), "another matrix than the shown network's layer_" + layer));
        flows().filter(flow -> flow.pictures() == 1).forEach(flow -> check(flow.network() == shown.parameters(), "what flows through another network"));
        Optional<Prediction> prediction = window.views.drawing().predictionProperty().get();
        each("#bars", ProbabilityBars.class).forEach(bars -> check(Arrays.equals(bars.probabilitiesProperty().get(),
                prediction.map(Prediction::probabilities).orElse(new float[0])), "bars of another answer"));
        each("#table", TableView.class).forEach(table -> {
            int bias = 784 * shown.parameters().layer(1).outputs();
            check(cells(table).filter(cell -> cell.getTableColumn().getText().equals("value") && cell.getIndex() >= 0
                    && Integer.valueOf(bias).equals(table.getItems().get(cell.getIndex()))).allMatch(cell -> cell.getText().equals(
                    ShownNumbers.in(NumberText.exact(shown.parameters().layer(1).bias().data[0])))), "a number of another network");
        });
    }

    private Stream<Flow> flows() {
        return each("#network", NetworkView.class).flatMap(view -> view.contentProperty().get().stream()).map(NetworkContent::flow);
    }

    private static boolean holds(double[][] values, FMatrixRMaj matrix) {
        boolean same = values.length == matrix.numRows && values[0].length == matrix.numCols;
        for (int i = 0; same && i < matrix.getNumElements(); i++) {
            same = (float) values[i / matrix.numCols][i % matrix.numCols] == matrix.data[i];
        }
        return same;
    }

    private void figuresAreOfTheShownStep() {
        flows().forEach(flow -> check(flow.network() == shown.parameters(), "the mean flow of another network"));
        each("#score", Label.class).forEach(score -> check(score.getText().startsWith(shown.place() + ": "),
                "'" + score.getText() + "' while " + shown.place() + " is shown"));
        // only a search, and two runs that can't be compared, leave a table without rows
        each(".table-view", TableView.class).filter(table -> !List.of("table", "recall").contains(String.valueOf(table.getId()))).forEach(table -> check(
                !table.getItems().isEmpty(), table.getId() + " has no rows"));
        each("#place", Label.class).forEach(place -> check(place.getText().endsWith(" of " + shown.place()),
                "'" + place.getText() + "' while " + shown.place() + " is shown"));
    }

    private static Stream<TableCell<?, ?>> cells(TableView<?> table) {
        return table.lookupAll(".table-cell").stream().filter(OpenWindow::isShown).<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> !cell.isEmpty());
    }

    private static boolean hasSize(Node node) {
        return node instanceof Parent && node.getLayoutBounds().getWidth() > 0 && node.getLayoutBounds().getHeight() > 0;
    }

    private <T extends Node> Stream<T> each(String selector, Class<T> type) {
        return window.shown(selector).filter(type::isInstance).map(type::cast);
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
