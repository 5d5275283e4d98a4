package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.SweepWork;
import org.digitscope.app.run.SweepWork.Progress;
import org.digitscope.app.run.SweepWork.State;
import org.digitscope.data.Counts;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.SweepPreset;
import org.digitscope.experiment.SweptSetting;

/** Asks for a sweep, says beforehand what it takes, and shows how far it is. */
public final class SweepController {

    private static final String NOTHING = "nothing else";
    private static final int USUAL_EPOCHS = 5;
    private static final double MINUTE = 60;

    private final AppModel model;
    private final SweepWork work;
    /** While a preset fills the fields in, they aren't read. */
    private boolean filling;
    private Optional<Sweep> wanted = Optional.empty();

    @FXML
    private VBox root;
    @FXML
    private ComboBox<String> preset;
    @FXML
    private Label sentence;
    @FXML
    private ComboBox<String> firstSetting;
    @FXML
    private TextField firstValues;
    @FXML
    private ComboBox<String> secondSetting;
    @FXML
    private TextField secondValues;
    @FXML
    private TextField seeds;
    @FXML
    private TextField sweepEpochs;
    @FXML
    private Label plan;
    @FXML
    private Button start;
    @FXML
    private Button pause;
    @FXML
    private Button cancel;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label sweepProgress;

    public SweepController(AppModel model, SweepWork work) {
        this.model = model;
        this.work = work;
    }

    @FXML
    private void initialize() {
        preset.getItems().setAll(Stream.of(SweepPreset.values()).map(SweepPreset::title).toList());
        List<String> settings = Stream.concat(Stream.of(NOTHING), Stream.of(SweptSetting.values()).map(SweptSetting::label)).toList();
        firstSetting.getItems().setAll(settings);
        secondSetting.getItems().setAll(settings);
        sweepEpochs.setText(String.valueOf(USUAL_EPOCHS));
        preset.setOnAction(event -> fill(SweepPreset.values()[preset.getSelectionModel().getSelectedIndex()]));
        InvalidationListener read = observable -> read();
        for (Observable each : List.of(firstSetting.valueProperty(), firstValues.textProperty(), secondSetting.valueProperty(), secondValues.textProperty(),
                seeds.textProperty(), sweepEpochs.textProperty(), model.settingsProperty(), model.digitsProperty(), root.visibleProperty())) {
            each.addListener(read);
        }
        work.progressProperty().addListener((observable, before, after) -> show(after));
        work.estimateProperty().addListener((observable, before, after) -> showPlan());
        preset.getSelectionModel().select(0);
        fill(SweepPreset.NEURONS);
        show(work.progressProperty().get());
    }

    private void fill(SweepPreset question) {
        filling = true;
        sentence.setText(question.sentence());
        List<Axis> axes = question.sweep(model.settingsProperty().get()).axes();
        firstSetting.setValue(axes.isEmpty() ? NOTHING : axes.get(0).setting().label());
        firstValues.setText(axes.isEmpty() ? "" : String.join(", ", axes.get(0).values()));
        secondSetting.setValue(NOTHING);
        secondValues.setText("");
        seeds.setText("0-" + (question.sweep(model.settingsProperty().get()).seeds().size() - 1));
        filling = false;
        read();
    }

    private void read() {
        if (filling || !root.isVisible()) {
            return;
        }
        firstValues.setDisable(firstSetting.getValue().equals(NOTHING));
        secondValues.setDisable(secondSetting.getValue().equals(NOTHING));
        try {
            List<Axis> axes = new ArrayList<>();
            add(axes, firstSetting, firstValues);
            add(axes, secondSetting, secondValues);
            Sweep sweep = new Sweep(model.settingsProperty().get().withEpochs(epochs()), axes, Sweep.seeds(seeds.getText()));
            sweep.trials();
            wanted = Optional.of(sweep);
            work.estimate(sweep);
            showPlan();
        } catch (IllegalArgumentException notAllowed) {
            wanted = Optional.empty();
            plan.setText(notAllowed.getMessage());
            plan.pseudoClassStateChanged(FieldProblems.INVALID, true);
        }
        showCommands();
    }

    private static void add(List<Axis> axes, ComboBox<String> setting, TextField values) {
        SweptSetting.ofLabel(setting.getValue()).ifPresent(varied -> axes.add(new Axis(varied, varied.values(values.getText()))));
    }

    private int epochs() {
        try {
            return Integer.parseInt(sweepEpochs.getText().strip());
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("epochs must be a whole number, not '" + sweepEpochs.getText() + "'", notWhole);
        }
    }

    private void showPlan() {
        wanted.ifPresent(sweep -> {
            int jobs = Math.min(SweepWork.jobs(), sweep.trials().size());
            String runs = Counts.of(sweep.trials().size(), "run") + " of " + Counts.of(sweep.base().epochs(), "epoch") + ", " + jobs + " at a time";
            plan.setText(runs + work.estimateProperty().get().filter(each -> each.sweep().equals(sweep))
                    .map(each -> ": about " + duration(each.seconds() / jobs) + ". All else is as in the settings.").orElse("…"));
            plan.pseudoClassStateChanged(FieldProblems.INVALID, false);
        });
    }

    static String duration(double seconds) {
        return seconds < 2 * MINUTE ? String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds))
                : seconds < 2 * MINUTE * MINUTE ? String.format(Locale.ROOT, "%.0f minutes", seconds / MINUTE)
                : String.format(Locale.ROOT, "%.1f hours", seconds / MINUTE / MINUTE);
    }

    private void show(Optional<Progress> now) {
        bar.setProgress(now.map(each -> (double) each.results().size() / each.all()).orElse(0.0));
        sweepProgress.setText(now.map(SweepController::words).orElse("Nothing is being trained."));
        pause.setText(now.filter(each -> each.state() == State.PAUSED).isPresent() ? "Go on" : "Pause");
        showCommands();
    }

    private static String words(Progress now) {
        String names = now.sweep().axes().stream().map(axis -> axis.setting().label()).collect(Collectors.joining(" and "));
        String done = (names.isEmpty() ? "Seeds" : names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1)) + ": " + now.results().size() + " of "
                + Counts.of(now.all(), "run") + " done";
        return done + switch (now.state()) {
            case TRAINING -> Double.isNaN(now.secondsLeft()) ? "…" : ", about " + duration(now.secondsLeft()) + " left";
            case PAUSED -> ", paused";
            case DONE -> ".";
            case CANCELLED -> ", cancelled.";
        };
    }

    private void showCommands() {
        boolean isUnderWay = work.isUnderWay();
        start.setDisable(isUnderWay || wanted.isEmpty() || model.digitsProperty().get() == null);
        pause.setDisable(!isUnderWay);
        cancel.setDisable(!isUnderWay);
    }

    @FXML
    private void start() {
        wanted.ifPresent(work::start);
    }

    @FXML
    private void pause() {
        if (work.progressProperty().get().filter(now -> now.state() == State.PAUSED).isPresent()) {
            work.goOn();
        } else {
            work.pause();
        }
    }

    @FXML
    private void cancel() {
        work.cancel();
    }
}
