package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.digitscope.app.control.Columns;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.RunStatistics;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.run.SweepWork;
import org.digitscope.app.run.SweepWork.Progress;
import org.digitscope.data.Counts;
import org.digitscope.plot.CurveProbe;
import org.digitscope.plot.CurveProbe.Mean;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;

/** The line at the bottom: how far, how fast, how well. */
public final class StatusController {

    private final AppModel model;
    private final SweepWork sweeps;
    private final RunStatistics statistics = new RunStatistics();

    private final Text ruler = new Text();
    private final Tooltip validated = new Tooltip();
    /** The speed in ever fewer words. */
    private List<String> speeds = List.of();

    @FXML
    private Columns root;
    @FXML
    private HBox run;
    @FXML
    private HBox scores;
    @FXML
    private Label state;
    @FXML
    private Label position;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label throughput;
    @FXML
    private Label sweep;
    @FXML
    private Label training;
    @FXML
    private Label validation;

    public StatusController(AppModel model, SweepWork sweeps) {
        this.model = model;
        this.sweeps = sweeps;
    }

    @FXML
    private void initialize() {
        validation.setTooltip(validated);
        model.digitsProperty().addListener((observable, before, after) -> validated.setText("The share of "
                + Counts.of(after.validation().size(), "test image") + " answered rightly"));
        model.stateProperty().addListener((observable, before, after) -> showState(after));
        model.paceProperty().addListener((observable, before, after) -> showSpeed());
        model.liveProperty().addListener((observable, before, after) -> show(after));
        model.shownProperty().addListener((observable, before, after) -> showFigures());
        sweep.managedProperty().bind(sweep.textProperty().isNotEmpty());
        sweeps.progressProperty().addListener((observable, before, after) -> showSweep(after));
        root.widthProperty().addListener((observable, before, after) -> fitSpeed());
        showState(model.state());
    }

    private void showSweep(Optional<Progress> now) {
        sweep.setText(now.filter(Progress::isUnderWay).map(each -> "sweep " + each.results().size() + "/" + each.all()
                + (each.state() == SweepWork.State.PAUSED ? ", paused" : "")).orElse(""));
        fitSpeed();
    }

    private void showState(RunState now) {
        Snapshot reached = model.liveProperty().get();
        boolean isEarly = now == RunState.FINISHED && reached != null && reached.curve().epochs().size() < reached.settings().epochs();
        state.setText(isEarly ? "Stopped early" : now.label());
        showSpeed();
    }

    private void show(Snapshot snapshot) {
        statistics.add(snapshot);
        int wanted = snapshot.settings().epochs();
        position.setText(String.format(Locale.ROOT, snapshot.epoch() > wanted ? "epoch %d (%d wanted)  step %,d/%,d" : "epoch %d/%d  step %,d/%,d",
                snapshot.epoch(), wanted, snapshot.stepInEpoch(), snapshot.stepsPerEpoch()));
        progress.setProgress(Math.min(1, (double) snapshot.step() / snapshot.totalSteps()));
        showSpeed();
        showFigures();
    }

    private void showSpeed() {
        Snapshot snapshot = model.liveProperty().get();
        speeds = snapshot == null ? List.of()
                : statistics.texts(snapshot, model.paceProperty().get(), model.state() == RunState.RUNNING);
        fitSpeed();
    }

    /** The longest of the texts that has room beside the others. */
    private void fitSpeed() {
        double others = Stream.of(state, position, sweep, training, validation).mapToDouble(label -> label.prefWidth(-1)).sum()
                + progress.minWidth(-1) + root.getInsets().getLeft() + root.getInsets().getRight()
                + Stream.of(root, run, scores).mapToDouble(row -> row.getSpacing() * (row.getChildren().size() - 1)).sum();
        ruler.setFont(throughput.getFont());
        throughput.setText(speeds.stream().filter(text -> {
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth() + others <= root.getWidth();
        }).findFirst().orElse(""));
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
        validation.setText(epochs.isEmpty() ? "" : String.format(Locale.ROOT, "validation%s %.2f %%", earlier ? " of epoch " + epochs.size() : "",
                100 * epochs.get(epochs.size() - 1).validationAccuracy()));
        fitSpeed();
    }
}
