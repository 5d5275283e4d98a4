package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.TestScores;
import org.digitscope.app.study.TestScores.Scored;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.app.study.WhatIfStudies.ParameterCurve;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.Score;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.LineChart;

/** Changing the shown network by hand, and what it then scores on all test digits. */
public final class WhatIfController {

    private final AppModel model;
    private final Appearance appearance;
    private final Selection selection;
    private final TestScores scores;
    private final WhatIfStudies studies;
    private final Edits edits;

    @FXML
    private VBox root;
    @FXML
    private Label score;
    @FXML
    private Button undo;
    @FXML
    private Button redo;
    @FXML
    private Button resetAll;
    @FXML
    private FlowPane neurons;
    @FXML
    private CheckBox toMean;
    @FXML
    private Button solo;
    @FXML
    private Label pinned;
    @FXML
    private Slider value;
    @FXML
    private TextField exact;
    @FXML
    private Button resetOne;
    @FXML
    private CurveChart accuracy;
    @FXML
    private CurveChart loss;
    @FXML
    private MatrixView confusion;
    @FXML
    private TextField sigma;
    @FXML
    private Label problem;

    /** True while the controls follow the model, so that they don't answer back. */
    private boolean following;
    private long noises;

    public WhatIfController(AppModel model, Appearance appearance, TestScores scores, WhatIfStudies studies) {
        this.model = model;
        this.appearance = appearance;
        selection = model.inspection().selection();
        this.scores = scores;
        this.studies = studies;
        edits = model.inspection().edits();
    }

    @FXML
    private void initialize() {
        appearance.applyTo(accuracy);
        appearance.applyTo(loss);
        appearance.applyTo(confusion);
        accuracy.probeProperty().set(x -> probe(x, curve -> String.format(Locale.ROOT, "accuracy %.2f %%", 100 * curve.accuracy())));
        loss.probeProperty().set(x -> probe(x, curve -> String.format(Locale.ROOT, "loss %.5f nats", curve.loss())));
        undo.disableProperty().bind(edits.canUndo().not());
        redo.disableProperty().bind(edits.canRedo().not());
        value.valueProperty().addListener((observable, before, after) -> drag(after.floatValue()));
        value.valueChangingProperty().addListener((observable, before, changing) -> {
            if (!changing) {
                edits.endDrag();
            }
        });
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        scores.watch(root.visibleProperty());
        studies.watch(root.visibleProperty());
        scores.scoredProperty().addListener((observable, before, after) -> showScore(after));
        studies.curveProperty().addListener((observable, before, after) -> showCurve());
        model.shownProperty().addListener((observable, before, after) -> show());
        selection.parameterProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        show();
    }

    @FXML
    private void undo() {
        edits.undo();
    }

    @FXML
    private void redo() {
        edits.redo();
    }

    @FXML
    private void resetAll() {
        edits.resetAll();
    }

    @FXML
    private void resetOne() {
        edits.reset(pin());
    }

    @FXML
    private void zeroBiases() {
        edits.add(new Edit.WithoutBiases());
    }

    @FXML
    private void addNoise() {
        read(sigma, "noise", number -> edits.add(new Edit.Noise(number, noises++)));
    }

    @FXML
    private void setExactly() {
        read(exact, "value", number -> edits.set(pin(), number));
    }

    /** The muted ones become the only ones that speak. */
    @FXML
    private void solo() {
        Set<Integer> chosen = IntStream.range(0, hidden()).filter(shown()::isMuted).boxed().collect(Collectors.toSet());
        edits.solo(chosen.isEmpty() ? Set.of(selection.neuronProperty().get()) : chosen);
    }

    private interface NumberUse {
        void accept(float number);
    }

    private void read(TextField field, String what, NumberUse use) {
        try {
            use.accept(NumberText.single(what, field.getText()));
            problem.setText("");
        } catch (IllegalArgumentException notAllowed) {
            problem.setText(notAllowed.getMessage());
        }
    }

