package org.digitscope.app.view;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.Explanations.Explanation;
import org.digitscope.explain.Account;
import org.digitscope.data.Dataset;
import org.digitscope.network.Neuron;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;

/** What each pixel adds to the answer, in all or through each neuron, as a picture. */
public final class LedgerController {

    private final Appearance appearance;
    private final Explanations explanations;
    private int chosenLayer = 1;

    @FXML
    private VBox root;
    @FXML
    private CheckBox byNeuron;
    @FXML
    private LayerChoice layer;
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
        root.managedProperty().bind(root.visibleProperty());
        map.labelledProperty().bind(byNeuron.selectedProperty().and(byNeuron.visibleProperty()));
        map.sharedScaleProperty().set(true);
        byNeuron.selectedProperty().addListener((observable, before, after) -> show());
        layer.setOnChosen(number -> {
            chosenLayer = number;
            show();
        });
        map.pointedProperty().addListener((observable, before, after) -> showReadout());
        explanations.explanationProperty().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        shown().ifPresent(why -> {
            Optional<Account> account = why.account();
            boolean hasNeurons = why.trace().parameters().depth() > 1;
            root.setVisible(account.isPresent());
            if (account.isEmpty()) {
                return;
            }
            byNeuron.setVisible(hasNeurons);
            layer.show(why.trace().parameters().architecture(), hasNeurons && isByNeuron() ? why.trace().parameters().depth() - 1 : 1,
                    number(why));
            FMatrixRMaj parts = isByNeuron() ? byNeuron(why, number(why)) : columns(account.get().pixels());
            map.kernelProperty().set(parts);
            map.setAccessibleText("What each pixel adds to the logit of " + why.digit()
                    + why.other().map(rival -> " less that of " + rival).orElse(""));
            legend.limitProperty().set(Heatmap.limit(parts));
            showReadout();
        });
    }

    private void showReadout() {
        FMatrixRMaj parts = map.kernelProperty().get();
        readout.setText(shown().filter(why -> parts != null).flatMap(why -> map.pointedProperty().get().filter(point -> point.neuron() < parts.numCols)
                .map(point -> String.format(Locale.ROOT, "%srow %d, column %d: grey %d, part %s",
                        isByNeuron() ? "neuron " + point.neuron() + ", " : "", point.pixel() / Dataset.COLUMNS,
                        point.pixel() % Dataset.COLUMNS, TraceController.grey(why.trace(), point.pixel()),
                        RoundedText.of("%+.5f", parts.get(point.pixel(), point.neuron())))))
                .orElse("red: for, blue: against; point to read a part"));
    }

    private Optional<Explanation> shown() {
        return explanations.explanationProperty().get();
    }

    private boolean isByNeuron() {
        return byNeuron.isSelected() && byNeuron.isVisible();
    }

    /** The hidden layer whose neurons have a picture each. */
    private int number(Explanation why) {
        return Math.max(1, Math.min(chosenLayer, why.trace().parameters().depth() - 1));
    }

    private static FMatrixRMaj byNeuron(Explanation why, int number) {
        double[][] parts = new double[why.trace().neurons(number)][];
        for (int neuron = 0; neuron < parts.length; neuron++) {
            parts[neuron] = why.pixelsThrough(new Neuron(number, neuron));
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
