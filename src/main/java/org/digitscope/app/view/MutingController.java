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
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.TestScores;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** A button for each neuron that mutes it. */
public final class MutingController {

    private final AppModel model;
    private final TestScores scores;
    private final Selection selection;
    private final Edits edits;

    @FXML
    private HBox root;
    @FXML
    private LayerChoice layer;
    @FXML
    private FlowPane neurons;
    @FXML
    private CheckBox toMean;

    private ObservableValue<Boolean> inSight;

    public MutingController(AppModel model, TestScores scores) {
        this.model = model;
        this.scores = scores;
        selection = model.inspection().selection();
        edits = model.inspection().edits();
    }

    @FXML
    private void initialize() {
        inSight = InSight.of(root);
        layer.setOnChosen(number -> selection.choose(new Neuron(number, 0)));
        selection.neuronProperty().addListener((observable, before, after) -> show());
        model.shownProperty().addListener((observable, before, after) -> show());
        inSight.addListener((observable, before, after) -> show());
        show();
    }

    /** The muted ones become the only ones that speak. */
    @FXML
    private void solo() {
        int number = number();
        Set<Integer> chosen = IntStream.range(0, shown().parameters().layer(number).outputs())
                .filter(neuron -> shown().isMuted(new Neuron(number, neuron))).boxed().collect(Collectors.toSet());
        edits.solo(number, chosen.isEmpty() ? Set.of(selection.neuronProperty().get().index()) : chosen);
    }

    private void show() {
        if (!inSight.getValue() || shown() == null) {
            return;
        }
        Parameters network = shown().parameters();
        boolean hasNeurons = network.depth() > 1;
        // not the row itself: what is hidden is in nobody's sight and would never be shown again
        root.getChildren().forEach(child -> {
            child.setVisible(hasNeurons);
            child.setManaged(hasNeurons);
        });
        layer.showHidden(network.architecture(), number());
        int count = hasNeurons ? network.layer(number()).outputs() : 0;
        if (neurons.getChildren().size() != count) {
            neurons.getChildren().setAll(IntStream.range(0, count).mapToObj(this::button).toList());
        }
        for (int neuron = 0; neuron < count; neuron++) {
            ((ToggleButton) neurons.getChildren().get(neuron)).setSelected(shown().isMuted(new Neuron(number(), neuron)));
        }
    }

    private ToggleButton button(int index) {
        ToggleButton button = new ToggleButton(String.valueOf(index));
        button.getStyleClass().add("mute");
        button.setAccessibleText("Mute neuron " + index);
        button.setOnAction(event -> {
            Neuron neuron = new Neuron(number(), index);
            if (button.isSelected()) {
                float activation = toMean.isSelected() ? scores.whatIf().map(known -> known.meanActivation(neuron)).orElse(0f) : 0;
                edits.mute(neuron, activation);
            } else {
                edits.unmute(neuron);
            }
        });
        return button;
    }

    private int number() {
        return selection.neuronProperty().get().layer();
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }
}
