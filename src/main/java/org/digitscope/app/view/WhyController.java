package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.ColorLegend;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.Lookalikes;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Dataset;
import org.digitscope.explain.Account;
import org.digitscope.explain.FormulaText;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.Ledger;
import org.digitscope.explain.TraceTable;
import org.digitscope.plot.Heatmap;
import org.ejml.data.FMatrixRMaj;

/** Why the shown network answers the drawing as it does: the ledger, the forward trace, the training digits like it. */
public final class WhyController {

    private static final String NOBODY = "–";

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final Lookalikes lookalikes;

    @FXML
    private VBox root;
    @FXML
    private Node empty;
    @FXML
    private Node content;
    @FXML
    private SegmentedButton digits;
    @FXML
    private ComboBox<String> other;
    @FXML
    private CheckBox byNeuron;
    @FXML
    private HeatmapGrid map;
    @FXML
    private ColorLegend legend;
    @FXML
    private Label readout;
    @FXML
    private Label balance;
    @FXML
    private SegmentedButton tables;
    @FXML
    private Label fitText;
    @FXML
    private NumberTable logits;
    @FXML
    private NumberTable neurons;
    @FXML
    private NumberTable inputs;
    @FXML
    private TextArea formula;
    @FXML
    private Label nearestText;
    @FXML
    private Thumbnails nearest;
    @FXML
    private Label patternText;
    @FXML
    private Thumbnails pattern;

    private Optional<ForwardTrace> trace = Optional.empty();
    private Ledger ledger;
    private int chosen = -1;

