package org.digitscope.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.NeuronStudies;
import org.digitscope.app.study.PadModel;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.AblationCost;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.FormulaText;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.NeuronProfile;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.LineChart;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.Checkpoint;
import org.ejml.data.FMatrixRMaj;

/** The neurons of layer_1, sorted as one likes, and the page of the selected one. */
public final class NeuronPageController {

    private static final String BY_NUMBER = "by number";
    private static final String BY_IMPORTANCE = "by importance";
    private static final String BY_DIGIT = "by weight to ";

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final Selection selection;
    private final NeuronStudies neurons;
    private final WhatIfStudies studies;

    @FXML
    private VBox root;
    @FXML
    private ComboBox<String> order;
    @FXML
    private HeatmapGrid grid;
    @FXML
    private Label title;
    @FXML
    private Label facts;
    @FXML
    private HeatmapGrid picture;
    @FXML
    private ColorLegend legend;
    @FXML
    private Label pointed;
    @FXML
    private Label pinned;
    @FXML
    private CurveChart history;
    @FXML
    private NumberTable outgoing;
    @FXML
    private TextArea formula;
    @FXML
    private Thumbnails most;
    @FXML
    private Thumbnails least;
    @FXML
    private Label rightText;
    @FXML
    private Thumbnails right;
    @FXML
    private Label wrongText;
    @FXML
    private Thumbnails wrong;

