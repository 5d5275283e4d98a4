package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.InSight;
import org.digitscope.app.control.Titles;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.SweepWork;
import org.digitscope.app.run.SweepWork.Earlier;
import org.digitscope.app.run.SweepWork.Estimate;
import org.digitscope.app.run.SweepWork.Progress;
import org.digitscope.app.run.SweepWork.State;
import org.digitscope.data.Counts;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.SweepPreset;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.training.EarlyStopping;

/** Asks for a sweep, says beforehand what it takes, and shows how far it is. */
public final class SweepController {

    private static final String PROBLEM = "problem";
    private static final int USUAL_EPOCHS = 5;
    private static final double MINUTE = 60;
    /** Values that are listed one by one; of more the first ones tell enough. */
    private static final int MOST_LISTED = 12;

    private final AppModel model;
    private final SweepWork work;
    /** While a question fills the fields in, they aren't read. */
    private boolean filling;
    /** Unseen fields are not read either: how long a sweep takes, tried while the window opens, would be several times too much. */
    private ObservableValue<Boolean> inSight;
    private Optional<Sweep> wanted = Optional.empty();
    /** Of which the progress is shown. */
    private Optional<Sweep> shown = Optional.empty();

    @FXML
    private VBox root;
    @FXML
    private HBox before;
    @FXML
    private ComboBox<Earlier> earlier;
    @FXML
    private Button takeUp;
    @FXML
    private MenuButton questions;
    @FXML
    private Label sentence;
    @FXML
    private ComboBox<Optional<SweptSetting>> firstSetting;
    @FXML
    private TextField firstValues;
    @FXML
    private ComboBox<Optional<SweptSetting>> secondSetting;
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
        inSight = InSight.of(root);
        for (SweepPreset question : SweepPreset.values()) {
            MenuItem item = new MenuItem(question.title());
            item.setOnAction(event -> {
                fill(question.sweep(model.settingsProperty().get().withEpochs(USUAL_EPOCHS)));
                sentence.setText(question.title() + " " + question.sentence());
            });
            questions.getItems().add(item);
        }
        choices(firstSetting, firstValues, "only the seed");
        choices(secondSetting, secondValues, "nothing else");
        InvalidationListener read = observable -> read();
        for (Observable each : List.of(firstSetting.valueProperty(), firstValues.textProperty(), secondSetting.valueProperty(), secondValues.textProperty(),
                seeds.textProperty(), sweepEpochs.textProperty())) {
            each.addListener(observable -> {
                if (!filling) {
                    sentence.setText("");
                }
            });
            each.addListener(read);
        }
        for (Observable each : List.of(model.settingsProperty(), model.digitsProperty(), inSight)) {
            each.addListener(read);
        }
        work.progressProperty().addListener((observable, last, now) -> show(now));
        work.estimateProperty().addListener((observable, last, now) -> showPlan());
        before.managedProperty().bind(before.visibleProperty());
        before.visibleProperty().bind(Bindings.isNotEmpty(work.earlier()));
        earlier.setConverter(new Titles<>(SweepController::words));
        earlier.setItems(work.earlier());
        work.earlier().addListener((ListChangeListener<Earlier>) change -> earlier.getSelectionModel().selectFirst());
        earlier.getSelectionModel().selectFirst();
        takeUp.textProperty().bind(Bindings.createStringBinding(() -> earlier.getValue() != null && !earlier.getValue().isWhole() ? "Go on" : "Bring back",
                earlier.valueProperty()));
        questions.getItems().get(0).fire();
        show(work.progressProperty().get());
    }

    /** A setting that is chosen brings values that are worth comparing. */
    private void choices(ComboBox<Optional<SweptSetting>> setting, TextField values, String none) {
        setting.getItems().setAll(Stream.concat(Stream.of(Optional.<SweptSetting>empty()), Stream.of(SweptSetting.values()).map(Optional::of)).toList());
        setting.setConverter(new Titles<>(chosen -> chosen.map(SweptSetting::title).orElse(none)));
        setting.setValue(Optional.empty());
        setting.valueProperty().addListener((observable, last, chosen) -> {
            if (!filling) {
                values.setText(chosen.map(SweptSetting::usual).orElse(""));
            }
        });
    }

    private static String words(Earlier sweep) {
        return sweep.done() + " of " + Counts.of(sweep.sweep().trials().size(), "run") + (sweep.isCancelled() ? ", cancelled: " : ": ") + named(sweep.sweep());
    }

    private void fill(Sweep sweep) {
        filling = true;
        fill(sweep.axes().stream().findFirst(), firstSetting, firstValues);
        fill(sweep.axes().stream().skip(1).findFirst(), secondSetting, secondValues);
        seeds.setText(sweep.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        sweepEpochs.setText(String.valueOf(sweep.base().epochs()));
        filling = false;
        read();
    }

    private static void fill(Optional<Axis> axis, ComboBox<Optional<SweptSetting>> setting, TextField values) {
        setting.setValue(axis.map(Axis::setting));
        values.setText(axis.map(varied -> String.join(", ", varied.values())).orElse(""));
    }

    private void read() {
        if (filling || !inSight.getValue()) {
            return;
        }
        firstValues.setDisable(firstSetting.getValue().isEmpty());
        secondValues.setDisable(secondSetting.getValue().isEmpty());
        try {
            List<Axis> axes = new ArrayList<>();
            firstSetting.getValue().ifPresent(setting -> axes.add(new Axis(setting, setting.values(firstValues.getText()))));
            secondSetting.getValue().ifPresent(setting -> axes.add(new Axis(setting, setting.values(secondValues.getText()))));
            Sweep sweep = new Sweep(model.settingsProperty().get().withEpochs(epochs()), axes, Sweep.seeds(seeds.getText()));
            sweep.trials();
            wanted = Optional.of(sweep);
            work.estimate(sweep);
            showPlan();
        } catch (IllegalArgumentException notAllowed) {
            wanted = Optional.empty();
            plan.setText(notAllowed.getMessage());
        }
        plan.getStyleClass().remove(PROBLEM);
        if (wanted.isEmpty()) {
            plan.getStyleClass().add(PROBLEM);
        }
        showCommands();
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
            String values = sweep.axes().stream().map(axis -> axis.setting().title() + " " + list(axis.values())).collect(Collectors.joining("; "));
            plan.setText((values.isEmpty() ? "" : values + ": ") + Counts.of(sweep.trials().size(), "run") + " of " + Counts.of(sweep.base().epochs(), "epoch")
                    + work.estimateProperty().get().filter(each -> each.sweep().equals(sweep)).map(each -> taking(each, jobs)).orElse("…"));
        });
    }

    private static String taking(Estimate estimate, int jobs) {
        int trained = estimate.sweep().trials().size() - estimate.missing().size();
        String time = jobs + " at a time, about " + duration(estimate.seconds() / jobs);
        return (estimate.missing().isEmpty() ? ", trained already" : trained > 0 ? ", " + trained + " of them trained already; the others " + time : ", " + time)
                + "; all other settings as now in Live" + stopping(estimate.sweep()) + ".";
    }

    private static String stopping(Sweep sweep) {
        EarlyStopping stopping = sweep.base().earlyStopping();
        return stopping.isOn() ? ", with a patience of " + stopping.patience() + (stopping.restores() ? " and the best weights restored" : "") : "";
    }

    private static String list(List<String> values) {
        return values.size() <= MOST_LISTED ? String.join(", ", values)
                : String.join(", ", values.subList(0, MOST_LISTED)) + " and " + (values.size() - MOST_LISTED) + " more";
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
        // the fields and the chart speak of the same sweep
        now.map(Progress::sweep).filter(sweep -> !shown.equals(Optional.of(sweep))).ifPresent(sweep -> {
            shown = Optional.of(sweep);
            if (!wanted.equals(shown)) {
                sentence.setText("");
                fill(sweep);
            }
        });
        if (now.filter(each -> !each.isUnderWay()).isPresent()) {
            // its runs need not be trained again
            read();
        }
        showCommands();
    }

    private static String named(Sweep sweep) {
        String names = sweep.axes().stream().map(axis -> axis.setting().title()).collect(Collectors.joining(" and "));
        return names.isEmpty() ? "seeds" : names;
    }

    private static String words(Progress now) {
        String names = named(now.sweep());
        String done = names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1) + ": " + now.results().size() + " of "
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
        takeUp.setDisable(isUnderWay);
    }

    @FXML
    private void start() {
        wanted.ifPresent(work::start);
        pause.requestFocus();
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

    @FXML
    private void takeUp() {
        work.takeUp(earlier.getValue());
        // and not on to the button that deletes another one
        pause.requestFocus();
    }

    @FXML
    private void deleteEarlier() {
        work.delete(earlier.getValue());
    }
}
