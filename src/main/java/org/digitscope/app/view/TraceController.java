package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.Choice;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.Explanations.Explanation;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.ShownNumbers;
import org.digitscope.explain.Account;
import org.digitscope.explain.FormulaText;
import org.digitscope.explain.Ledger;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Neuron;
import org.digitscope.plot.RoundedText;

/** All numbers of the forward pass, with what each adds to the answer, and the formula of the chosen one. */
public final class TraceController {

    /** Titles of the columns that only an exact split fills. */
    private static final Set<String> OF_THE_SPLIT = Set.of("biases", "for", "against", "rounding", "part");

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final Explanations explanations;
    private List<Neuron> rows = List.of();
    private Optional<Integer> asked = Optional.empty();

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
    private Label balance;
    @FXML
    private TextArea formula;

    public TraceController(AppModel model, Appearance appearance, PadModel drawing, Explanations explanations) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.explanations = explanations;
    }

    @FXML
    private void initialize() {
        logits.addTextColumn("class", row -> model.classes().numbered(row));
        logits.addColumn("logit", "%.4f", row -> trace().logit(row));
        logits.addColumn("prob.", "%.6f", row -> trace().probability(row));
        logits.addColumn("biases", "%.3f", row -> part(ledger -> ledger.of(row).bias()));
        logits.addColumn("for", "%.3f", row -> part(ledger -> ledger.of(row).favour()));
        logits.addColumn("against", "%.3f", row -> part(ledger -> ledger.of(row).against()));
        logits.addColumn("rounding", "%.1e", row -> part(ledger -> ledger.residual(row)));
        neurons.addColumn("layer", "%.0f", row -> neuron(row).layer());
        neurons.addColumn("neuron", "%.0f", row -> neuron(row).index());
        neurons.addColumn("sum", "%.5f", row -> trace().sum(neuron(row)));
        neurons.addColumn("activation", "%.5f", row -> trace().activation(neuron(row)));
        neurons.addColumn("weight", "%.5f", row -> neuron(row).layer() == trace().parameters().depth() - 1 ? why().weight(neuron(row).index())
                : Double.NaN);
        neurons.addColumn("part", "%.5f", row -> why().account().map(account -> account.layer(neuron(row).layer()).parts()[neuron(row).index()])
                .orElse(Double.NaN));
        inputs.addColumn("index", "%.0f", row -> row);
        inputs.addColumn("row", "%.0f", row -> row / Dataset.COLUMNS);
        inputs.addColumn("column", "%.0f", row -> row % Dataset.COLUMNS);
        inputs.addColumn("grey", "%.0f", row -> grey(trace(), row));
        inputs.addColumn("x", "%.6f", row -> trace().input(row));
        inputs.addColumn("part", "%.6f", row -> why().account().map(account -> account.pixels()[row]).orElse(Double.NaN));
        Choice.keepOne(tables);
        List<NumberTable> all = List.of(logits, neurons, inputs);
        for (int i = 0; i < all.size(); i++) {
            ToggleButton button = tables.getButtons().get(i);
            appearance.applyTo(all.get(i));
            all.get(i).visibleProperty().bind(button.selectedProperty());
            all.get(i).getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> showFormula());
            button.selectedProperty().addListener((observable, before, after) -> showFormula());
        }
        explanations.explanationProperty().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        shown().ifPresent(why -> {
            logits.showRows(Dataset.CLASSES);
            rows = neurons(why.trace());
            neurons.showRows(rows.size());
            boolean several = why.trace().parameters().depth() > 2;
            column("layer").setVisible(several);
            // a neuron of an earlier layer has no single weight to the answer
            column("weight").setVisible(!several);
            Stream.of(logits, neurons, inputs).flatMap(table -> table.getColumns().stream()).filter(column -> OF_THE_SPLIT.contains(column.getText()))
                    .forEach(column -> column.setVisible(why.ledger().isPresent()));
            if (!asked.equals(Optional.of(why.digit()))) {
                // the formula is about the digit that is asked about now
                asked = Optional.of(why.digit());
                logits.getSelectionModel().clearSelection();
            }
            inputs.showRows(Dataset.PIXELS);
            fitText.setText(drawing.digitProperty().get().filter(digit -> digit.fits().size() > 1)
                    .map(digit -> "fit 1 of " + digit.fits().size()).orElse(""));
            balance.setText(text(why));
        });
        showFormula();
    }

    private String text(Explanation why) {
        return why.account().map(account -> text(why, account)).orElseGet(() -> why.trace().trouble()
                .or(() -> Ledger.obstacle(why.trace().parameters())).orElse(""));
    }

    private String text(Explanation why, Account account) {
        String what = "logit of " + why.other().map(rival -> model.classes().of(why.digit()) + " − logit of " + model.classes().of(rival))
                .orElse(model.classes().numbered(why.digit()));
        String parts = String.format(Locale.ROOT, "biases %s%npixels for %s%npixels against %s%ntogether %s%n",
                RoundedText.of("%+.4f", account.bias()), RoundedText.of("%+.4f", account.favour()),
                RoundedText.of("%+.4f", account.against()), RoundedText.of("%+.6f", account.total()));
        return parts + why.trace().trouble().orElseGet(() -> String.format(Locale.ROOT, "%s %s (rounding %s)", what,
                RoundedText.of("%+.6f", why.logit()), RoundedText.of("%.0e", why.logit() - account.total())));
    }

    private void showFormula() {
        formula.setText(shown().map(why -> logits.isVisible() ? digitFormula(why)
                : neurons.isVisible() ? rows.isEmpty() ? "This network has no hidden neurons."
                : FormulaText.neuron(why.trace(), neuron(row(neurons).filter(row -> row < rows.size()).orElse(0)))
                : FormulaText.input(why.trace(), row(inputs).orElse(Dataset.PIXELS / 2 + Dataset.COLUMNS / 2)))
                .map(ShownNumbers::in).orElse(""));
    }

    /** Of the chosen row, or of what is asked about. */
    private String digitFormula(Explanation why) {
        int digit = row(logits).orElse(why.digit());
        return why.other().filter(rival -> digit == why.digit()).map(rival -> FormulaText.lead(why.trace(), digit, rival))
                .orElse(FormulaText.digit(why.trace(), digit));
    }

    /** A column of the table of neurons. */
    private TableColumn<Integer, ?> column(String title) {
        return neurons.getColumns().stream().filter(column -> column.getText().equals(title)).findFirst().orElseThrow();
    }

    /** The neurons of all hidden layers, from the first on. */
    static List<Neuron> neurons(ForwardTrace trace) {
        return IntStream.range(1, trace.parameters().depth()).boxed()
                .flatMap(layer -> IntStream.range(0, trace.neurons(layer)).mapToObj(index -> new Neuron(layer, index))).toList();
    }

    private Neuron neuron(int row) {
        return rows.get(row);
    }

    /** A figure of the exact split; no number where there is none. */
    private double part(ToDoubleFunction<Ledger> figure) {
        return why().ledger().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    /** The grey value of a pixel. */
    static long grey(ForwardTrace trace, int pixel) {
        return Math.round(trace.input(pixel) * (trace.parameters().inputs() == Inputs.SCALED ? 255 : 1));
    }

    private Optional<Explanation> shown() {
        return explanations.explanationProperty().get();
    }

    private Explanation why() {
        return shown().orElseThrow();
    }

    private ForwardTrace trace() {
        return why().trace();
    }

    private static Optional<Integer> row(NumberTable table) {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }
}