    public WhyController(AppModel model, Appearance appearance, PadModel drawing, Lookalikes lookalikes) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.lookalikes = lookalikes;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(map);
        appearance.applyTo(legend);
        map.labelledProperty().bind(byNeuron.selectedProperty());
        map.sharedScaleProperty().set(true);
        other.getItems().add(NOBODY);
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            ToggleButton button = new ToggleButton(String.valueOf(digit));
            int each = digit;
            button.setOnAction(event -> choose(each));
            digits.getButtons().add(button);
            other.getItems().add(String.valueOf(digit));
        }
        other.setValue(NOBODY);
        other.valueProperty().addListener((observable, before, after) -> showLedger());
        byNeuron.selectedProperty().addListener((observable, before, after) -> showLedger());
        map.pointedProperty().addListener((observable, before, after) -> showReadout());
        addTables();
        drawing.digitProperty().addListener((observable, before, after) -> refresh());
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.stateProperty().addListener((observable, before, after) -> showPattern());
        lookalikes.foundProperty().addListener((observable, before, after) -> showNeighbours());
        root.visibleProperty().addListener((observable, before, after) -> refresh());
        refresh();
        showNeighbours();
    }

    @FXML
    private void followAnswer() {
        choose(-1);
    }

    @FXML
    private void copyTrace() {
        trace.ifPresent(numbers -> copy(TraceTable.of(numbers)));
    }

    @FXML
    private void copyLedger() {
        trace.ifPresent(numbers -> copy(TraceTable.of(shownAccount())));
    }

    private void addTables() {
        logits.addTextColumn("class", row -> model.classes().numbered(row));
        logits.addColumn("logit", "%.4f", row -> numbers().logit(row));
        logits.addColumn("prob.", "%.6f", row -> numbers().probability(row));
        logits.addColumn("biases", "%.3f", row -> ledger.of(row).bias());
        logits.addColumn("for", "%.3f", row -> ledger.of(row).favour());
        logits.addColumn("against", "%.3f", row -> ledger.of(row).against());
        logits.addColumn("rounding", "%.1e", row -> ledger.residual(row));
        neurons.addColumn("neuron", "%.0f", row -> row);
        neurons.addColumn("sum", "%.5f", row -> numbers().sum(row));
        neurons.addColumn("activation", "%.5f", row -> numbers().activation(row));
        neurons.addColumn("weight", "%.5f", row -> numbers().parameters().layer2().kernel().get(row, digit()));
        neurons.addColumn("part", "%.5f", row -> shownAccount().neurons()[row]);
        inputs.addColumn("index", "%.0f", row -> row);
        inputs.addColumn("row", "%.0f", row -> row / Dataset.COLUMNS);
        inputs.addColumn("column", "%.0f", row -> row % Dataset.COLUMNS);
        inputs.addColumn("grey", "%.0f", row -> Math.round(numbers().input(row) * 255));
        inputs.addColumn("x", "%.6f", row -> numbers().input(row));
        inputs.addColumn("part", "%.6f", row -> shownAccount().pixels()[row]);
        List<NumberTable> all = List.of(logits, neurons, inputs);
        for (int i = 0; i < all.size(); i++) {
            NumberTable table = all.get(i);
            ToggleButton button = tables.getButtons().get(i);
            table.visibleProperty().bind(button.selectedProperty());
            table.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> showFormula());
            button.selectedProperty().addListener((observable, before, after) -> showFormula());
        }
    }

    private void choose(int digit) {
        chosen = digit;
        showLedger();
    }

    private void refresh() {
        if (!root.isVisible()) {
            return;
        }
        ShownNetwork network = model.shownProperty().get();
        trace = network == null ? Optional.empty()
                : drawing.digitProperty().get().map(digit -> ForwardTrace.of(digit.main(), network.parameters()));
        empty.setVisible(trace.isEmpty());
        content.setVisible(trace.isPresent());
        if (trace.isPresent()) {
            ledger = Ledger.of(numbers());
            logits.showRows(Dataset.CLASSES);
            fitText.setText(drawing.digitProperty().get().filter(digit -> digit.fits().size() > 1)
                    .map(digit -> "fit 1 of " + digit.fits().size()).orElse(""));
            showLedger();
        }
        showPattern();
    }

    /** Shows what depends on the digit that is asked about. */
    private void showLedger() {
        if (trace.isEmpty()) {
            return;
        }
        digits.getButtons().get(digit()).setSelected(true);
        neurons.showRows(numbers().hidden());
        inputs.showRows(Dataset.PIXELS);
        FMatrixRMaj parts = byNeuron.isSelected() ? partsByNeuron() : column(shownAccount().pixels());
        map.kernelProperty().set(parts);
        legend.limitProperty().set(Heatmap.limit(parts));
        showBalance();
        map.setAccessibleText("What each pixel adds to the " + balance.getText());
        showReadout();
        showFormula();
    }

    private void showBalance() {
        Account account = shownAccount();
        String what = other().isEmpty() ? "logit of " + model.classes().numbered(digit())
                : "logit of " + model.classes().of(digit()) + " − logit of " + model.classes().of(other().get());
        float shown = other().map(k -> numbers().logit(digit()) - numbers().logit(k)).orElse(numbers().logit(digit()));
        balance.setText(String.format(Locale.ROOT, "biases %+.4f%npixels for %+.4f%npixels against %+.4f%ntogether %+.6f%n%s %+.6f "
                + "(rounding %.0e)", account.bias(), account.favour(), account.against(), account.total(), what, shown,
                shown - account.total()));
    }

    private void showReadout() {
        FMatrixRMaj parts = map.kernelProperty().get();
        readout.setText(map.pointedProperty().get().filter(point -> trace.isPresent() && point.neuron() < parts.numCols)
                .map(point -> String.format(Locale.ROOT, "%srow %d, column %d: grey %d, part %+.5f",
                        byNeuron.isSelected() ? "neuron " + point.neuron() + ", " : "", point.pixel() / Dataset.COLUMNS,
                        point.pixel() % Dataset.COLUMNS, Math.round(numbers().input(point.pixel()) * 255),
                        parts.get(point.pixel(), point.neuron())))
                .orElse("red: for, blue: against; point to read a part"));
    }

    private void showFormula() {
        formula.setText(trace.map(numbers -> logits.isVisible() ? FormulaText.digit(numbers, row(logits).orElse(digit()))
                : neurons.isVisible() ? FormulaText.neuron(numbers, row(neurons).orElse(0))
                : FormulaText.input(numbers, row(inputs).orElse(Dataset.PIXELS / 2 + Dataset.COLUMNS / 2))).orElse(""));
    }

    private void showNeighbours() {
        Optional<Lookalikes.Found> found = lookalikes.foundProperty().get();
        nearestText.setText(found.map(each -> each.judgement().sentence()).orElse("searching the training digits…"));
        nearest.show(found.map(Lookalikes.Found::neighbours).orElse(List.of()).stream()
                .map(each -> entry(each.picture(), String.format(Locale.ROOT, "%s · %.1f", model.classes().of(each.label()), each.distance()))).toList());
    }

    /** While the network changes all the time, its patterns do as well, so the search waits for a pause. */
    private void showPattern() {
        if (trace.isEmpty() || !root.isVisible()) {
            lookalikes.forgetPattern();
            return;
        }
        if (model.state() == RunState.RUNNING && model.shownProperty().get().live()) {
            lookalikes.forgetPattern();
            patternText.setText("training digits with the same neurons on: shown at a pause");
            pattern.show(List.of());
            return;
        }
        ForwardTrace asked = numbers();
        lookalikes.samePattern(asked, pictures -> {
            long on = IntStream.range(0, asked.hidden()).filter(asked::isOn).count();
            patternText.setText(String.format(Locale.ROOT, "%3$,d training digits turn on the same %1$d of %2$d neurons%4$s", on,
                    asked.hidden(), pictures.size(), pictures.isEmpty() ? ": a pattern never seen" : ""));
            pattern.show(pictures.stream().limit(Lookalikes.COUNT)
                    .map(picture -> entry(picture, String.valueOf(training().label(picture)))).toList());
        });
    }

    private Thumbnails.Entry entry(int picture, String text) {
        return new Thumbnails.Entry(training().image(picture), text);
    }

    private Dataset training() {
        return model.digitsProperty().get().training();
    }

    private ForwardTrace numbers() {
        return trace.orElseThrow();
    }

    /** The digit asked about: the chosen one, or the answer. */
    private int digit() {
        return chosen >= 0 ? chosen : numbers().answer();
    }

    private Optional<Integer> other() {
        return other.getValue().equals(NOBODY) ? Optional.empty() : Optional.of(Integer.valueOf(other.getValue()));
    }

    private Account shownAccount() {
        return other().map(k -> ledger.difference(digit(), k)).orElse(ledger.of(digit()));
    }

    private FMatrixRMaj partsByNeuron() {
        FMatrixRMaj parts = new FMatrixRMaj(Dataset.PIXELS, numbers().hidden());
        for (int neuron = 0; neuron < parts.numCols; neuron++) {
            double[] these = ledger.pixelsThrough(neuron, digit());
            double[] those = other().isPresent() ? ledger.pixelsThrough(neuron, other().get()) : new double[these.length];
            for (int pixel = 0; pixel < these.length; pixel++) {
                parts.set(pixel, neuron, (float) (these[pixel] - those[pixel]));
            }
        }
        return parts;
    }

    private static FMatrixRMaj column(double[] values) {
        FMatrixRMaj column = new FMatrixRMaj(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            column.data[i] = (float) values[i];
        }
        return column;
    }

    private static Optional<Integer> row(NumberTable table) {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
