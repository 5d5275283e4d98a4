package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.RunStatistics;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;

/** The line at the bottom: how far, how fast, how well. */
public final class StatusController {

    private final AppModel model;
    private final RunStatistics statistics = new RunStatistics();

    @FXML
    private Label state;
    @FXML
    private Label position;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label throughput;
    @FXML
    private Label training;
    @FXML
    private Label validation;

    public StatusController(AppModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.stateProperty().addListener((observable, before, after) -> showState(after));
        model.liveProperty().addListener((observable, before, after) -> show(after));
        showState(model.state());
    }

    private void showState(RunState now) {
        state.setText(now.label());
    }

    private void show(Snapshot snapshot) {
        statistics.add(snapshot);
        position.setText(String.format(Locale.ROOT, "epoch %d/%d  step %,d/%,d", snapshot.epoch(), snapshot.settings().epochs(),
                snapshot.stepInEpoch(), snapshot.stepsPerEpoch()));
        progress.setProgress(Math.min(1, (double) snapshot.step() / snapshot.totalSteps()));
        throughput.setText(statistics.text(snapshot));
        training.setText(snapshot.step() == 0 ? "" : String.format(Locale.ROOT, "loss %.4f · accuracy %.2f %%", snapshot.loss(),
                100 * snapshot.accuracy()));
        List<LearningCurve.Epoch> epochs = snapshot.curve().epochs();
        validation.setText(epochs.isEmpty() ? "" : String.format(Locale.ROOT, "validation (%,d test images) %.2f %%",
                model.digitsProperty().get().validation().size(), 100 * epochs.get(epochs.size() - 1).validationAccuracy()));
    }
}
