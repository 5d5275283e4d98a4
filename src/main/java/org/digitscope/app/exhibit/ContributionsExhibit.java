package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.DirectScrollPane;
import org.digitscope.app.control.MatrixView.Cell;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.Waterfall;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.WeightedSum.Term;
import org.digitscope.explain.WeightedSum;
import org.digitscope.explain.exhibit.RunningSum;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.RoundedText;

/** What each neuron of the last hidden layer adds to each logit, and how that adds up to one logit: W1·N1 + W2·N2 + … + bias. */
final class ContributionsExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final NumberChoice digit;
    private final NumberChoice output = new NumberChoice("output");
    private final MatrixView matrix;
    private final DirectScrollPane scrolled = new DirectScrollPane();
    private final Waterfall waterfall;
    private final Label words = ExhibitParts.words();
    private WeightedSum sum = new WeightedSum(List.of(), 0, 0);
    /** True until a person chose an output for this digit. */
    private boolean followsAnswer = true;
    private boolean following;

    ContributionsExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        digit = parts.digit().choice();
        matrix = parts.painted(new MatrixView());
        waterfall = parts.painted(new Waterfall("The contributions to a logit"));
        scrolled.setContent(matrix);
        scrolled.setFitToWidth(true);
        scrolled.getStyleClass().addAll("edge-to-edge", "exhibit-scroll");
        VBox headed = ExhibitParts.headed("weight × neuron, for each output", scrolled);
        headed.managedProperty().bind(headed.visibleProperty());
        headed.visibleProperty().bind(matrix.contentProperty().isNotNull());
        output.valueProperty().addListener((observable, before, after) -> {
            followsAnswer &= following;
            refreshInScene();
        });
        parts.digit().addListener(() -> followsAnswer = true);
        matrix.chosenProperty().addListener((observable, before, after) -> after.ifPresent(this::choose));
        waterfall.addedProperty().addListener((observable, before, after) -> tell());
        setRows(ExhibitParts.choices(digit, output), ExhibitParts.pictures(headed, ExhibitParts.headed("the logit, part by part", waterfall)), words);
    }

    private void choose(Cell cell) {
        output.valueProperty().set(cell.column());
        for (int i = 0; i < sum.terms().size(); i++) {
            if (sum.terms().get(i).index() == cell.row()) {
                waterfall.addedProperty().set(i + 1);
            }
        }
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        ForwardTrace trace = ForwardTrace.of(parts.digit().pixels(), network());
        output.offer(Dataset.CLASSES, each -> "logit of " + parts.name(each));
        if (followsAnswer && output.value() != trace.answer()) {
            following = true;
            output.valueProperty().set(trace.answer());
            following = false;
        }
        sum = trace.logitOf(output.value());
        matrix.contentProperty().set(network().depth() > 1 ? content(trace) : null);
        waterfall.namesProperty().set(ExhibitParts.names(sum));
        waterfall.sumProperty().set(Optional.of(RunningSum.of(sum)));
        tell();
    }

    private MatrixView.Content content(ForwardTrace trace) {
        double[][] values = new double[network().last().inputs()][Dataset.CLASSES];
        double largest = 0;
        for (int column = 0; column < Dataset.CLASSES; column++) {
            for (Term term : trace.logitOf(column).terms()) {
                values[term.index()][column] = term.product();
                largest = Math.max(largest, Math.abs(term.product()));
            }
        }
        double limit = ColorScale.holding(largest).limit().doubleValue();
        return new MatrixView.Content(values, value -> RoundedText.of("%.2f", value),
                (row, column) -> ColorMap.SIGNED.argb(values[row][column], limit), "neuron", "output");
    }

    private void tell() {
        int added = waterfall.addedProperty().get();
        RunningSum running = RunningSum.of(sum);
        int terms = sum.terms().size();
        if (network() == null || added > running.size()) {
            return;
        }
        String soFar = RoundedText.of("%.4f", running.after(added));
        String source = network().depth() > 1 ? "neuron" : "pixel";
        String name = parts.name(output.value());
        if (added == 0) {
            words.setText("Nothing is added yet to the logit of " + name + ". What is 0 adds nothing and is left out.");
        } else if (added <= terms) {
            Term term = sum.terms().get(added - 1);
            words.setText(String.format(Locale.ROOT, "Part %d of %d: %s %d, %s × %s = %s. The logit of %s so far: %s.", added, terms + 1, source,
                    term.index(), RoundedText.of("%.4f", term.input()), RoundedText.of("%.4f", term.weight()), RoundedText.of("%.4f", term.product()),
                    name, soFar));
        } else {
            words.setText(String.format(Locale.ROOT, "All %d %ss that are not 0 and the bias %s make the logit of %s: %s.", terms, source,
                    RoundedText.of("%.4f", sum.bias()), name, soFar));
        }
    }
}
