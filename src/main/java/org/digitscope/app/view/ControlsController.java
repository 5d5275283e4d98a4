package org.digitscope.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Entries;
import org.digitscope.app.run.Pace;
import org.digitscope.app.run.Preset;
import org.digitscope.app.run.RunState;
import org.digitscope.network.Architecture;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Snapshot;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons and settings of the training run. */
public final class ControlsController {

    private static final String INVITATION = "Press Space, and watch the network learn.";
    private final AppModel model;
    private final Navigation navigation;

    @FXML
    private Button reset;
    @FXML
    private Button play;
    @FXML
    private FontIcon playIcon;
    @FXML
    private Button step;
    @FXML
    private Button stop;
    @FXML
    private Button newSeed;
    @FXML
    private ComboBox<Preset> preset;
    @FXML
    private ComboBox<OptimizerKind> optimizer;
    @FXML
    private CheckBox deskew;
    @FXML
    private TextField epochs;
    @FXML
    private TextField batchSize;
    @FXML
    private TextField learningRate;
    @FXML
    private TextField hidden;
    @FXML
    private TextField seed;
    @FXML
    private Slider speed;
    @FXML
    private Label speedText;
    @FXML
    private Label problem;
    @FXML
    private HBox waitingLine;
    @FXML
    private Label waiting;
    @FXML
    private Label comment;

    /** True while a setting is taken over from its field, and not from elsewhere. */
    private boolean entering;
    /** What takes a field's text over. */
    private final Map<TextField, Runnable> fields = new LinkedHashMap<>();
    private FieldProblems problems;

    public ControlsController(AppModel model, Navigation navigation) {
        this.model = model;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        problems = new FieldProblems(problem);
        preset.getItems().setAll(Preset.values());
        optimizer.getItems().setAll(OptimizerKind.values());
        optimizer.valueProperty().addListener((observable, before, after) ->
                model.settingsProperty().set(model.settingsProperty().get().withOptimizer(after)));
        choosePresetsWithCare();
        optimizer.setOnHidden(event -> leaveList());
        onEntered(epochs, (settings, text) -> settings.withEpochs(NumberText.whole("epochs", text)));
        onEntered(batchSize, (settings, text) -> settings.withBatchSize(NumberText.whole("batch size", text)));
        onEntered(learningRate, (settings, text) -> settings.withLearningRate(NumberText.decimal("learning rate", text)));
        onEntered(hidden, (settings, text) -> settings.withArchitecture(Architecture.relu(NumberText.whole("neurons", text))));
        onEntered(seed, (settings, text) -> settings.withSeed(NumberText.wholeLong("seed", text)));
        model.entries().setTakeOver(this::takeOver);
        deskew.selectedProperty().bindBidirectional(model.pictures().deskewProperty());
        speed.valueProperty().addListener((observable, before, after) -> showSpeed());
        showSpeed();
        reset.disableProperty().bind(model.can().reset().not());
        newSeed.disableProperty().bind(model.can().reset().not());
        play.disableProperty().bind(model.can().play().or(model.can().pause()).not());
        step.disableProperty().bind(model.can().step().not());
        stop.disableProperty().bind(model.can().stop().not());
        model.settingsProperty().addListener((observable, before, after) -> {
            if (!entering) {
                problems.clear();
            }
            showSettings();
        });
        model.liveProperty().addListener((observable, before, after) -> showLive(after));
        model.stateProperty().addListener((observable, before, after) -> showState(after));
        hideWhenEmpty(problem);
        hideWhenEmpty(comment);
        waitingLine.managedProperty().bind(waiting.textProperty().isNotEmpty());
        waitingLine.visibleProperty().bind(waiting.textProperty().isNotEmpty());
        showSettings();
        showState(model.state());
        comment.setText(INVITATION);
        Platform.runLater(play::requestFocus);
    }

    @FXML
    private void reset() {
        model.reset();
    }

