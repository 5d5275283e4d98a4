package org.digitscope.explain;

import java.util.Locale;
import org.digitscope.data.Dataset;
import org.digitscope.explain.WeightedSum.Term;

/** The steps of a forward trace written out with their real numbers. */
public final class FormulaText {

    private FormulaText() {
    }

    /** From a grey value to an input. */
    public static String input(ForwardTrace trace, int pixel) {
        return String.format(Locale.ROOT, "x of pixel %d (row %d, column %d) = %d / 255 = %s", pixel, pixel / Dataset.COLUMNS,
                pixel % Dataset.COLUMNS, Math.round(trace.input(pixel) * 255), trace.input(pixel));
    }

    /** From the inputs to a neuron's sum, and through ReLU. */
    public static String neuron(ForwardTrace trace, int neuron) {
        WeightedSum sum = trace.sumOf(neuron);
        return String.format(Locale.ROOT, "sum of neuron %d = %s%nReLU: max(0, %s) = %s%n%s", neuron, result(sum), sum.result(),
                trace.activation(neuron), terms(sum));
    }

    /** From the activations to a logit, and on to its probability. */
    public static String digit(ForwardTrace trace, int digit) {
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
                result(logit), trace.logit(digit), (float) largest, Math.exp(trace.logit(digit) - largest), sum,
                trace.probability(digit), terms(logit));
    }

    private static String bracketed(float value) {
        return value < 0 ? "(" + value + ")" : String.valueOf(value);
    }

    private static String result(WeightedSum sum) {
        return String.format(Locale.ROOT, "%.9f from %d terms and the bias; float32 has %s, %.1e more", sum.exact(),
                sum.terms().size(), sum.result(), sum.residual());
    }

    private static String terms(WeightedSum sum) {
        StringBuilder text = new StringBuilder();
        for (Term term : sum.terms()) {
            text.append(term.input()).append('·').append(bracketed(term.weight())).append(" + ");
        }
        return text.append(bracketed(sum.bias())).append(" (bias)").toString();
    }
}
