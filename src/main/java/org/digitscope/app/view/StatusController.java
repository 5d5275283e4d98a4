package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.RunStatistics;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.plot.CurveProbe;
import org.digitscope.plot.CurveProbe.Mean;
import org.digitscope.plot.RoundedText;
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
        model.paceProperty().addListener((observable, before, after) -> showSpeed());
        model.liveProperty().addListener((observable, before, after) -> show(after));
        model.shownProperty().addListener((observable, before, after) -> showFigures());
        showState(model.state());
    }

    private void showState(RunState now) {
        state.setText(now.label());
        showSpeed();
    }

    private void show(Snapshot snapshot) {
        statistics.add(snapshot);
        position.setText(String.format(Locale.ROOT, "epoch %d/%d  step %,d/%,d", snapshot.epoch(), snapshot.settings().epochs(),
                snapshot.stepInEpoch(), snapshot.stepsPerEpoch()));
        progress.setProgress(Math.min(1, (double) snapshot.step() / snapshot.totalSteps()));
        showSpeed();
        showFigures();
    }

    private void showSpeed() {
        Snapshot snapshot = model.liveProperty().get();
        throughput.setText(snapshot == null ? ""
                : statistics.text(snapshot, model.paceProperty().get(), model.state() == RunState.RUNNING));
    }

    /** Of the shown step; what is from a file has none, and the run's are called so. */
    private void showFigures() {
        Snapshot snapshot = model.liveProperty().get();
        ShownNetwork shown = model.shownProperty().get();
        if (snapshot == null || shown == null) {
            return;
        }
        boolean earlier = shown.isOfThisRun() && !shown.live();
        int step = earlier ? shown.step() : snapshot.step();
        CurveProbe probe = new CurveProbe(snapshot.curve(), snapshot.stepsPerEpoch());
        Optional<Mean> figures = step == 0 ? Optional.empty() : earlier ? probe.epochSoFar(step)
                : Optional.of(new Mean(snapshot.loss(), snapshot.accuracy()));
        String which = earlier ? String.format(Locale.ROOT, "step %,d: ", step) : shown.isOfThisRun() ? "" : "the run: ";
        training.setText(figures.map(mean -> which + String.format(Locale.ROOT, "loss %s · accuracy %.2f %%",
                RoundedText.of("%.4f", mean.loss()), 100 * mean.accuracy())).orElse(""));
        List<LearningCurve.Epoch> epochs = probe.epochsUpTo(step);
        validation.setText(epochs.isEmpty() ? "" : String.format(Locale.ROOT, "validation (%,d test images%s) %.2f %%",
                model.digitsProperty().get().validation().size(), earlier ? ", after epoch " + epochs.size() : "",
                100 * epochs.get(epochs.size() - 1).validationAccuracy()));
    }
}
