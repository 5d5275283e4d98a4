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
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.NextSteps;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.explain.UpdateExplanation;
import org.digitscope.explain.UpdateExplanation.Push;
import org.digitscope.plot.RoundedText;

/** Why the next step of a paused training moves the pinned weight or bias. */
public final class UpdateController {

    /** More pictures than this tell nothing more. */
    private static final int MOST_PICTURES = 64;

    private final AppModel model;
    private final NextSteps steps;

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

    public UpdateController(AppModel model, NextSteps steps) {
        this.model = model;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        steps.watch(root.visibleProperty());
        steps.nextProperty().addListener((observable, before, after) -> show());
        steps.explanationProperty().addListener((observable, before, after) -> show());
        model.stateProperty().addListener((observable, before, after) -> show());
        model.shownProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        if (!root.isVisible()) {
            return;
        }
        Optional<UpdateExplanation> explanation = steps.explanationProperty().get();
        title.setText(explanation.map(each -> ShownNumbers.in(String.format(Locale.ROOT, "%s: step %,d moves it from %s to %s",
                model.inspection().selection().name(each.parameter()), each.next().step(), each.before(), each.after()))).orElse(reason()));
        equation.setText(explanation.map(UpdateExplanation::text).map(ShownNumbers::in).orElse(""));
        caption.setText(explanation.map(each -> "the batch's " + Counts.of(each.pushes().size(), "picture, by its push", "pictures, by their push")
                + " on the gradient; " + each.next().optimizer().direction()
                + (TrainingLabels.areWrong(model) ? "; under each " + TrainingLabels.WORDS : "")).orElse(""));
        batch.getChildren().setAll(explanation.map(UpdateExplanation::pushes).orElse(List.of()).stream().limit(MOST_PICTURES)
                .map(this::thumbnail).toList());
    }

    /** Why there is nothing to see. */
    private String reason() {
        ShownNetwork network = model.shownProperty().get();
        if (network != null && !network.isOfThisRun()) {
            return "A network from a file has no next step; Run, Show Live goes back to the training.";
        } else if (network == null || network.live() && model.state() == RunState.RUNNING) {
            return "Pause the training to see why its next step moves the pinned " + model.inspection().selection().parameterProperty().get().kind()
                    + " (→ trains one batch).";
        }
        return steps.nextProperty().get().filter(step -> step.images().length > NextSteps.LARGEST_EXPLAINED)
                .map(step -> String.format(Locale.ROOT, "A batch of %,d pictures is too large to be told picture by picture; choose at most %,d.",
                        step.images().length, NextSteps.LARGEST_EXPLAINED)).orElse("Computing the next step…");
    }

    private Node thumbnail(Push push) {
        return Thumbnails.box(new Thumbnails.Entry(training().image(push.image()),
                training().label(push.image()) + ": " + RoundedText.of("%+.1e", push.gradient())));
    }

    private Dataset training() {
        return model.digitsProperty().get().training();
    }
}