    public NeuronPageController(AppModel model, Appearance appearance, PadModel drawing, NeuronStudies neurons, WhatIfStudies studies) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        selection = model.inspection().selection();
        this.neurons = neurons;
        this.studies = studies;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(grid);
        appearance.applyTo(picture);
        appearance.applyTo(history);
        appearance.applyTo(legend);
        appearance.applyTo(outgoing);
        order.getItems().addAll(BY_NUMBER, BY_IMPORTANCE);
        IntStream.range(0, Dataset.CLASSES).forEach(digit -> order.getItems().add(BY_DIGIT + digit));
        order.setValue(BY_NUMBER);
        order.valueProperty().addListener((observable, before, after) -> show());
        grid.selectedProperty().bind(selection.neuronProperty());
        grid.setOnWeightClicked(weight -> selection.pin(ScalarParameter.layer1Weight(weight.pixel(), weight.neuron())));
        picture.labelledProperty().set(false);
        picture.setOnWeightClicked(weight -> selection.pin(ScalarParameter.layer1Weight(weight.pixel(), neuron())));
        picture.pointedProperty().addListener((observable, before, after) -> showPointed());
        outgoing.addTextColumn("class", row -> model.classes().numbered(row));
        outgoing.addColumn("weight", NumberTable.EXACT, row -> shown().parameters().layer(2).kernel().get(neuron(), row));
        neurons.watch(root.visibleProperty());
        studies.watch(root.visibleProperty());
        neurons.profileProperty().addListener((observable, before, after) -> showProfile(after));
        studies.rankingsProperty().addListener((observable, before, after) -> show());
        selection.neuronProperty().addListener((observable, before, after) -> show());
        selection.parameterProperty().addListener((observable, before, after) -> show());
        model.shownProperty().addListener((observable, before, after) -> show());
        drawing.digitProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        showProfile(neurons.profileProperty().get());
        show();
    }

    private void show() {
        if (!root.isVisible() || shown() == null) {
            return;
        }
        Parameters parameters = shown().parameters();
        grid.orderProperty().set(order(parameters));
        grid.kernelProperty().set(parameters.layer(1).kernel());
        FMatrixRMaj column = new FMatrixRMaj(Dataset.PIXELS, 1);
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            column.data[pixel] = parameters.layer(1).kernel().get(pixel, neuron());
        }
        picture.kernelProperty().set(column);
        legend.limitProperty().set(Heatmap.limit(column));
        title.setText(String.format(Locale.ROOT, "neuron %d, bias %s", neuron(),
                RoundedText.of("%+.7f", parameters.layer(1).bias().data[neuron()])));
        outgoing.showRows(Dataset.CLASSES);
        formula.setText(drawing.digitProperty().get()
                .map(digit -> ShownNumbers.in(FormulaText.neuron(ForwardTrace.of(digit.main(), parameters), neuron())))
                .orElse("Draw a digit to see y = M₀·x₀ + … + M₇₈₃·x₇₈₃ + C with its real numbers."));
        showPointed();
        showPinned();
    }

    private int[] order(Parameters parameters) {
        String wanted = order.getValue();
        if (wanted.equals(BY_IMPORTANCE)) {
            return studies.rankingsProperty().get().map(rankings -> rankings.neurons().stream().map(AblationCost::neurons)
                    .mapToInt(cost -> cost.get(0)).toArray()).orElse(null);
        } else if (wanted.startsWith(BY_DIGIT)) {
            int digit = Integer.parseInt(wanted.substring(BY_DIGIT.length()));
            return IntStream.range(0, parameters.layer(1).outputs()).boxed().sorted(Comparator.comparingDouble(
                    each -> -parameters.layer(2).kernel().get(each, digit))).mapToInt(Integer::intValue).toArray();
        }
        return null;
    }

    private void showPointed() {
        pointed.setText(picture.pointedProperty().get().filter(weight -> shown() != null).map(weight -> String.format(Locale.ROOT,
                "row %d, column %d, index %d: %s", weight.pixel() / Dataset.COLUMNS, weight.pixel() % Dataset.COLUMNS,
                weight.pixel(), RoundedText.of("%+.7f", shown().parameters().layer(1).kernel().get(weight.pixel(), neuron()))))
                .orElse("point at a weight to read it, click to pin it"));
    }

    private void showPinned() {
        ScalarParameter pin = selection.parameterProperty().get();
        List<Checkpoint> kept = model.inspection().history();
        float now = pin.get(shown().parameters());
        pinned.setText(Selection.name(pin) + "\nnow " + RoundedText.of("%+.7f", now) + shown().start().map(start -> ", start "
                + RoundedText.of("%+.7f", pin.get(start)) + ", change " + RoundedText.of("%+.7f", now - pin.get(start))).orElse(""));
        history.setVisible(kept.size() > 1);
        if (kept.size() > 1) {
            history.modelProperty().set(LineChart.of("Pinned weight", "step", "pinned weight",
                    kept.stream().mapToDouble(Checkpoint::step).toArray(),
                    kept.stream().mapToDouble(checkpoint -> pin.get(checkpoint.parameters())).toArray(),
                    List.of(new Marker(shown().step(), "shown"))));
        }
    }

    private void showProfile(Optional<NeuronProfile> profile) {
        facts.setText(profile.map(NeuronPageController::facts).orElse("how often it is on: shown at a pause"));
        most.show(profile.map(each -> thumbnails(each.most())).orElse(List.of()));
        least.show(profile.map(each -> thumbnails(each.least())).orElse(List.of()));
        rightText.setText(profile.map(each -> String.format(Locale.ROOT, "right only because of it: %,d test digits",
                each.rightBecause().size())).orElse(""));
        wrongText.setText(profile.map(each -> String.format(Locale.ROOT, "wrong only because of it: %,d test digits",
                each.wrongBecause().size())).orElse(""));
        right.show(profile.map(each -> pictures(each.rightBecause())).orElse(List.of()));
        wrong.show(profile.map(each -> pictures(each.wrongBecause())).orElse(List.of()));
    }

    private static String facts(NeuronProfile profile) {
        String flag = profile.isDead() ? " – dead: it is never on" : profile.isAlwaysOn() ? " – always on: its ReLU does nothing" : "";
        return String.format(Locale.ROOT, "on for %.1f %% of the test digits, mean activation %s%s",
                100.0 * profile.on() / profile.pictures(), RoundedText.of("%.3f", profile.mean()), flag);
    }

    private List<Thumbnails.Entry> thumbnails(List<NeuronProfile.Excited> excited) {
        return excited.stream().map(each -> new Thumbnails.Entry(test().image(each.picture()),
                RoundedText.of("%+.1f", each.sum()))).toList();
    }

    private List<Thumbnails.Entry> pictures(List<Integer> positions) {
        return positions.stream().limit(NeuronStudies.COUNT)
                .map(position -> new Thumbnails.Entry(test().image(position), String.valueOf(test().label(position)))).toList();
    }

    private Dataset test() {
        return model.digitsProperty().get().validation();
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }

    private int neuron() {
        return selection.neuronProperty().get();
    }
}
