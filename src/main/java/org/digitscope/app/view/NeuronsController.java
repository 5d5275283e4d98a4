package org.digitscope.app.view;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.HeatmapGrid.Weight;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.network.Layer;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;

/** The weights of layer_1 as heatmaps. */
public final class NeuronsController {

    private final AppModel model;
    private final Appearance appearance;
    private final LatestQuestion counting;

    @FXML
    private Label title;
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
    private Label readout;

    private boolean[] neverLitPixels = new boolean[Dataset.PIXELS];
    /** What has a picture: a neuron, or a digit where no hidden layer comes before it. */
    private String output = "neuron";

    public NeuronsController(AppModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        counting = new LatestQuestion(model.background());
    }

    @FXML
    private void initialize() {
        appearance.applyTo(grid);
        appearance.applyTo(legend);
        grid.sharedScaleProperty().bind(shared.selectedProperty());
        shared.selectedProperty().addListener((observable, before, after) -> showNumbers());
        neverLit.selectedProperty().addListener((observable, before, after) -> showMarks());
        grid.pointedProperty().addListener((observable, before, after) -> showNumbers());
        model.digitsProperty().addListener((observable, before, after) -> counting.ask(() -> Heatmap.neverLit(after.training()),
                this::showNeverLit));
        model.shownProperty().addListener((observable, before, after) -> show(after));
        showNumbers();
    }

    private void show(ShownNetwork network) {
        Layer first = network.parameters().layer(1);
        output = network.parameters().depth() == 1 ? "digit" : "neuron";
        title.setText("layer_1, " + first.outputs() + " " + output + (first.outputs() == 1 ? "" : "s"));
        grid.kernelProperty().set(first.kernel());
        showNumbers();
    }

    private void showNeverLit(boolean[] found) {
        neverLitPixels = found;
        neverLitReason.setText(String.format(Locale.ROOT, "Marks the %d pixels that are black in all training pictures. "
                + "Their input is always 0, so is their gradient: their weights never move.", neverLitCount()));
        showMarks();
    }

    private void showMarks() {
        grid.markedProperty().set(neverLit.isSelected() ? neverLitPixels : null);
        showNumbers();
    }

    private void showNumbers() {
        FMatrixRMaj kernel = grid.kernelProperty().get();
        Optional<Weight> pointed = grid.pointedProperty().get().filter(weight -> kernel != null && weight.neuron() < kernel.numCols);
        if (kernel != null) {
            legend.limitProperty().set(shared.isSelected() || pointed.isEmpty() ? Heatmap.limit(kernel)
                    : Heatmap.limit(kernel, pointed.get().neuron()));
        }
        readout.setText(pointed.map(weight -> text(weight, kernel)).orElse(hint(kernel)));
    }

    private String hint(FMatrixRMaj kernel) {
        if (kernel == null) {
            return "";
        }
        if (neverLit.isSelected()) {
            return String.format(Locale.ROOT, "%d pixels are always black: their %,d weights never move", neverLitCount(),
                    neverLitCount() * kernel.numCols);
        }
        return shared.isSelected() ? "point at a weight to read it" : "each " + output + " on its own scale; point at a weight to read it";
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
