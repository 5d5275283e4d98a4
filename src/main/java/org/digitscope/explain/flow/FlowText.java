package org.digitscope.explain.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.PercentText;
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
    private final UnitNames names;
    private final Map<Neuron, Float> muted;

    /** @param classes what the ten outputs are called */
    public FlowText(Flow flow, ClassNames classes) {
        this(flow, classes, Map.of());
    }

    /**
     * @param classes what the ten outputs are called
     * @param muted neurons of the network that a person muted, and what each of them gives instead
     */
    public FlowText(Flow flow, ClassNames classes, Map<Neuron, Float> muted) {
        this.flow = flow;
        this.classes = classes;
        this.muted = muted;
        network = flow.network();
        names = new UnitNames(network, classes);
    }

    /** A connection of a later layer: "neuron 14 → 3: 6.100 · 0.476 = +2.904". */
    public String part(int layer, int from, int to) {
        if (isSilenced(layer - 1, from)) {
            return muted(layer - 1, from);
        }
        return String.format(Locale.ROOT, "%s → %s: %s · %s = %s", names.of(layer - 1, from), names.of(layer, to), plain(flow.activation(layer - 1, from)),
                bracketed(network.layer(layer).kernel().get(from, to)), RoundedText.of("%+.2f", flow.part(layer, from, to)));
    }

    /** How a neuron or a digit comes to its number. */
    public String unit(int layer, int index) {
        if (isMuted(layer, index)) {
            return muted(layer, index);
        }
        String sum = String.format(Locale.ROOT, "%s: %s %s, bias %s, %s %s", names.of(layer, index), inputs(layer),
                signed(flow.inputsOf(layer, index)), signed(network.layer(layer).bias().data[index]), layer == network.depth() ? "logit" : "sum",
                RoundedText.of(RESULT, flow.sum(layer, index)));
        return sum + (layer == network.depth() ? (flow.pictures() > 1 ? ", mean probability " : ", probability ") + PercentText.of(flow.probability(index)) : outcome(layer, index));
    }

    /** A pixel: "row 14, column 9: 0.4980". */
    public String pixel(int pixel) {
        return String.format(Locale.ROOT, "%s: %s", UnitNames.pixel(pixel), plain(flow.input(pixel)));
    }

    /** What a pixel gives to a neuron of layer_1 or, where that is a digit, to it: "row 14, column 9: 0.4980 · (−0.1210) = −0.0603 to neuron 14". */
    public String pixelTo(int pixel, int output) {
        return isMuted(1, output) ? pixel(pixel) + "; " + muted(1, output) : String.format(Locale.ROOT, "%s · %s = %s to %s", pixel(pixel),
                bracketed(network.layer(1).kernel().get(pixel, output)), signed(flow.part(1, pixel, output)), names.of(1, output));
    }

    /**
     * What a pixel gives to a neuron or a digit of a later layer.
     *
     * @param slope what each unit of its ink gives, over all the paths
     */
    public String pixelThrough(int pixel, double slope, int layer, int index) {
        return String.format(Locale.ROOT, "%s · %s over all paths = %s to %s", pixel(pixel), bracketed(slope), signed(flow.input(pixel) * slope), names.of(layer, index));
    }

    /** The gradient of a weight: its input times the error of what it leads to, and of several pictures the mean of these products. */
    public String pixelBack(ErrorFlow error, int pixel, int output) {
        if (isMuted(1, output)) {
            return pixel(pixel) + "; " + muted(1, output);
        }
        if (flow.pictures() > 1) {
            return String.format(Locale.ROOT, "%s: the mean over the %,d pictures of input · error of %s = gradient %s of its weight", UnitNames.pixel(pixel),
                    flow.pictures(), names.of(1, output), signed(error.gradient(1, pixel, output)));
        }
        return String.format(Locale.ROOT, "%s · error %s of %s = gradient %s of its weight", pixel(pixel), bracketed(error.error(1, output)), names.of(1, output),
                signed(error.gradient(1, pixel, output)));
    }

    /** What goes back along a connection: "neuron 14 ← 3: 0.4760 · (−0.2500) = −0.12". */
    public String partBack(ErrorFlow error, int layer, int from, int to) {
        if (isSilenced(layer - 1, from)) {
            return muted(layer - 1, from);
        }
        return String.format(Locale.ROOT, "%s ← %s: weight %s · %serror %s = %s", names.of(layer - 1, from), names.of(layer, to),
                plain(network.layer(layer).kernel().get(from, to)), mean(), bracketed(error.error(layer, to)), RoundedText.of(SIGNED, error.part(layer, from, to)));
    }

    /** How a neuron or a digit comes to its error. */
    public String unitBack(ErrorFlow error, int layer, int index) {
        if (layer == network.depth()) {
            return String.format(Locale.ROOT, "%s: %sprobability %s − %struth %s = %serror %s", names.of(layer, index), mean(), plain(flow.probability(index)),
                    mean(), plain(flow.probability(index) - error.error(layer, index)), mean(), signed(error.error(layer, index)));
        }
        if (isMuted(layer, index)) {
            return muted(layer, index);
        }
        if (flow.pictures() > 1) {
            return String.format(Locale.ROOT, "%s: %d mean errors times their weights give %s; %s its mean error is %s; the gradient of each of its weights is "
                    + "the mean over the %,d pictures of input · error", names.of(layer, index), network.layer(layer + 1).outputs(),
                    signed(error.arriving(layer, index)), meanSlope(layer, index), signed(error.error(layer, index)), flow.pictures());
        }
        return String.format(Locale.ROOT, "%s: %d errors times their weights give %s; %s, so its error is %s; the gradient of each of its weights is its "
                + "input times that", names.of(layer, index), network.layer(layer + 1).outputs(), signed(error.arriving(layer, index)),
                slope(layer, index), signed(error.error(layer, index)));
    }

    private String slope(int layer, int neuron) {
        if (network.layer(layer).activation() != Activation.RELU) {
            return network.layer(layer).activation().label() + " multiplies them by its slope";
        }
        return flow.passing(layer, neuron) > 0 ? "it is on" : "it is off";
    }

    private String meanSlope(int layer, int neuron) {
        return network.layer(layer).activation() == Activation.RELU ? "that passes only where it is on, for " + share(layer, neuron) + ", so that"
                : network.layer(layer).activation().label() + " multiplies them by its slope for each picture, so that";
    }

    /** For how many of several pictures a neuron is on. */
    private String share(int layer, int neuron) {
        return String.format(Locale.ROOT, "%s %% of the %,d pictures", RoundedText.of("%.1f", 100 * flow.passing(layer, neuron)), flow.pictures());
    }

    private String mean() {
        return flow.pictures() > 1 ? "mean " : "";
    }

    private boolean isMuted(int layer, int neuron) {
        return muted.containsKey(new Neuron(layer, neuron));
    }

    /** Whether it was muted to nothing, so that the network no longer has the weights that it spoke with. */
    private boolean isSilenced(int layer, int neuron) {
        return isMuted(layer, neuron) && muted.get(new Neuron(layer, neuron)) == 0;
    }

    /** What it receives, and the error behind it, change nothing. */
    private String muted(int layer, int neuron) {
        return String.format(Locale.ROOT, "%s is muted: whatever it receives, it gives %s, and no error changes its weights; M or a double click on it ends that",
                names.of(layer, neuron), RoundedText.of("%.2f", muted.get(new Neuron(layer, neuron))));
    }

    /** Which digit is answered, and the strongest paths to it; for those who can't see the picture. */
    public String strongestPaths() {
        int answer = flow.answer();
        String start = flow.pictures() > 1 ? String.format(Locale.ROOT, "On average over %,d pictures the largest logit is that of %s.", flow.pictures(), classes.of(answer))
                : String.format(Locale.ROOT, "The answer is %s with %s.", classes.of(answer), PercentText.of(flow.probability(answer)));
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
                    : "; on for " + share(layer, neuron));
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
        return String.format(Locale.ROOT, "it speaks loudest %s %s, with %s", part < 0 ? "against" : "for", names.of(layer + 1, to), RoundedText.of("%+.2f", part));
    }

    private String inputs(int layer) {
        return layer == 1 ? Dataset.PIXELS + " pixels add" : network.layer(layer).inputs() + " neurons add";
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
