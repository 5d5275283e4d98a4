package org.digitscope.app.view;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.OtherHands;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;
import org.kordamp.ikonli.javafx.FontIcon;

/** The settings that are seldom changed, which can be opened and closed. They open by themselves when one comes that is unusual. */
public final class MoreSettingsController {

    private final AppModel model;
    private final Appearance appearance;

    @FXML
    private ToggleButton open;
    @FXML
    private FontIcon arrow;
    @FXML
    private GridPane rows;
    @FXML
    private ComboBox<StartValues> startValues;
    @FXML
    private TextField deviation;
    @FXML
    private ComboBox<Inputs> inputs;
    @FXML
    private TextField momentum;
    @FXML
    private TextField l1;
    @FXML
    private TextField l2;
    @FXML
    private TextField trainingPictures;
    @FXML
    private TextField wrongLabels;
    @FXML
    private TextField handsShare;
    @FXML
    private TextField handsSeed;
    @FXML
    private TextField patience;
    @FXML
    private ComboBox<Monitor> monitor;
    @FXML
    private CheckBox restoresBest;

    private Map<String, String> unusual = Map.of();

    public MoreSettingsController(AppModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    @FXML
    private void initialize() {
        open.selectedProperty().bindBidirectional(appearance.moreSettingsProperty());
        rows.visibleProperty().bind(open.selectedProperty());
        rows.managedProperty().bind(open.selectedProperty());
        open.selectedProperty().addListener((observable, before, after) -> showArrow());
        showArrow();
    }

    /** Makes its fields some of these. */
    void addTo(SettingFields fields) {
        fields.add(startValues, StartValues.values(), settings -> settings.initialization().values(), (settings, values) ->
                settings.withInitialization(new Initialization(values, settings.initialization().deviation())));
        fields.add(deviation, settings -> NumberText.shortest(settings.initialization().deviation()), (settings, text) -> settings.withInitialization(
                new Initialization(settings.initialization().values(), NumberText.decimal("deviation", text))), this::open);
        fields.add(inputs, Inputs.values(), settings -> settings.architecture().inputs(), (settings, chosen) -> settings.withArchitecture(
                new Architecture(settings.architecture().hidden(), settings.architecture().activation(), chosen)));
        fields.add(momentum, settings -> NumberText.shortest(settings.momentum()), (settings, text) ->
                settings.withMomentum(NumberText.decimal("momentum", text)), this::open);
        fields.add(l1, settings -> NumberText.shortest(settings.penalty().l1()), (settings, text) ->
                settings.withPenalty(new Penalty(NumberText.decimal("L1 penalty", text), settings.penalty().l2())), this::open);
        fields.add(l2, settings -> NumberText.shortest(settings.penalty().l2()), (settings, text) ->
                settings.withPenalty(new Penalty(settings.penalty().l1(), NumberText.decimal("L2 penalty", text))), this::open);
        fields.add(trainingPictures, settings -> settings.variation().picturesText(), (settings, text) -> settings.withVariation(
                new DataVariation(DataVariation.parsePictures(text), settings.variation().wrongLabels())), this::open);
        fields.add(wrongLabels, settings -> settings.variation().wrongLabelsText(), (settings, text) -> settings.withVariation(
                new DataVariation(settings.variation().pictures(), DataVariation.parseShare(text))), this::open);
        addOtherHands(fields);
        addEarlyStopping(fields);
        fields.showNowAndLater(this::show);
    }

    private void addOtherHands(SettingFields fields) {
        ObjectProperty<OtherHands> hands = model.pictures().handsProperty();
        fields.add(handsShare, () -> hands.get().shareText(), text -> hands.set(hands.get().withShare(text)), this::open);
        fields.add(handsSeed, () -> String.valueOf(hands.get().seed()), text -> hands.set(new OtherHands(hands.get().share(),
                NumberText.wholeLong("the seed of other hands", text))), this::open);
        hands.addListener((observable, before, after) -> fields.show());
    }

    private void addEarlyStopping(SettingFields fields) {
        fields.add(patience, settings -> settings.earlyStopping().patienceText(), (settings, text) -> settings.withEarlyStopping(
                settings.earlyStopping().withPatience(EarlyStopping.parsePatience(text))), this::open);
        fields.add(monitor, Monitor.values(), settings -> settings.earlyStopping().monitor(), (settings, chosen) -> settings.withEarlyStopping(
                settings.earlyStopping().withMonitor(chosen)));
        fields.add(restoresBest, settings -> settings.earlyStopping().restoresBest(), (settings, chosen) -> settings.withEarlyStopping(
                settings.earlyStopping().withRestoresBest(chosen)));
    }

    private void open() {
        open.setSelected(true);
    }

    private void show() {
        Hyperparameters settings = model.settingsProperty().get();
        deviation.setDisable(settings.initialization().values() != StartValues.NORMAL);
        monitor.setDisable(!settings.earlyStopping().isOn());
        restoresBest.setDisable(!settings.earlyStopping().isOn());
        momentum.setDisable(settings.optimizer() != OptimizerKind.SGD);
        Map<String, String> now = settings.unusual();
        if (!now.isEmpty() && !now.equals(unusual)) {
            open();
        }
        unusual = now;
        open.setText(now.isEmpty() ? "more" : "more (" + now.size() + " changed)");
    }

    private void showArrow() {
        arrow.setIconLiteral(open.isSelected() ? "fth-chevron-down" : "fth-chevron-right");
    }
}
