package org.digitscope.app.view;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.MatrixView.Cell;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Activation;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;

/** A layer as a matrix, and its biases. */
public final class MatricesController {

    private final AppModel model;
    private final Appearance appearance;
    private final Selection selection;

    @FXML
    private VBox root;
    @FXML
    private LayerChoice layer;
    @FXML
    private ColorLegend legend;
    @FXML
    private MatrixView kernel;
    @FXML
    private MatrixView bias;
    @FXML
    private Label readout;

    public MatricesController(AppModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        selection = model.inspection().selection();
    }

    @FXML
    private void initialize() {
        appearance.applyTo(kernel);
        appearance.applyTo(bias);
        appearance.applyTo(legend);
        kernel.chosenProperty().addListener((observable, before, after) -> after.ifPresent(cell ->
                selection.pin(ScalarParameter.weight(number(), cell.row(), cell.column()))));
        bias.chosenProperty().addListener((observable, before, after) -> after.ifPresent(cell ->
                selection.pin(ScalarParameter.bias(number(), cell.column()))));
        layer.setOnChosen(selection::chooseLayer);
        selection.layerProperty().addListener((observable, before, after) -> show());
        selection.parameterProperty().addListener((observable, before, after) -> show());
        model.shownProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        ShownNetwork network = model.shownProperty().get();
        if (!root.isVisible() || network == null) {
            return;
        }
        Parameters parameters = network.parameters();
        boolean isLast = number() == parameters.depth();
        layer.show(parameters.architecture(), parameters.depth(), number());
        FMatrixRMaj weights = parameters.layer(number()).kernel();
        FMatrixRMaj biases = parameters.layer(number()).bias();
        double limit = Math.max(Heatmap.limit(weights), Heatmap.limit(biases));
        legend.limitProperty().set(limit);
        String to = isLast ? "digit" : "neuron";
        kernel.contentProperty().set(content(weights, limit, number() == 1 ? "pixel" : "neuron", "weight to the " + to));
        bias.contentProperty().set(content(biases, limit, "", "bias of the " + to));
        Optional<ScalarParameter> pinned = Optional.of(selection.parameterProperty().get()).filter(parameter -> parameter.layer() == number());
        kernel.chosenProperty().set(pinned.filter(parameter -> !parameter.isBias())
                .map(parameter -> new Cell(parameter.input(), parameter.output())));
        bias.chosenProperty().set(pinned.filter(ScalarParameter::isBias).map(parameter -> new Cell(0, parameter.output())));
        readout.setText(pinned.map(parameter -> selection.name(parameter) + ": "
                + RoundedText.of("%+.7f", parameter.get(parameters))).orElse("red adds to the " + (isLast ? "logit" : "sum")
                + " when the " + (number() == 1 ? "pixel is lit" : parameters.layer(1).activation() == Activation.RELU ? "neuron is on" : "neuron sends more than 0") + ", blue takes away; click a cell to pin its weight"));
    }

    private int number() {
        return selection.layerProperty().get();
    }

    private static MatrixView.Content content(FMatrixRMaj matrix, double limit, String rows, String columns) {
        double[][] values = new double[matrix.numRows][matrix.numCols];
        for (int row = 0; row < matrix.numRows; row++) {
            for (int column = 0; column < matrix.numCols; column++) {
                values[row][column] = matrix.get(row, column);
            }
        }
        double end = ColorScale.holding(limit).limit().doubleValue();
        return new MatrixView.Content(values, value -> RoundedText.of("%+.3f", value),
                (row, column) -> ColorMap.SIGNED.argb(values[row][column], end), rows, columns);
    }
}
