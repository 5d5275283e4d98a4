package org.digitscope.explain.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;

/** What flows, in words and formulas of one line. */
public final class FlowText {

    /** As many paths as one can listen to. */
    private static final int MOST_PATHS = 5;
    /** What is multiplied or added has more decimals than what comes of it, so that recomputing it gives the same. */
    private static final String SIGNED = "%+.4f";
    private static final String PLAIN = "%.4f";
    private static final String RESULT = "%+.3f";

    private final Flow flow;
    private final Parameters network;
    private final ClassNames classes;

    /** @param classes what the ten outputs are called */
    public FlowText(Flow flow, ClassNames classes) {
        this.flow = flow;
        this.classes = classes;
        network = flow.network();
    }

    /** A connection of a later layer: "neuron 14 → 3: 6.100 · 0.476 = +2.904". */
    public String part(int layer, int from, int to) {
        return String.format(Locale.ROOT, "%s → %s: %s · %s = %s", name(layer - 1, from), name(layer, to), plain(flow.activation(layer - 1, from)),
                bracketed(network.layer(layer).kernel().get(from, to)), RoundedText.of("%+.2f", flow.part(layer, from, to)));
    }

    /** How a neuron or a digit comes to its number. */
    public String unit(int layer, int index) {
        String sum = String.format(Locale.ROOT, "%s: %s %s, bias %s, %s %s", name(layer, index), inputs(layer),
                signed(flow.inputsOf(layer, index)), signed(network.layer(layer).bias().data[index]), layer == network.depth() ? "logit" : "sum",
                RoundedText.of(RESULT, flow.sum(layer, index)));
        return sum + (layer == network.depth() ? ", probability " + RoundedText.of("%.2f", 100 * flow.probability(index)) + " %" : outcome(layer, index));
    }

    /** A pixel: "row 14, column 9: 0.4980". */
    public String pixel(int pixel) {
        return String.format(Locale.ROOT, "row %d, column %d: %s", pixel / Dataset.COLUMNS, pixel % Dataset.COLUMNS, plain(flow.input(pixel)));
    }

    /** What a pixel gives to a neuron of layer_1 or, where that is a digit, to it: "row 14, column 9: 0.4980 · (−0.1210) = −0.0603 to neuron 14". */
    public String pixelTo(int pixel, int output) {
        return String.format(Locale.ROOT, "%s · %s = %s to %s", pixel(pixel), bracketed(network.layer(1).kernel().get(pixel, output)),
                signed(flow.part(1, pixel, output)), name(1, output));
    }

    /**
     * What a pixel gives to a neuron or a digit of a later layer.
     *
     * @param slope what each unit of its ink gives, over all the paths
     */
    public String pixelThrough(int pixel, double slope, int layer, int index) {
        return String.format(Locale.ROOT, "%s · %s over all paths = %s to %s", pixel(pixel), bracketed(slope), signed(flow.input(pixel) * slope), name(layer, index));
    }

    /** The gradient of a weight: what it receives times the error behind it. */
    public String pixelBack(ErrorFlow error, int pixel, int output) {
        return String.format(Locale.ROOT, "%s · error %s of %s = gradient %s of its weight", pixel(pixel), bracketed(error.error(1, output)), name(1, output),
                signed(flow.input(pixel) * error.error(1, output)));
    }

    /** What goes back along a connection: "neuron 14 ← 3: 0.4760 · (−0.2500) = −0.12". */
    public String partBack(ErrorFlow error, int layer, int from, int to) {
        return String.format(Locale.ROOT, "%s ← %s: weight %s · error %s = %s", name(layer - 1, from), name(layer, to),
                plain(network.layer(layer).kernel().get(from, to)), bracketed(error.error(layer, to)), RoundedText.of(SIGNED, error.part(layer, from, to)));
    }

    /** How a neuron or a digit comes to its error. */
    public String unitBack(ErrorFlow error, int layer, int index) {
        if (layer == network.depth()) {
            return String.format(Locale.ROOT, "%s: probability %s − truth %s = error %s", name(layer, index), plain(flow.probability(index)),
                    plain(flow.probability(index) - error.error(layer, index)), signed(error.error(layer, index)));
        }
        return String.format(Locale.ROOT, "%s: %d errors times their weights give %s; %s, so its error is %s; the gradient of each of its weights is its "
                + "input times that", name(layer, index), network.layer(layer + 1).outputs(), signed(error.arriving(layer, index)),
                slope(layer, index), signed(error.error(layer, index)));
    }

