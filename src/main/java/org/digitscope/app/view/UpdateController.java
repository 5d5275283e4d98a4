package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.UpdateExplanation;
import org.digitscope.explain.UpdateExplanation.Push;
import org.digitscope.training.NextStep;

/** Why the next step of a paused training moves the pinned weight. */
public final class UpdateController {

    /** More pictures than this tell nothing more, and a batch may have a hundred thousand. */
    private static final int MOST_PICTURES = 64;
    private static final int LARGEST_BATCH = 2048;

    private final AppModel model;
    private final Selection selection;

    @FXML
    private VBox root;
    @FXML
    private Label title;
    @FXML
    private TextArea equation;
    @FXML
    private Label caption;
    @FXML
    private FlowPane batch;

    public UpdateController(AppModel model, Selection selection) {
        this.model = model;
        this.selection = selection;
    }

    @FXML
    private void initialize() {
        selection.parameterProperty().addListener((observable, before, after) -> show());
        model.liveProperty().addListener((observable, before, after) -> show());
        model.stateProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
    }

    private void show() {
        if (!root.isVisible() || model.digitsProperty().get() == null) {
            return;
        }
        Optional<NextStep> next = model.nextStep().filter(step -> step.images().length <= LARGEST_BATCH);
        Optional<ScalarParameter> pinned = selection.parameterProperty().get().filter(parameter -> next.isPresent()
                && (parameter.isInLayer1() ? parameter.output() : parameter.isBias() ? 0 : parameter.input())
                < next.get().before().hidden());
        Optional<UpdateExplanation> explanation = pinned.map(parameter -> UpdateExplanation.of(next.orElseThrow(), training(), parameter));
        title.setText(explanation.map(each -> String.format(Locale.ROOT, "%s: step %,d moves it from %s to %s",
                Selection.name(each.parameter()), each.next().step(), each.before(), each.after()))
                .orElse(next.isEmpty() ? "Pause the training to see why its next step moves the pinned weight (→ trains one batch)."
                        : "Pin a weight or bias in one of the other parts."));
        equation.setText(explanation.map(UpdateExplanation::text).orElse(""));
        caption.setText(explanation.map(each -> String.format(Locale.ROOT, "the %d pictures of the batch, by their push on the "
                + "gradient; the weight moves against their sum", each.pushes().size())).orElse(""));
        batch.getChildren().setAll(explanation.map(UpdateExplanation::pushes).orElse(List.of()).stream().limit(MOST_PICTURES)
                .map(this::thumbnail).toList());
    }

    private Node thumbnail(Push push) {
        return Thumbnails.box(new Thumbnails.Entry(training().image(push.image()),
                String.format(Locale.ROOT, "%d: %+.1e", training().label(push.image()), push.gradient())));
    }

    private Dataset training() {
        return model.digitsProperty().get().training();
    }
}
