package org.digitscope.explain;

import static org.digitscope.data.ShownNumbers.operand;

import java.util.List;
import java.util.Locale;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.WeightedSum.Term;
import org.digitscope.network.Neuron;

/** The steps of a forward trace written out with their real numbers. */
public final class FormulaText {

    private FormulaText() {
    }

    /** From a grey value to an input. */
    public static String input(ForwardTrace trace, int pixel) {
        String place = String.format(Locale.ROOT, "x of pixel %d (row %d, column %d) = ", pixel, pixel / Dataset.COLUMNS,
                pixel % Dataset.COLUMNS);
        return place + (trace.parameters().inputs() == Inputs.GREY ? trace.input(pixel)
                : Math.round(trace.input(pixel) * 255) + " / 255 = " + trace.input(pixel));
    }

    /** From the inputs of a layer to a neuron's sum, and through its activation. */
    public static String neuron(ForwardTrace trace, Neuron neuron) {
        WeightedSum sum = trace.sumOf(neuron);
        String activation = switch (trace.parameters().layer(neuron.layer()).activation()) {
            case RELU -> "ReLU: max(0, %s) = %s";
            case TANH -> "tanh(%s) = %s";
            case SIGMOID -> "sigmoid: 1 / (1 + exp(−(%s))) = %s";
            case LINEAR -> "linear: %s stays %s";
        };
        return String.format(Locale.ROOT, "sum of neuron %d = %s%n" + activation + "%n%s", neuron.index(), result(sum), sum.result(),
                trace.activation(neuron), terms(sum));
    }

    /** From the activations to a logit, and on to its probability. */
    public static String digit(ForwardTrace trace, int digit) {
        if (trace.trouble().isPresent()) {
            return String.format(Locale.ROOT, "logit of %d = %s%nprobability = %s%n%s", digit, trace.logit(digit), trace.probability(digit),
                    trace.trouble().get());
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < Dataset.CLASSES; k++) {
            largest = Math.max(largest, trace.logit(k));
        }
        double sum = 0;
        for (int k = 0; k < Dataset.CLASSES; k++) {
            sum += Math.exp(trace.logit(k) - largest);
        }
        WeightedSum logit = trace.logitOf(digit);
        return String.format(Locale.ROOT, "logit of %d = %s%nprobability = exp(%s − %s) / Σ = %.6g / %.6g = %s%n%s", digit,
                result(logit), trace.logit(digit), operand((float) largest), Math.exp(trace.logit(digit) - largest), sum,
                trace.probability(digit), terms(logit));
    }

    /** By how much the logit of one digit leads over that of another: the activations times the differences of their weights. */
    public static String lead(ForwardTrace trace, int digit, int other) {
        List<Term> mine = trace.logitOf(digit).terms();
        List<Term> theirs = trace.logitOf(other).terms();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < mine.size(); i++) {
            text.append(operand(mine.get(i).input())).append("·(").append(mine.get(i).weight()).append(" − ")
                    .append(operand(theirs.get(i).weight())).append(") + ");
        }
        return String.format(Locale.ROOT, "logit of %d − logit of %d = %s − %s = %s%n%s%s − %s (biases)", digit, other, trace.logit(digit),
                operand(trace.logit(other)), trace.logit(digit) - trace.logit(other), text, operand(trace.logitOf(digit).bias()),
                operand(trace.logitOf(other).bias()));
    }

    private static String result(WeightedSum sum) {
        double residual = sum.residual();
        String more = residual == 0 ? "just that" : String.format(Locale.ROOT, "%s, %.1e %s", sum.result(), Math.abs(residual),
                residual < 0 ? "less" : "more");
        return String.format(Locale.ROOT, "%.9f from %s and the bias; float32 has %s", sum.exact(), Counts.of(sum.terms().size(), "term"), more);
    }

    private static String terms(WeightedSum sum) {
        StringBuilder text = new StringBuilder();
        for (Term term : sum.terms()) {
            text.append(operand(term.input())).append('·').append(operand(term.weight())).append(" + ");
        }
        return text.append(operand(sum.bias())).append(" (bias)").toString();
    }
}
