package org.digitscope.app.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.HeatmapGrid.Weight;
import org.digitscope.app.control.InSight;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.Penalty;
import org.ejml.data.FMatrixRMaj;

/** The weights of a hidden layer: of layer_1 as a heatmap for each neuron, of a later one as rows of what its neurons receive. */
public final class NeuronsController {

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final LatestQuestion counting;

    @FXML
    private Label title;
    @FXML
    private LayerChoice layer;
    @FXML
    private HBox options;
    @FXML
    private CheckBox shared;
    @FXML
    private CheckBox neverLit;
    @FXML
    private Tooltip neverLitReason;
    @FXML
    private ColorLegend legend;
    @FXML
    private HeatmapGrid grid;
    @FXML
    private MatrixView rows;
    @FXML
    private Label readout;

    private ObservableValue<Boolean> inSight;
    /** What a picture belongs to, in words. */
    private String output = "neuron";
    private boolean[] neverLitPixels = new boolean[Dataset.PIXELS];

    public NeuronsController(AppModel model, Appearance appearance, PadModel drawing) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        counting = new LatestQuestion(model.background());
    }

    @FXML
    private void initialize() {
        inSight = InSight.of(title);
        inSight.addListener((observable, before, after) -> show(model.shownProperty().get()));
        appearance.applyTo(grid);
        appearance.applyTo(legend);
        appearance.applyTo(rows);
        options.managedProperty().bind(options.visibleProperty());
        layer.setOnChosen(number -> model.inspection().selection().choose(new Neuron(number, 0)));
        model.inspection().selection().neuronProperty().addListener((observable, before, after) -> show(model.shownProperty().get()));
        rows.chosenProperty().addListener((observable, before, after) -> showNumbers());
        grid.sharedScaleProperty().bind(shared.selectedProperty());
        shared.selectedProperty().addListener((observable, before, after) -> showNumbers());
        neverLit.selectedProperty().addListener((observable, before, after) -> showMarks());
        grid.pointedProperty().addListener((observable, before, after) -> showNumbers());
        model.digitsProperty().addListener((observable, before, after) -> counting.ask(() -> Heatmap.neverLit(after.training()),
                this::showNeverLit));
        model.shownProperty().addListener((observable, before, after) -> show(after));
        drawing.digitProperty().addListener((observable, before, after) -> showActivations());
        showNumbers();
    }

    private void show(ShownNetwork network) {
        if (network == null || !inSight.getValue()) {
            return;
        }
        Parameters parameters = network.parameters();
        int number = model.inspection().selection().neuronProperty().get().layer();
        FMatrixRMaj kernel = parameters.layer(number).kernel();
        output = parameters.depth() == 1 ? "digit" : "neuron";
        title.setText("layer_" + number + ", " + kernel.numCols + " " + output + (kernel.numCols == 1 ? "" : "s"));
        layer.showHidden(parameters.architecture(), number);
        grid.setVisible(number == 1);
        rows.setVisible(number > 1);
        options.setVisible(number == 1);
        if (number == 1) {
            grid.kernelProperty().set(kernel);
            showActivations();
        } else {
            rows.contentProperty().set(IncomingRows.of(kernel, IntStream.range(0, kernel.numCols).toArray(), true));
        }
        showNumbers();
    }

    /** What the drawing, unstretched, makes of each neuron of layer_1; of a network without hidden layer, the ten logits. */
    private void showActivations() {
        if (!inSight.getValue()) {
            return;
        }
        ShownNetwork network = model.shownProperty().get();
        grid.activationsProperty().set(network == null || !grid.isVisible() ? null
                : drawing.digitProperty().get().map(digit -> activations(ForwardTrace.of(digit.main(), network.parameters()))).orElse(null));
    }

    private static float[] activations(ForwardTrace trace) {
        boolean isLast = trace.parameters().depth() == 1;
        float[] values = new float[trace.parameters().layer(1).outputs()];
        for (int i = 0; i < values.length; i++) {
            values[i] = isLast ? trace.logit(i) : trace.activation(new Neuron(1, i));
        }
        return values;
    }

    private void showNeverLit(boolean[] found) {
        neverLitPixels = found;
        neverLitReason.setText("Marks " + Counts.of(neverLitCount(), "pixel that is", "pixels that are") + " black in all training pictures. "
                + "Their input is always 0, so their weights never feel the loss" + (isPenalized() ? " and are moved by the penalty alone." : " and never move."));
        showMarks();
    }

    private void showMarks() {
        grid.markedProperty().set(neverLit.isSelected() ? neverLitPixels : null);
        showNumbers();
    }

    private void showNumbers() {
        if (rows.isVisible() && rows.contentProperty().get() != null) {
            showCell(rows.contentProperty().get().values());
            return;
        }
        FMatrixRMaj kernel = grid.kernelProperty().get();
        Optional<Weight> pointed = grid.pointedProperty().get().filter(weight -> kernel != null && weight.neuron() < kernel.numCols);
        if (kernel != null) {
            legend.limitProperty().set(shared.isSelected() || pointed.isEmpty() ? Heatmap.limit(kernel)
                    : Heatmap.limit(kernel, pointed.get().neuron()));
        }
        readout.setText(pointed.map(weight -> text(weight, kernel)).orElse(hint(kernel)));
    }

    private void showCell(double[][] values) {
        legend.limitProperty().set(Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0));
        readout.setText(rows.chosenProperty().get().filter(cell -> cell.row() < values.length && cell.column() < values[0].length)
                .map(cell -> String.format(Locale.ROOT, "neuron %d, from neuron %d: %s", cell.row(), cell.column(),
                        RoundedText.of("%+.7f", values[cell.row()][cell.column()])))
                .orElse("a row for each neuron: what it receives from the layer before; click a cell to read it"));
    }

    private String hint(FMatrixRMaj kernel) {
        if (kernel == null) {
            return "";
        }
        if (neverLit.isSelected()) {
            return Counts.of(neverLitCount(), "pixel is", "pixels are") + " always black: "
                    + (isPenalized() ? "the penalty alone moves their " + Counts.of((long) neverLitCount() * kernel.numCols, "weight")
                    : "their " + Counts.of((long) neverLitCount() * kernel.numCols, "weight never moves", "weights never move"));
        }
        return shared.isSelected() ? "point at a weight to read it" : "each " + output + " on its own scale; point at a weight to read it";
    }

    private boolean isPenalized() {
        return !model.liveProperty().get().settings().penalty().equals(Penalty.NONE);
    }

    private int neverLitCount() {
        return (int) IntStream.range(0, neverLitPixels.length).filter(pixel -> neverLitPixels[pixel]).count();
    }

    private String text(Weight weight, FMatrixRMaj kernel) {
        return String.format(Locale.ROOT, "%s %d, row %d, column %d, index %d: %s", output, weight.neuron(),
                weight.pixel() / Dataset.COLUMNS, weight.pixel() % Dataset.COLUMNS, weight.pixel(),
                RoundedText.of("%+.7f", kernel.get(weight.pixel(), weight.neuron())));
    }
}