    private String slope(int layer, int neuron) {
        if (network.layer(layer).activation() != Activation.RELU) {
            return network.layer(layer).activation().label() + " multiplies them by its slope";
        }
        return flow.pictures() > 1 ? String.format(Locale.ROOT, "it is on for %s %%", RoundedText.of("%.1f", 100 * flow.passing(layer, neuron)))
                : flow.passing(layer, neuron) > 0 ? "it is on" : "it is off";
    }

    /** Which digit is answered, and the strongest paths to it; for those who can't see the picture. */
    public String strongestPaths() {
        int answer = flow.answer();
        String start = flow.pictures() > 1 ? String.format(Locale.ROOT, "On average over %,d pictures the largest logit is that of %s.", flow.pictures(), classes.of(answer))
                : String.format(Locale.ROOT, "The answer is %s with %s %%.", classes.of(answer), RoundedText.of("%.2f", 100 * flow.probability(answer)));
        if (network.depth() == 1) {
            return start + " Its pixels add " + signed(flow.inputsOf(1, answer)) + ".";
        }
        int last = network.depth();
        List<Integer> neurons = new ArrayList<>(IntStream.range(0, network.last().inputs()).filter(from -> flow.part(last, from, answer) != 0).boxed()
                .sorted(Comparator.comparingDouble((Integer from) -> -Math.abs(flow.part(last, from, answer)))).limit(MOST_PATHS).toList());
        return start + neurons.stream().map(from -> String.format(Locale.ROOT, " Neuron %d has %s and speaks %s %s with %s.", from,
                RoundedText.of("%.2f", flow.activation(last - 1, from)), flow.part(last, from, answer) > 0 ? "for" : "against", classes.of(answer),
                RoundedText.of("%+.2f", flow.part(last, from, answer)))).collect(Collectors.joining());
    }

    private String outcome(int layer, int neuron) {
        Activation activation = network.layer(layer).activation();
        if (flow.pictures() > 1) {
            // with other activations a neuron is never off
            return ", mean activation " + plain(flow.activation(layer, neuron)) + (activation != Activation.RELU ? ""
                    : "; on for " + RoundedText.of("%.1f", 100 * flow.passing(layer, neuron)) + " %");
        }
        if (flow.passing(layer, neuron) == 0) {
            return ": below 0, so " + activation.label() + " makes it 0 and it says nothing";
        }
        return String.format(Locale.ROOT, ", %s makes it %s; %s", activation.label(), RoundedText.of("%.3f", flow.activation(layer, neuron)), loudest(layer, neuron));
    }

    /** For what a neuron speaks most. */
    private String loudest(int layer, int neuron) {
        int outputs = network.layer(layer + 1).outputs();
        int to = IntStream.range(0, outputs).boxed().max(Comparator.comparingDouble(each -> Math.abs(flow.part(layer + 1, neuron, each)))).orElse(0);
        double part = flow.part(layer + 1, neuron, to);
        return String.format(Locale.ROOT, "it speaks loudest %s %s, with %s", part < 0 ? "against" : "for", name(layer + 1, to), RoundedText.of("%+.2f", part));
    }

    private String inputs(int layer) {
        return layer == 1 ? Dataset.PIXELS + " pixels add" : network.layer(layer).inputs() + " neurons add";
    }

    /** "neuron 14", with its layer where there are several, or the digit. */
    public String name(int layer, int index) {
        if (layer == network.depth()) {
            return classes.of(index);
        }
        return "neuron " + index + (network.depth() > 2 ? " of layer_" + layer : "");
    }

    private static String signed(double value) {
        return RoundedText.of(SIGNED, value);
    }

    private static String plain(double value) {
        return RoundedText.of(PLAIN, value);
    }

    private static String bracketed(double value) {
        return value < 0 ? "(" + plain(value) + ")" : plain(value);
    }
}
