package org.digitscope.app.view;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.controlsfx.control.GridCell;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.TilesView;
import org.digitscope.app.study.RunComparison.Compared;
import org.digitscope.data.Dataset;
import org.digitscope.experiment.NeuronMatching;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;

/** Two matched neurons: the weight picture of each and of their difference, all in one scale, with their numbers and correlation. */
final class NeuronPairCell extends GridCell<NeuronMatching.Pair> {

    private final ObservableValue<Optional<Compared<Optional<NeuronMatching>>>> compared;
    private final TilesView tiles = new TilesView();
    private final Label label = new Label("", tiles);

    NeuronPairCell(Appearance appearance, ObservableValue<Optional<Compared<Optional<NeuronMatching>>>> compared) {
        this.compared = compared;
        appearance.applyTo(tiles);
        label.setContentDisplay(ContentDisplay.TOP);
        label.getStyleClass().add("neuron-pair");
    }

    @Override
    protected void updateItem(NeuronMatching.Pair pair, boolean empty) {
        super.updateItem(pair, empty);
        setGraphic(empty || pair == null ? null : label);
        if (!empty && pair != null) {
            compared.getValue().ifPresent(both -> show(pair, both));
        }
    }

    private void show(NeuronMatching.Pair pair, Compared<?> both) {
        FMatrixRMaj three = new FMatrixRMaj(Dataset.PIXELS, 3);
        FMatrixRMaj first = both.first().network().layer(1).kernel();
        FMatrixRMaj second = both.second().network().layer(1).kernel();
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            three.set(pixel, 0, first.get(pixel, pair.first()));
            three.set(pixel, 1, second.get(pixel, pair.second()));
            three.set(pixel, 2, second.get(pixel, pair.second()) - first.get(pixel, pair.first()));
        }
        double limit = Heatmap.limit(three);
        tiles.tilesProperty().set(List.of(tile(three, 0, limit), tile(three, 1, limit), tile(three, 2, limit)));
        String text = pair.first() + " and " + pair.second() + ", difference  r = " + RoundedText.of("%.2f", pair.correlation());
        label.setText(text);
        tiles.setAccessibleText("Neurons " + text + "; the strongest colour is a weight of " + RoundedText.of("%.3f", limit));
    }

    private static int[] tile(FMatrixRMaj three, int column, double limit) {
        int[] tile = new int[Dataset.PIXELS];
        Heatmap.paint(three, column, limit, tile, 0, Dataset.COLUMNS);
        return tile;
    }
}
