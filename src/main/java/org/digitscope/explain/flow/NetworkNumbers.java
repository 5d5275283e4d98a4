package org.digitscope.explain.flow;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.explain.flow.Walk.Kind;
import org.digitscope.network.Neuron;
import org.digitscope.plot.PercentText;
import org.digitscope.plot.RoundedText;

/** Which numbers stand in the picture of a network at a place of a walk, and how far its curves have come. */
final class NetworkNumbers {

    private static final String NOTHING = "";
    private static final String SUM = "%+.2f";
    private static final String ACTIVATION = "%.2f";
    private static final String ERROR = "%+.4f";

    private final NetworkContent content;
    private final Flow flow;
    private final int depth;
    /** How much of each stage is done, by kind and layer. */
    private final double[][] done;

    NetworkNumbers(NetworkContent content, double place) {
        this.content = content;
        flow = content.flow();
        depth = flow.network().depth();
        done = new double[Kind.values().length][depth + 1];
        for (Walk.Stage stage : content.isBlank() ? List.<Walk.Stage>of() : content.walk().stages()) {
            done[stage.kind().ordinal()][stage.layer()] = content.walk().done(stage.kind(), stage.layer(), place);
        }
    }

    private boolean isBackward() {
        return content.shown() == Shown.ERROR;
    }

    private double done(Kind kind, int layer) {
        return done[kind.ordinal()][layer];
    }

    private boolean isDone(Kind kind, int layer) {
        return done(kind, layer) == 1;
    }

    /** How much of the curves into a layer is drawn, from 0 to 1. */
    double reach(int layer) {
        if (content.isBlank()) {
            return 1;
        }
        return isBackward() ? done(Kind.BACK, layer - 1) : done(Kind.PRODUCTS, layer);
    }

    /** Whether a neuron's tile steps back, because it says nothing. */
    boolean isOff(int layer, int neuron) {
        if (isMuted(layer, neuron)) {
            return true;
        }
        return layer < depth && !content.isBlank() && (isBackward() || isDone(Kind.ACTIVATION, layer)) && flow.passing(layer, neuron) == 0;
    }

    /** Whether a person muted a neuron, so that its activation goes nowhere. */
    boolean isMuted(int layer, int neuron) {
        return layer < depth && content.muted().contains(new Neuron(layer, neuron));
    }

    /** Whether the answer is known. */
    boolean isDecided() {
        return !content.isBlank() && (isBackward() || isDone(Kind.PROBABILITIES, depth));
    }

    /** The value that a bar shows, on its way from one stage to the next. */
    double bar(int layer, int index) {
        if (isMuted(layer, index)) {
            return 0;
        }
        if (isBackward()) {
            return value(layer, index);
        }
        return layer == depth ? flow.probability(index) * done(Kind.PROBABILITIES, depth) : value(layer, index);
    }

    /** The value of a layer's longest bar. */
    double longest(int layer) {
        if (layer == depth && !isBackward()) {
            return 1;
        }
        double longest = 0;
        for (int i = 0; i < flow.network().layer(layer).outputs(); i++) {
            double end = isBackward() ? content.error().map(error -> error.error(layer, 0)).orElse(0.0) : 0;
            longest = Math.max(longest, Math.max(Math.abs(end), Math.abs(isBackward() ? value(layer, i) : atEnd(layer, i))));
        }
        return longest;
    }

    private double atEnd(int layer, int index) {
        return Math.max(Math.abs(flow.activation(layer, index)), Math.abs(value(layer, index)));
    }

    private double value(int layer, int index) {
        if (isBackward()) {
            return content.error().map(error -> error(error, layer, index)).orElse(0.0);
        }
        double value = flow.inputsOf(layer, index) * done(Kind.SUMS, layer)
                + flow.network().layer(layer).bias().data[index] * done(Kind.BIASES, layer);
        return layer == depth ? value : value + (flow.activation(layer, index) - flow.sum(layer, index)) * done(Kind.ACTIVATION, layer);
    }

    private double error(ErrorFlow error, int layer, int index) {
        if (layer == depth) {
            return error.error(layer, index) * done(Kind.ERROR, layer);
        }
        double arriving = error.arriving(layer, index);
        return arriving * done(Kind.BACK, layer) + (error.error(layer, index) - arriving) * done(Kind.SLOPES, layer);
    }

    /** The number beside a unit: what the last stage that is done made of it, never one between two stages. */
    String text(int layer, int index) {
        if (isMuted(layer, index)) {
            return "muted";
        }
        if (isBackward()) {
            return content.error().filter(error -> isDone(layer == depth ? Kind.ERROR : Kind.BACK, layer)).map(error -> RoundedText.of(ERROR,
                    layer < depth && !isDone(Kind.SLOPES, layer) ? error.arriving(layer, index) : error.error(layer, index))).orElse(NOTHING);
        }
        if (!isDone(Kind.SUMS, layer)) {
            return NOTHING;
        }
        if (isDone(Kind.ACTIVATION, layer)) {
            return RoundedText.of(ACTIVATION, flow.activation(layer, index));
        }
        return RoundedText.of(SUM, isDone(Kind.BIASES, layer) ? flow.sum(layer, index) : flow.inputsOf(layer, index));
    }

    /** What the first number of each digit is. */
    String headOfText() {
        return isBackward() ? "error" : isDone(Kind.SUMS, depth) && !isDone(Kind.BIASES, depth) ? "sum" : "logit";
    }

    /** What the second number of each digit is; empty where there is none. */
    String headOfPercent() {
        return isBackward() ? NOTHING : isDone(Kind.EXPONENTIALS, depth) && !isDone(Kind.PROBABILITIES, depth) ? "exponential" : "probability";
    }

    /** What stands beside the logit of a digit. */
    String percent(int digit) {
        if (isBackward() || !isDone(Kind.EXPONENTIALS, depth)) {
            return NOTHING;
        }
        if (!isDone(Kind.PROBABILITIES, depth)) {
            return RoundedText.of("%.4f", Math.exp(flow.logit(digit) - largestLogit()));
        }
        return PercentText.of(flow.probability(digit));
    }

    private double largestLogit() {
        double largest = Double.NEGATIVE_INFINITY;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            largest = Math.max(largest, flow.logit(digit));
        }
        return largest;
    }

    /** What a curve's width stands for. */
    String widthMeans() {
        return switch (content.shown()) {
            case PARTS -> "width: activation · weight";
            case WEIGHTS -> "width: weight";
            case ERROR -> "width: weight · error";
        };
    }
}
