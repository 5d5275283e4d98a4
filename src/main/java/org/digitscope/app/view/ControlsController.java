package org.digitscope.app.view;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.FocusInSight;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.control.OverlaidScrollBar;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Pace;
import org.digitscope.app.run.Preset;
import org.digitscope.data.ClassNames;
import org.digitscope.drawing.OtherHands;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Snapshot;

/** The settings of the training run. What is said about them stays in sight below them; they are scrolled where both have no room. */
public final class ControlsController {

    private static final String INVITATION = "Press Space, and watch the network learn.";
    private final AppModel model;
    private final Navigation navigation;

    @FXML
    private VBox root;
    @FXML
    private ScrollPane settings;
    @FXML
    private OverlaidScrollBar settingsBar;
    @FXML
    private Button newSeed;
    @FXML
    private ComboBox<Preset> preset;
    @FXML
    private ComboBox<OptimizerKind> optimizer;
    @FXML
    private CheckBox deskew;
    @FXML
    private CheckBox hands;
    @FXML
    private TextField epochs;
    @FXML
    private TextField batchSize;
    @FXML
    private TextField learningRate;
    @FXML
    private TextField hidden;
    @FXML
    private ComboBox<Activation> activation;
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
    @FXML
    private MoreSettingsController moreSettingsController;

    private SettingFields fields;
    private Activation ofHiddenLayers = Architecture.CLASSIC.activation();

    public ControlsController(AppModel model, Navigation navigation) {
        this.model = model;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        fields = new SettingFields(model, navigation, problem, root);
        preset.getItems().setAll(Preset.values());
        preset.setVisibleRowCount(Preset.values().length);
        choosePresetsWithCare();
        addFields();
        moreSettingsController.addTo(fields);
        fields.showNowAndLater(this::showSettings);
        deskew.selectedProperty().bindBidirectional(model.pictures().deskewProperty());
        addOtherHands();
        speed.valueProperty().addListener((observable, before, after) -> showSpeed());
        showSpeed();
        newSeed.disableProperty().bind(model.can().reset().not());
        model.liveProperty().addListener((observable, before, after) -> showLive(after));
        model.stateProperty().addListener((observable, before, after) -> showWaiting());
        settingsBar.visibleProperty().bind(settingsBar.follow(settings));
        FocusInSight.keep(settings);
        hideWhenEmpty(problem);
        hideWhenEmpty(comment);
        waitingLine.managedProperty().bind(waiting.textProperty().isNotEmpty());
        waitingLine.visibleProperty().bind(waiting.textProperty().isNotEmpty());
        showWaiting();
        comment.setText(INVITATION);
    }

    @FXML
    private void reset() {
        model.reset();
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
            fields.leaveList();
        });
    }

    private void choosePreset() {
        if (preset.getValue() != null) {
            ofHiddenLayers = preset.getValue().settings().architecture().activation();
            model.startWith(preset.getValue().settings());
            comment.setText(preset.getValue().comment());
        }
    }

    private void addFields() {
        Runnable alwaysInSight = () -> { };
        fields.add(epochs, settings -> String.valueOf(settings.epochs()), (settings, text) ->
                settings.withEpochs(NumberText.whole("epochs", text)), alwaysInSight);
        fields.add(batchSize, settings -> String.valueOf(settings.batchSize()), (settings, text) ->
                settings.withBatchSize(NumberText.whole("batch size", text)), alwaysInSight);
        fields.add(learningRate, settings -> NumberText.shortest(settings.learningRate()), (settings, text) ->
                settings.withLearningRate(NumberText.decimal("learning rate", text)), alwaysInSight);
        fields.add(optimizer, OptimizerKind.values(), Hyperparameters::optimizer, Hyperparameters::withOptimizer);
        fields.add(hidden, settings -> settings.architecture().hiddenText(), (settings, text) -> settings.withArchitecture(
                new Architecture(Architecture.parseHidden(text), activationOf(settings.architecture()), settings.architecture().inputs())), alwaysInSight);
        fields.add(activation, Activation.values(), settings -> activationOf(settings.architecture()), (settings, chosen) -> settings.withArchitecture(
                new Architecture(settings.architecture().hidden(), chosen, settings.architecture().inputs())));
        fields.add(seed, settings -> String.valueOf(settings.seed()), (settings, text) ->
                settings.withSeed(NumberText.wholeLong("seed", text)), alwaysInSight);
    }

    /** Clothes aren't written by hand. */
    private void addOtherHands() {
        ObjectProperty<OtherHands> chosen = model.pictures().handsProperty();
        hands.setSelected(!chosen.get().isNone());
        chosen.addListener((observable, before, after) -> hands.setSelected(!after.isNone()));
        hands.setOnAction(event -> chosen.set(new OtherHands(hands.isSelected() ? OtherHands.USUAL.share() : 0, chosen.get().seed())));
        hands.disableProperty().bind(Bindings.createBooleanBinding(() -> model.classes() != ClassNames.DIGITS, model.digitsProperty()));
    }

    /** Of the hidden layers; where there are none, that of the next ones. */
    private Activation activationOf(Architecture architecture) {
        if (!architecture.hidden().isEmpty()) {
            ofHiddenLayers = architecture.activation();
        }
        return ofHiddenLayers;
    }

    private void showSettings() {
        Hyperparameters settings = model.settingsProperty().get();
        activation.setDisable(settings.architecture().hidden().isEmpty());
        if (preset.getValue() != null && !preset.getValue().settings().equals(settings)) {
            // neither its name nor its sentence speaks of these
            preset.setValue(null);
            comment.setText("");
        }
        showWaiting();
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
