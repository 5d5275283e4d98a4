package org.digitscope.app.view;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.digitscope.app.control.InSight;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.TestScores;

/** A button for each neuron that mutes it. */
public final class MutingController {

    private final AppModel model;
    private final TestScores scores;
    private final Edits edits;

    @FXML
    private HBox root;
    @FXML
    private FlowPane neurons;
    @FXML
    private CheckBox toMean;

    private ObservableValue<Boolean> inSight;

    public MutingController(AppModel model, TestScores scores) {
        this.model = model;
        this.scores = scores;
        edits = model.inspection().edits();
    }

    @FXML
    private void initialize() {
        inSight = InSight.of(root);
        model.shownProperty().addListener((observable, before, after) -> show());
        inSight.addListener((observable, before, after) -> show());
        show();
    }

    /** The muted ones become the only ones that speak. */
    @FXML
    private void solo() {
        Set<Integer> chosen = IntStream.range(0, shown().parameters().layer(1).outputs()).filter(shown()::isMuted).boxed()
                .collect(Collectors.toSet());
        edits.solo(chosen.isEmpty() ? Set.of(model.inspection().selection().neuronProperty().get()) : chosen);
    }

    private void show() {
        if (!inSight.getValue() || shown() == null) {
            return;
        }
        int hidden = shown().parameters().layer(1).outputs();
        if (neurons.getChildren().size() != hidden) {
            neurons.getChildren().setAll(IntStream.range(0, hidden).mapToObj(this::button).toList());
        }
        for (int neuron = 0; neuron < hidden; neuron++) {
            ((ToggleButton) neurons.getChildren().get(neuron)).setSelected(shown().isMuted(neuron));
        }
    }

    private ToggleButton button(int neuron) {
        ToggleButton button = new ToggleButton(String.valueOf(neuron));
        button.getStyleClass().add("mute");
        button.setAccessibleText("Mute neuron " + neuron);
        button.setOnAction(event -> {
            if (button.isSelected()) {
                float activation = toMean.isSelected() ? scores.whatIf().map(known -> known.meanActivation(neuron)).orElse(0f) : 0;
                edits.mute(neuron, activation);
            } else {
                edits.unmute(neuron);
            }
        });
        return button;
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }
}
