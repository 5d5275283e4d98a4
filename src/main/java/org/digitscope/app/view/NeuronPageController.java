package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.NeuronStudies;
import org.digitscope.app.study.PadModel;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.FormulaText;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.NeuronProfile;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.LineChart;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.Checkpoint;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * The neurons of a hidden layer, sorted as one likes, and the page of the selected one: those of layer_1 as pictures of their weights,
 * those of later layers as rows of a matrix. A network without hidden layer shows its ten digits in their place.
 */
public final class NeuronPageController {

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final Selection selection;
    private final NeuronStudies neurons;
    private final WhatIfStudies studies;

    @FXML
    private VBox root;
    @FXML
    private LayerChoice layer;
    @FXML
    private ComboBox<String> order;
    @FXML
    private HeatmapGrid grid;
    @FXML
    private MatrixView incomingRows;
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
    private NumberTable incoming;
    @FXML
    private NumberTable outgoing;
    @FXML
    private TextArea formula;
    @FXML
    private Label mostText;
    @FXML
    private Thumbnails most;
    @FXML
    private Label leastText;
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
        appearance.applyTo(incoming);
        appearance.applyTo(incomingRows);
        layer.setOnChosen(number -> selection.choose(new Neuron(number, 0)));
        order.valueProperty().addListener((observable, before, after) -> {
            // none for a moment while there are others to choose from
            if (after != null) {
                show();
            }
        });
        grid.setOnWeightClicked(weight -> selection.pin(ScalarParameter.weight(1, weight.pixel(), weight.neuron())));
        incomingRows.chosenProperty().addListener((observable, before, after) -> after.filter(cell -> isLater()).ifPresent(cell ->
                selection.pin(ScalarParameter.weight(neuron().layer(), cell.column(), places()[cell.row()]))));
        picture.labelledProperty().set(false);
        picture.setOnWeightClicked(weight -> selection.pin(ScalarParameter.weight(1, weight.pixel(), neuron().index())));
        incoming.addColumn("from", "%.0f", row -> row);
        incoming.addColumn("weight", NumberTable.EXACT, row -> own(shown().parameters()).kernel().get(row, neuron().index()));
        picture.pointedProperty().addListener((observable, before, after) -> showPointed());
        outgoing.addTextColumn("to", this::outputName);
        outgoing.addColumn("weight", NumberTable.EXACT, row -> next(shown().parameters()).orElseThrow().kernel().get(neuron().index(), row));
        neurons.watch(root.visibleProperty());
        studies.watch(root.visibleProperty());
        neurons.profileProperty().addListener((observable, before, after) -> showProfile(after));
        studies.rankingsProperty().addListener((observable, before, after) -> show());
        selection.neuronProperty().addListener((observable, before, after) -> show());
        selection.parameterProperty().addListener((observable, before, after) -> show());
        model.shownProperty().addListener((observable, before, after) -> show());
        model.stateProperty().addListener((observable, before, after) -> show());
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
        layer.showHidden(parameters.architecture(), neuron().layer());
        showOrders(parameters);
        grid.setVisible(!isLater());
        picture.setVisible(!isLater());
        legend.setVisible(!isLater());
        incomingRows.setVisible(isLater());
        incoming.setVisible(isLater());
        if (isLater()) {
            showRows(own(parameters));
        } else {
            showPictures(own(parameters), order(parameters));
        }
        title.setText(String.format(Locale.ROOT, "%s%s, bias %s", parameters.depth() == 1 ? "digit " + model.classes().numbered(neuron().index())
                : "neuron " + neuron().index(), shown().isMuted(neuron()) ? ", muted" : "", RoundedText.of("%+.7f", own(parameters).bias().data[neuron().index()])));
        outgoing.setVisible(parameters.depth() > 1);
        next(parameters).ifPresent(layer -> outgoing.showRows(layer.outputs()));
        formula.setText(drawing.digitProperty().get().map(digit -> ShownNumbers.in(formula(ForwardTrace.of(digit.main(), parameters))))
                .orElse("Draw a digit to see y = M₀·x₀ + … + " + last(own(parameters).inputs()) + " + C with its real numbers."));
        showProfile(neurons.profileProperty().get());
        showPointed();
        showPinned();
    }

    /** The last product, such as M₇₈₃·x₇₈₃. */
    private static String last(int inputs) {
        String index = String.valueOf(inputs - 1).chars().mapToObj(digit -> String.valueOf((char) ('₀' + digit - '0')))
                .collect(Collectors.joining());
        return "M" + index + "·x" + index;
    }

    private String formula(ForwardTrace trace) {
        return trace.parameters().depth() == 1 ? FormulaText.digit(trace, neuron().index()) : FormulaText.neuron(trace, neuron());
    }

    /** @param places the neurons in the order of their pictures; empty for their own */
    private void showPictures(Layer own, Optional<int[]> places) {
        grid.orderProperty().set(places.orElse(null));
        grid.kernelProperty().set(own.kernel());
        grid.selectedProperty().set(neuron().index());
        FMatrixRMaj column = CommonOps_FDRM.extractColumn(own.kernel(), neuron().index(), null);
        picture.kernelProperty().set(column);
        legend.limitProperty().set(Heatmap.limit(column));
    }

    /** A row for each neuron, a column for each neuron of the layer before. */
    private void showRows(Layer own) {
        int[] places = places();
        incomingRows.contentProperty().set(IncomingRows.of(own.kernel(), places, order.getValue().equals(NeuronOrder.BY_NUMBER)));
        ScalarParameter pin = selection.parameterProperty().get();
        incomingRows.chosenProperty().set(IntStream.range(0, places.length)
                .filter(row -> places[row] == pin.output() && pin.layer() == neuron().layer() && !pin.isBias())
                .mapToObj(row -> new MatrixView.Cell(row, pin.input())).findFirst());
        incoming.showRows(own.inputs());
    }

    /** Whether the network has no hidden layer, so that a digit stands in the neuron's place. */
    private boolean isDigit() {
        return shown() != null && shown().parameters().depth() == 1;
    }

    /** Whether its inputs are neurons and not pixels. */
    private boolean isLater() {
        return neuron().layer() > 1;
    }

    /** The chosen neuron's layer. */
    private Layer own(Parameters parameters) {
        return parameters.layer(neuron().layer());
    }

    /** The layer that it sends to. */
    private Optional<Layer> next(Parameters parameters) {
        return neuron().layer() < parameters.depth() ? Optional.of(parameters.layer(neuron().layer() + 1)) : Optional.empty();
    }

    private String outputName(int output) {
        return neuron().layer() + 1 < shown().parameters().depth() ? String.valueOf(output) : model.classes().numbered(output);
    }

    private void showOrders(Parameters parameters) {
        List<String> orders = NeuronOrder.names(parameters, neuron().layer());
        if (!orders.equals(order.getItems())) {
            String before = order.getValue();
            order.getItems().setAll(orders);
            order.setValue(orders.contains(before) ? before : NeuronOrder.BY_NUMBER);
        }
    }

    /** The neurons in the order in which they stand. */
    private int[] places() {
        return order(shown().parameters()).orElseGet(() -> IntStream.range(0, own(shown().parameters()).outputs()).toArray());
    }

    private Optional<int[]> order(Parameters parameters) {
        return NeuronOrder.places(order.getValue(), parameters, neuron().layer(), studies.rankingsProperty().get());
    }

    private void showPointed() {
        pointed.setText(isLater() ? "" : picture.pointedProperty().get().filter(weight -> shown() != null).map(weight -> String.format(Locale.ROOT,
                "row %d, column %d, index %d: %s", weight.pixel() / Dataset.COLUMNS, weight.pixel() % Dataset.COLUMNS,
                weight.pixel(), RoundedText.of("%+.7f", own(shown().parameters()).kernel().get(weight.pixel(), neuron().index()))))
                .orElse("point at a weight to read it, click to pin it"));
    }

    private void showPinned() {
        ScalarParameter pin = selection.parameterProperty().get();
        List<Checkpoint> kept = model.inspection().history();
        float now = pin.get(shown().parameters());
        pinned.setText(selection.name(pin) + "\nnow " + RoundedText.of("%+.7f", now) + shown().start().map(start -> ", start "
                + RoundedText.of("%+.7f", pin.get(start)) + ", change " + RoundedText.of("%+.7f", now - pin.get(start))).orElse(""));
        history.setVisible(kept.size() > 1);
        if (kept.size() > 1) {
            history.modelProperty().set(LineChart.of("Pinned " + pin.kind(), "step", "pinned " + pin.kind(),
                    kept.stream().mapToDouble(Checkpoint::step).toArray(),
                    kept.stream().mapToDouble(checkpoint -> pin.get(checkpoint.parameters())).toArray(),
                    List.of(new Marker(shown().step(), "shown"))));
        }
    }

    private void showProfile(Optional<NeuronProfile> profile) {
        facts.setText(profile.map(this::facts).orElse(isDigit() ? "its sum is the digit's logit"
                : "how often " + (isRelu() ? "it is on: " : "its sum is above 0: ") + (model.isShownTraining() ? "shown at a pause" : "being counted…")));
        boolean alike = profile.filter(each -> each.most().isEmpty()).isPresent();
        mostText.setText(isDigit() ? "" : alike ? "no test digit excites it more than another" : "excite it most (sum)");
        leastText.setText(isDigit() || alike ? "" : "excite it least");
        most.show(profile.map(each -> thumbnails(each.most())).orElse(List.of()));
        least.show(profile.map(each -> thumbnails(each.least())).orElse(List.of()));
        rightText.setText(profile.map(each -> "right only because of it: " + Counts.of(each.rightBecause().size(), "test digit")).orElse(""));
        wrongText.setText(profile.map(each -> "wrong only because of it: " + Counts.of(each.wrongBecause().size(), "test digit")).orElse(""));
        right.show(profile.map(each -> pictures(each.rightBecause())).orElse(List.of()));
        wrong.show(profile.map(each -> pictures(each.wrongBecause())).orElse(List.of()));
    }

    /** Whether a neuron is off where its sum is below 0; with other activations none ever is. */
    private boolean isRelu() {
        return shown() == null || own(shown().parameters()).activation() == Activation.RELU;
    }

    private String facts(NeuronProfile profile) {
        String flag = !isRelu() ? "" : profile.isDead() ? " – dead: it is never on" : profile.isAlwaysOn() ? " – always on: its ReLU does nothing" : "";
        return String.format(Locale.ROOT, "%s for %.1f %% of the test digits, mean activation %s%s", isRelu() ? "on" : "sum above 0",
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

    private Neuron neuron() {
        return selection.neuronProperty().get();
    }
}