    private void show() {
        ShownNetwork network = model.shownProperty().get();
        if (!root.isVisible() || network == null) {
            return;
        }
        following = true;
        if (neurons.getChildren().size() != hidden()) {
            neurons.getChildren().setAll(IntStream.range(0, hidden()).mapToObj(this::neuronButton).toList());
        }
        for (int neuron = 0; neuron < hidden(); neuron++) {
            ((ToggleButton) neurons.getChildren().get(neuron)).setSelected(network.isMuted(neuron));
        }
        resetAll.setDisable(!network.isEdited());
        showParameter(network);
        following = false;
        showCurve();
    }

    private void showParameter(ShownNetwork network) {
        float now = pin().get(network.parameters());
        float learnt = pin().get(network.base());
        float reach = WhatIfStudies.reach(learnt);
        pinned.setText(String.format(Locale.ROOT, "%s%nlearnt %+.7f, now %+.7f", Selection.name(pin()), learnt, now));
        value.setMin(-reach);
        value.setMax(reach);
        value.setBlockIncrement(reach / 50);
        value.setValue(now);
        exact.setText(String.valueOf(now));
    }

    private ToggleButton neuronButton(int neuron) {
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

    private void drag(float to) {
        if (!following) {
            edits.drag(pin(), to);
            if (!value.isValueChanging()) {
                edits.endDrag();
            }
        }
    }

    private void showScore(Optional<Scored> scored) {
        scored.ifPresent(result -> confusion.contentProperty().set(
                ConfusionContent.of(result.edited().score().confusion(), false)));
        score.setText(scored.map(result -> {
            Score base = result.base().score();
            Score edited = result.edited().score();
            return result.network().isEdited()
                    ? String.format(Locale.ROOT, "accuracy %.2f %% → %.2f %% (%+d digits), loss %.4f → %.4f", 100 * base.accuracy(),
                            100 * edited.accuracy(), edited.correct() - base.correct(), base.loss(), edited.loss())
                    : String.format(Locale.ROOT, "accuracy %.2f %%, loss %.4f, nothing changed", 100 * base.accuracy(), base.loss());
        }).orElse("scoring…"));
    }

    private void showCurve() {
        Optional<ParameterCurve> curve = studies.curveProperty().get();
        ShownNetwork network = model.shownProperty().get();
        if (!root.isVisible() || curve.isEmpty() || network == null) {
            return;
        }
        ScalarParameter pin = curve.get().parameter();
        List<Marker> markers = network.isEdited()
                ? List.of(new Marker(pin.get(network.base()), "learnt"), new Marker(pin.get(network.parameters()), "now"))
                : List.of(new Marker(pin.get(network.base()), "learnt"));
        accuracy.modelProperty().set(LineChart.of("Accuracy", "value of the parameter", "accuracy (%)", values(curve.get()),
                figures(curve.get(), each -> 100 * each.accuracy()), markers));
        loss.modelProperty().set(LineChart.of("Loss", "value of the parameter", "loss (nats)", values(curve.get()),
                figures(curve.get(), Score::loss), markers));
    }

    private List<String> probe(double x, Function<Score, String> text) {
        return studies.curveProperty().get().map(curve -> {
            float[] values = curve.values();
            int nearest = 0;
            for (int i = 1; i < values.length; i++) {
                nearest = Math.abs(values[i] - x) < Math.abs(values[nearest] - x) ? i : nearest;
            }
            return List.of(String.format(Locale.ROOT, "at %+.4f", values[nearest]), text.apply(curve.scores().get(nearest)));
        }).orElse(List.of());
    }

    private static double[] values(ParameterCurve curve) {
        return IntStream.range(0, curve.values().length).mapToDouble(i -> curve.values()[i]).toArray();
    }

    private static double[] figures(ParameterCurve curve, ToDoubleFunction<Score> figure) {
        return curve.scores().stream().mapToDouble(figure).toArray();
    }

    private ScalarParameter pin() {
        return selection.parameterProperty().get();
    }

    private int hidden() {
        return shown().parameters().hidden();
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }
}
