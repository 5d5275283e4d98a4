package org.digitscope.explain.flow;

import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.flow.Walk.Stage;
import org.digitscope.network.Parameters;
import org.digitscope.plot.PercentText;
import org.digitscope.plot.RoundedText;

/** What happens in a stage of a walk, in a sentence with this picture's numbers. */
public final class WalkText {

    private final Flow flow;
    private final Parameters network;
    private final Optional<ErrorFlow> error;
    private final ClassNames classes;

    /** @param classes what the ten outputs are called */
    public WalkText(Flow flow, Optional<ErrorFlow> error, ClassNames classes) {
        this.flow = flow;
        this.classes = classes;
        this.error = error;
        network = flow.network();
    }

    /** The network that one walks through. */
    public Parameters network() {
        return network;
    }

    public String of(Stage stage) {
        int layer = stage.layer();
        int inputs = layer == 0 ? 0 : network.layer(layer).inputs();
        int outputs = layer == 0 ? 0 : network.layer(layer).outputs();
        return switch (stage.kind()) {
            case PIXELS -> flow.pictures() > 1 ? String.format(Locale.ROOT, "Pixels: 784 numbers from 0 to %s for each of the %,d pictures; %d of their means are not 0.",
                    network.inputs() == Inputs.GREY ? "255" : "1", flow.pictures(), lit()) : String.format(Locale.ROOT, "Pixels: 784 numbers from 0 to %s, of which %d are not 0.", network.inputs() == Inputs.GREY ? "255" : "1", lit());
            case PRODUCTS -> String.format(Locale.ROOT, "Products: each of the %d %s times its weight, %d · %d = %,d products.", inputs,
                    layer == 1 ? "pixels" : "activations", inputs, outputs, inputs * outputs);
            case SUMS -> String.format(Locale.ROOT, "Sums: the %d products of each %s are added.", inputs, layer == network.depth() ? "digit" : "neuron");
            case BIASES -> String.format(Locale.ROOT, "Bias: each of the %d sums gets its own learnt number%s.", outputs,
                    layer == network.depth() ? "; these are the logits" : "");
            case ACTIVATION -> activation(layer);
            case EXPONENTIALS -> "Exponentials: exp(logit − largest logit) makes all of them positive and the largest 1.";
            case PROBABILITIES -> "Probabilities: each exponential divided by the sum of all ten" + (flow.pictures() > 1 ? "; their means over all pictures."
                    : String.format(Locale.ROOT, "; the largest is %s for %s.", PercentText.of(flow.probability(flow.answer())),
                            classes.of(flow.answer())));
            case ERROR -> "Error: the probability of each digit minus the truth, which is 1 for the right digit and 0 for the others."
                    + error.map(each -> largestInSize(each, layer)).orElse("");
            case BACK -> String.format(Locale.ROOT, "Back to layer_%d: each neuron gets the errors of what it speaks to, each times the weight between them.", layer);
            case SLOPES -> slopes(layer);
            case GRADIENT -> "Gradient: of each weight it is the input · the error of what the weight leads to"
                    + (flow.pictures() > 1 ? String.format(Locale.ROOT, ", as a mean over the %,d pictures", flow.pictures()) : "")
                    + "; the tiles show those into each " + (network.depth() == 1 ? "digit." : "neuron.");
            case UPDATE -> "Update: what the optimizer makes of the gradient; the tiles show by how much the weights into each " + (network.depth() == 1 ? "digit" : "neuron") + " move.";
            case AFTER -> "After the step: the tiles show the new weights.";
        };
    }

    private String activation(int layer) {
        int neurons = network.layer(layer).outputs();
        int passing = 0;
        for (int neuron = 0; neuron < neurons; neuron++) {
            passing += flow.passing(layer, neuron) > 0 ? 1 : 0;
        }
        return switch (network.layer(layer).activation()) {
            case RELU -> String.format(Locale.ROOT, "ReLU: what is below 0 becomes 0; %d of %d neurons %s.", passing, neurons,
                    flow.pictures() > 1 ? "are on for at least one picture" : "stay on");
            case TANH -> "tanh: each sum is bent into −1 to 1.";
            case SIGMOID -> "Sigmoid: each sum is bent into 0 to 1.";
            case LINEAR -> "Linear: each sum stays as it is.";
        };
    }

    private String slopes(int layer) {
        return switch (network.layer(layer).activation()) {
            case RELU -> "ReLU lets the error pass where the neuron was on; those that were off learn nothing from this.";
            case TANH -> "The error is multiplied by the slope of tanh, 1 − a².";
            case SIGMOID -> "The error is multiplied by the slope of the sigmoid, a·(1 − a).";
            case LINEAR -> "A linear neuron lets its error pass as it is.";
        };
    }

    private String largestInSize(ErrorFlow error, int layer) {
        int largest = 0;
        for (int digit = 1; digit < Dataset.CLASSES; digit++) {
            largest = Math.abs(error.error(layer, digit)) > Math.abs(error.error(layer, largest)) ? digit : largest;
        }
        return " Above or below 0, the largest is " + RoundedText.of("%+.4f", error.error(layer, largest)) + " for " + classes.of(largest) + ".";
    }

    private int lit() {
        int lit = 0;
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            lit += flow.input(pixel) != 0 ? 1 : 0;
        }
        return lit;
    }
}
