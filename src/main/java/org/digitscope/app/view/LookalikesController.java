package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.Lookalikes;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.OnPattern;
import org.digitscope.network.Neuron;

/** The training digits that look like the drawing, and those that turn on the same neurons. */
public final class LookalikesController {

    private final AppModel model;
    private final Explanations explanations;
    private final Lookalikes lookalikes;

    @FXML
    private Label nearestText;
    @FXML
    private Thumbnails nearest;
    @FXML
    private Label patternText;
    @FXML
    private Thumbnails pattern;

    public LookalikesController(AppModel model, Explanations explanations, Lookalikes lookalikes) {
        this.model = model;
        this.explanations = explanations;
        this.lookalikes = lookalikes;
    }

    @FXML
    private void initialize() {
        lookalikes.foundProperty().addListener((observable, before, after) -> showNeighbours());
        explanations.explanationProperty().addListener((observable, before, after) -> showPattern());
        model.stateProperty().addListener((observable, before, after) -> showPattern());
        showNeighbours();
        showPattern();
    }

    private void showNeighbours() {
        Optional<Lookalikes.Found> found = lookalikes.foundProperty().get();
        nearestText.setText(found.map(each -> each.judgement().sentence() + " Under each: " + (TrainingLabels.areWrong(model) ? TrainingLabels.WORDS
                        : "its digit") + " and Euclidean distance, 0 to 28.")
                .orElse("searching the training digits…"));
        nearest.show(found.map(Lookalikes.Found::neighbours).orElse(List.of()).stream()
                .map(each -> entry(each.picture(), String.format(Locale.ROOT, "%s · %.1f", model.classes().of(each.label()), each.distance())))
                .toList());
    }

    /** While the network changes all the time, its patterns do as well, so the search waits for a pause. */
    private void showPattern() {
        lookalikes.forgetPattern();
        Optional<ForwardTrace> trace = explanations.explanationProperty().get().map(Explanations.Explanation::trace);
        if (trace.isEmpty()) {
            return;
        }
        ForwardTrace asked = trace.get();
        Optional<String> obstacle = OnPattern.obstacle(asked.parameters());
        if (obstacle.isPresent() || model.isShownTraining()) {
            patternText.setText(obstacle.orElse("training digits with the same neurons on: shown at a pause"));
            pattern.show(List.of());
            return;
        }
        lookalikes.samePattern(asked, pictures -> {
            List<Neuron> neurons = TraceController.neurons(asked);
            long on = neurons.stream().filter(asked::isOn).count();
            patternText.setText(Counts.of(pictures.size(), "training digit turns on", "training digits turn on") + " the same " + on + " of "
                    + Counts.of(neurons.size(), "neuron") + (pictures.isEmpty() ? ": a pattern never seen"
                    : TrainingLabels.areWrong(model) ? "; under each " + TrainingLabels.WORDS : ""));
            pattern.show(pictures.stream().limit(Lookalikes.COUNT)
                    .map(picture -> entry(picture, String.valueOf(training().label(picture)))).toList());
        });
    }

    private Thumbnails.Entry entry(int picture, String text) {
        return new Thumbnails.Entry(training().image(picture), text);
    }

    private Dataset training() {
        return model.digitsProperty().get().training();
    }
}
