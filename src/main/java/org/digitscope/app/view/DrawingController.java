package org.digitscope.app.view;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.digitscope.app.AppModel;
import org.digitscope.app.Appearance;
import org.digitscope.app.Drawing;
import org.digitscope.app.Prediction;
import org.digitscope.app.ShownNetwork;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.data.Dataset;

/** The drawing pad and what the shown network says to it. */
public final class DrawingController {

    private final AppModel model;
    private final Appearance appearance;
    private final Drawing drawing;

    @FXML
    private DrawingPad pad;
    @FXML
    private PixelView seen;
    @FXML
    private Label digit;
    @FXML
    private Label certainty;
    @FXML
    private Label runnerUp;
    @FXML
    private ProbabilityBars bars;

    public DrawingController(AppModel model, Appearance appearance, Drawing drawing) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(pad);
        appearance.applyTo(bars);
        drawing.connect(pad::undo, pad::clear);
        pad.inkProperty().addListener((observable, before, after) -> predict());
        model.shownProperty().addListener((observable, before, after) -> predict());
        show(Optional.empty());
    }

    @FXML
    private void undo() {
        pad.undo();
    }

    @FXML
    private void clear() {
        pad.clear();
    }

    private void predict() {
        ShownNetwork network = model.shownProperty().get();
        show(network == null ? Optional.empty() : Prediction.of(pad.inkProperty().get(), network.parameters()));
    }

    private void show(Optional<Prediction> prediction) {
        seen.pictureProperty().set(prediction.map(Prediction::pixels).orElse(new byte[Dataset.PIXELS]));
        bars.probabilitiesProperty().set(prediction.map(Prediction::probabilities).orElse(new float[0]));
        digit.setText(prediction.map(answer -> String.valueOf(answer.answer())).orElse("–"));
        certainty.setText(prediction.map(answer -> percent(answer.probability())).orElse("no answer"));
        runnerUp.setText(prediction.map(answer -> "then " + answer.runnerUp() + ": "
                + percent(answer.probabilities()[answer.runnerUp()])).orElse("there is no ink"));
        seen.setAccessibleText(prediction.isEmpty() ? "Nothing is drawn" : "The drawing as the network sees it, 28 by 28 pixels");
    }

    private static String percent(float probability) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * probability);
    }
}
