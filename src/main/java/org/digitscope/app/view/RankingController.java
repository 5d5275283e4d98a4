package org.digitscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.app.study.WhatIfStudies.Rankings;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.AblationCost;
import org.digitscope.network.Neuron;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.RoundedText;

/** What muting each neuron, and each two, costs. */
public final class RankingController {

    private final Appearance appearance;
    private final AppModel model;
    private final Selection selection;
    private final WhatIfStudies studies;

    @FXML
    private VBox root;
    @FXML
    private LayerChoice layer;
    @FXML
    private NumberTable ranking;
    @FXML
    private MatrixView pairs;
    @FXML
    private Label readout;

    private static final String HOW = "all by muting to zero, over all test digits; ";
    private static final String NO_PAIR = HOW + "a single neuron makes no pair";
    private static final String TOO_MANY = HOW + "pairs are ranked for layers of up to " + WhatIfStudies.MOST_NEURONS_PAIRED + " neurons";
    /** From so many points on there is no need for a decimal. */
    private static final double WHOLE = 9.95;

    private List<AblationCost> costs = List.of();

    public RankingController(Appearance appearance, AppModel model, WhatIfStudies studies) {
        this.appearance = appearance;
        this.model = model;
        selection = model.inspection().selection();
        this.studies = studies;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(pairs);
        appearance.applyTo(ranking);
        ranking.addColumn("neuron", "%.0f", row -> costs.get(row).neurons().get(0));
        ranking.addColumn("accuracy without", "%.2f", row -> 100 * costs.get(row).score().accuracy());
        ranking.addColumn("cost (points)", "%.2f", row -> 100 * costs.get(row).accuracy());
        ranking.addColumn("cost in loss", "%.4f", row -> costs.get(row).loss());
        ranking.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> {
            if (after != null) {
                selection.choose(new Neuron(studies.rankingsProperty().get().orElseThrow().layer(), costs.get(after).neurons().get(0)));
            }
        });
        layer.setOnChosen(number -> selection.choose(new Neuron(number, 0)));
        model.shownProperty().addListener((observable, before, after) -> showLayer());
        selection.neuronProperty().addListener((observable, before, after) -> showLayer());
        model.stateProperty().addListener((observable, before, after) -> showLayer());
        root.visibleProperty().addListener((observable, before, after) -> showLayer());
        studies.watch(root.visibleProperty());
        studies.rankingsProperty().addListener((observable, before, after) -> show(after));
        pairs.chosenProperty().addListener((observable, before, after) -> showReadout());
        show(studies.rankingsProperty().get());
    }

    private void showLayer() {
        if (root.isVisible() && model.shownProperty().get() != null) {
            layer.showHidden(model.shownProperty().get().parameters().architecture(), selection.neuronProperty().get().layer());
            showReadout();
        }
    }

    private void show(Optional<Rankings> rankings) {
        costs = rankings.map(Rankings::neurons).orElse(List.of());
        ranking.showRows(costs.size());
        List<AblationCost> both = rankings.map(Rankings::pairs).orElse(List.of());
        pairs.setVisible(!both.isEmpty());
        pairs.setManaged(!both.isEmpty());
        if (!both.isEmpty()) {
            double[][] values = new double[costs.size()][costs.size()];
            for (double[] row : values) {
                Arrays.fill(row, Double.NaN);
            }
            double limit = 1e-9;
            for (AblationCost cost : both) {
                values[cost.neurons().get(1)][cost.neurons().get(0)] = 100 * cost.accuracy();
                limit = Math.max(limit, 100 * cost.accuracy());
            }
            double end = limit;
            pairs.contentProperty().set(new MatrixView.Content(values, RankingController::points,
                    (row, column) -> column >= row ? 0 : ColorMap.SIGNED.argb(values[row][column], end), "second neuron", "first neuron (points lost without both)"));
        }
        showReadout();
    }

    private void showReadout() {
        Optional<MatrixView.Cell> cell = pairs.chosenProperty().get().filter(chosen -> chosen.column() < chosen.row()
                && pairs.contentProperty().get() != null && chosen.row() < pairs.contentProperty().get().values().length);
        readout.setText(cell.map(chosen -> String.format(Locale.ROOT, "without %d and %d: %s points less", chosen.column(), chosen.row(),
                RoundedText.of("%.2f", pairs.contentProperty().get().values()[chosen.row()][chosen.column()])))
                .orElse(pairs.isVisible() ? HOW + "choose a pair to read it" : costs.size() == 1 ? NO_PAIR : !costs.isEmpty() ? TOO_MANY : ""));
        ranking.reasonProperty().set(!hasNeurons() ? "This network has no hidden neurons that could be muted."
                : model.isShownTraining() ? "The costs come at a pause." : "Computing the costs…");
    }

    /** Points lost, with a decimal where they are few; nothing where there is no pair. */
    private static String points(double value) {
        return Double.isNaN(value) ? "" : ShownNumbers.in(String.format(Locale.ROOT, Math.abs(value) < WHOLE ? "%.1f" : "%.0f", value));
    }

    private boolean hasNeurons() {
        return model.shownProperty().get() == null || model.shownProperty().get().parameters().depth() > 1;
    }
}
