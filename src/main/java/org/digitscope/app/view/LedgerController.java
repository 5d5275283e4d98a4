package org.digitscope.app.view;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.Explanations.Explanation;
import org.digitscope.data.Dataset;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;

/** What each pixel adds to the answer, in all or through each neuron, as a picture. */
public final class LedgerController {

    private final Appearance appearance;
    private final Explanations explanations;

    @FXML
    private CheckBox byNeuron;
    @FXML
    private HeatmapGrid map;
    @FXML
    private ColorLegend legend;
    @FXML
    private Label readout;

    public LedgerController(Appearance appearance, Explanations explanations) {
        this.appearance = appearance;
        this.explanations = explanations;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(map);
        appearance.applyTo(legend);
        map.labelledProperty().bind(byNeuron.selectedProperty());
        map.sharedScaleProperty().set(true);
        byNeuron.selectedProperty().addListener((observable, before, after) -> show());
        map.pointedProperty().addListener((observable, before, after) -> showReadout());
        explanations.explanationProperty().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        shown().ifPresent(why -> {
            FMatrixRMaj parts = byNeuron.isSelected() ? byNeuron(why) : columns(why.account().pixels());
            map.kernelProperty().set(parts);
            map.setAccessibleText("What each pixel adds to the logit of " + why.digit()
                    + why.other().map(rival -> " less that of " + rival).orElse(""));
            legend.limitProperty().set(Heatmap.limit(parts));
            showReadout();
        });
    }

    private void showReadout() {
        FMatrixRMaj parts = map.kernelProperty().get();
        readout.setText(shown().flatMap(why -> map.pointedProperty().get().filter(point -> point.neuron() < parts.numCols)
                .map(point -> String.format(Locale.ROOT, "%srow %d, column %d: grey %d, part %s",
                        byNeuron.isSelected() ? "neuron " + point.neuron() + ", " : "", point.pixel() / Dataset.COLUMNS,
                        point.pixel() % Dataset.COLUMNS, Math.round(why.trace().input(point.pixel()) * 255),
                        RoundedText.of("%+.5f", parts.get(point.pixel(), point.neuron())))))
                .orElse("red: for, blue: against; point to read a part"));
    }

    private Optional<Explanation> shown() {
        return explanations.explanationProperty().get();
    }

    private static FMatrixRMaj byNeuron(Explanation why) {
        double[][] parts = new double[why.trace().hidden()][];
        for (int neuron = 0; neuron < parts.length; neuron++) {
            parts[neuron] = why.pixelsThrough(neuron);
        }
        return columns(parts);
    }

    private static FMatrixRMaj columns(double[]... columns) {
        FMatrixRMaj matrix = new FMatrixRMaj(Dataset.PIXELS, columns.length);
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < Dataset.PIXELS; row++) {
                matrix.set(row, column, (float) columns[column][row]);
            }
        }
        return matrix;
    }
}