    @FXML
    private void playOrPause() {
        model.playOrPause();
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void newSeed() {
        model.newSeed();
    }

    /** A preset starts anew, so it is chosen by a click or Enter, and not on the way through the list or by leaving it. */
    private void choosePresetsWithCare() {
        preset.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!preset.isShowing() && event.getCode().isArrowKey()) {
                preset.show();
                event.consume();
            }
        });
        // without a cell of its own the box stays blank when there is no preset any more
        preset.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(Preset chosen, boolean empty) {
                super.updateItem(chosen, empty);
                setText(chosen == null ? preset.getPromptText() : chosen.label());
            }
        });
        Property<Preset> before = new SimpleObjectProperty<>();
        preset.setOnShowing(event -> before.setValue(preset.getValue()));
        preset.skinProperty().addListener((observable, none, skin) -> ((ComboBoxListViewSkin<?>) skin).getPopupContent()
                .addEventFilter(KeyEvent.KEY_PRESSED, key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        preset.setValue(before.getValue());
                    }
                }));
        preset.setOnAction(event -> {
            if (!preset.isShowing()) {
                choosePreset();
            }
        });
        preset.setOnHidden(event -> {
            if (preset.getValue() != before.getValue()) {
                choosePreset();
            }
            leaveList();
        });
    }

    /** So that Space trains at once instead of opening the list again, and Enter does nothing. */
    private void leaveList() {
        play.getParent().requestFocus();
    }

    private void choosePreset() {
        if (preset.getValue() != null) {
            model.startWith(preset.getValue().settings());
            comment.setText(preset.getValue().comment());
        }
    }

    /** What is typed holds on Enter and when the field is left; what can't be read is marked and explained. */
    private void onEntered(TextField field, BiFunction<Hyperparameters, String, Hyperparameters> change) {
        fields.put(field, () -> enter(field, change));
        field.setOnAction(event -> enter(field, change));
        problems.takeBackOnEscape(field, field, () -> {
            showSettings();
            sayWhatIsMended();
        });
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                enter(field, change);
            }
        });
    }

    private void enter(TextField field, BiFunction<Hyperparameters, String, Hyperparameters> change) {
        boolean holds = problems.enter(field, () -> {
            Hyperparameters wanted = change.apply(model.settingsProperty().get(), field.getText());
            entering = true;
            model.settingsProperty().set(wanted);
            entering = false;
        });
        if (holds) {
            showSettings();
        }
        sayWhatIsMended();
    }

    private void sayWhatIsMended() {
        if (problems.first().isEmpty()) {
            model.entries().mended();
        }
    }

    /** Those that were left are taken over already. */
    private Optional<Entries.Wrong> takeOver() {
        fields.keySet().stream().filter(TextField::isFocused).findFirst().ifPresent(field -> fields.get(field).run());
        return problems.first().map(field -> new Entries.Wrong(problems.of(field), () -> {
            navigation.viewProperty().set(View.LIVE);
            field.requestFocus();
            field.selectAll();
        }));
    }

    private void showSettings() {
        Hyperparameters settings = model.settingsProperty().get();
        show(epochs, String.valueOf(settings.epochs()));
        show(batchSize, String.valueOf(settings.batchSize()));
        show(learningRate, NumberText.shortest(settings.learningRate()));
        show(hidden, settings.architecture().hiddenText());
        show(seed, String.valueOf(settings.seed()));
        optimizer.setValue(settings.optimizer());
        if (preset.getValue() != null && !preset.getValue().settings().equals(settings)) {
            // neither its name nor its sentence speaks of these
            preset.setValue(null);
            comment.setText("");
        }
        showWaiting();
    }

    /** What is wrong stays until it is mended or other settings come, whatever else is typed. */
    private void show(TextField field, String text) {
        if (!problems.has(field)) {
            field.setText(text);
        }
    }

    private void showLive(Snapshot newest) {
        if (newest.step() > 0 && comment.getText().equals(INVITATION)) {
            comment.setText("");
        }
        showWaiting();
    }

    private void showWaiting() {
        List<String> names = model.settingsThatWait();
        waiting.setText(names.isEmpty() ? "" : "From the next start on: " + String.join(", ", names) + ".");
    }

    private void showState(RunState state) {
        boolean running = state == RunState.RUNNING;
        playIcon.setIconLiteral(running ? "fth-pause" : "fth-play");
        play.setText(running ? "Pause" : "Train");
        showWaiting();
    }

    private void showSpeed() {
        double pace = Pace.ofSlider(speed.getValue());
        model.paceProperty().set(pace);
        speedText.setText(Pace.text(pace));
    }

    private static void hideWhenEmpty(Label label) {
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
    }
}
