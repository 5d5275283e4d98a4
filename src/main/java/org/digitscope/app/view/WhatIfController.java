package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.TestScores;
import org.digitscope.app.study.TestScores.Scored;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.app.study.WhatIfStudies.ParameterCurve;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.Score;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.LineChart;
import org.digitscope.plot.RoundedText;

/** Changing the shown network by hand, and what it then scores on all test digits. */
public final class WhatIfController {

    private final AppModel model;
    private final Appearance appearance;
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
    private CurveChart accuracy;
    @FXML
    private CurveChart loss;
    @FXML
    private Label curvesWait;
    @FXML
    private MatrixView confusion;
    @FXML
    private TextField sigma;
    @FXML
    private Label problem;
    @FXML
    private PinnedController pinnedController;

    private FieldProblems problems;
    private long noises;
    /** The text of the noise that was added last. */
    private String noise;

    public WhatIfController(AppModel model, Appearance appearance, TestScores scores, WhatIfStudies studies) {
        this.model = model;
        this.appearance = appearance;
        this.scores = scores;
        this.studies = studies;
        edits = model.inspection().edits();
    }

    @FXML
    private void initialize() {
        problems = new FieldProblems(problem);
        noise = sigma.getText();
        problems.takeBackOnEscape(sigma, sigma, () -> sigma.setText(noise));
        LeftBehind.letGo(problems, root, model);
        pinnedController.letGoIn(root);
        appearance.applyTo(accuracy);
        appearance.applyTo(loss);
        appearance.applyTo(confusion);
        accuracy.crosshairProperty().bindBidirectional(loss.crosshairProperty());
        accuracy.probeProperty().set(x -> probe(x, curve -> String.format(Locale.ROOT, "accuracy %.2f %%", 100 * curve.accuracy())));
        loss.probeProperty().set(x -> probe(x, curve -> "loss " + RoundedText.of("%.5f", curve.loss())));
        undo.disableProperty().bind(edits.canUndo().not());
        redo.disableProperty().bind(edits.canRedo().not());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        scores.watch(root.visibleProperty());
        studies.watch(root.visibleProperty());
        scores.scoredProperty().addListener((observable, before, after) -> showScore(after));
        studies.curveProperty().addListener((observable, before, after) -> showCurve());
        showScore(scores.scoredProperty().get());
        model.shownProperty().addListener((observable, before, after) -> show());
        model.stateProperty().addListener((observable, before, after) -> show());
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
    private void zeroBiases() {
        edits.add(new Edit.WithoutBiases());
    }

    @FXML
    private void addNoise() {
        problems.enter(sigma, () -> {
            edits.add(new Edit.Noise(NumberText.single("noise σ", sigma.getText()), noises++));
            noise = sigma.getText();
        });
    }

    private void show() {
        ShownNetwork network = model.shownProperty().get();
        if (root.isVisible() && network != null) {
            resetAll.setDisable(!network.isEdited());
            showCurve();
        }
    }

    private void showScore(Optional<Scored> scored) {
        scored.ifPresent(result -> confusion.contentProperty().set(
                ConfusionContent.of(result.edited().score().confusion(), false)));
        score.setText(scored.map(result -> {
            Score base = result.base().score();
            Score edited = result.edited().score();
            String place = result.network().place() + ": ";
            return result.network().isEdited()
                    ? place + ShownNumbers.in(String.format(Locale.ROOT, "accuracy %.2f %% → %.2f %% (%+,d digits), loss %s → %s", 100 * base.accuracy(),
                            100 * edited.accuracy(), edited.correct() - base.correct(), loss(base), loss(edited)))
                    : place + String.format(Locale.ROOT, "accuracy %.2f %%, loss %s, nothing changed", 100 * base.accuracy(), loss(base));
        }).orElse("scoring…"));
    }

    private static String loss(Score score) {
        return RoundedText.of("%.4f", score.loss());
    }

    private void showCurve() {
        Optional<ParameterCurve> curve = studies.curveProperty().get();
        ShownNetwork network = model.shownProperty().get();
        if (!root.isVisible() || network == null) {
            return;
        }
        curvesWait.setVisible(curve.isEmpty());
        curvesWait.setText(model.isShownTraining() ? "The curves come at a pause." : "Computing the curves…");
        if (curve.isEmpty()) {
            // those of another step would be taken for those of this one
            accuracy.modelProperty().set(null);
            loss.modelProperty().set(null);
            return;
        }
        ScalarParameter pin = curve.get().parameter();
        List<Marker> markers = network.isEdited()
                ? List.of(new Marker(pin.get(network.base()), "learnt"), new Marker(pin.get(network.parameters()), "now"))
                : List.of(new Marker(pin.get(network.base()), "learnt"));
        accuracy.modelProperty().set(LineChart.of("Accuracy", "value of the parameter", "accuracy (%)", curve.get().xs(),
                curve.get().ys(each -> 100 * each.accuracy()), markers));
        loss.modelProperty().set(LineChart.of("Loss", "value of the parameter", "loss (nats)", curve.get().xs(),
                curve.get().ys(Score::loss), markers));
    }

    private List<String> probe(double x, Function<Score, String> text) {
        return studies.curveProperty().get().map(curve -> {
            int nearest = curve.nearest(x);
            return List.of("at " + RoundedText.of("%+.4f", curve.values()[nearest]), text.apply(curve.scores().get(nearest)));
        }).orElse(List.of());
    }
}
