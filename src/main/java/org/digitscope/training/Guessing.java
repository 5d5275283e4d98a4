package org.digitscope.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.PlainNumber;
import org.digitscope.evaluation.DeadNeurons;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.network.StartValues;

/**
 * Whether a trained network answers no better than somebody who doesn't look at the pictures, and why that probably is so. Who guesses
 * best gives always the commonest answer, and is right for the share p of n pictures; a network isn't told from that up to
 * p + 3·√(p(1 − p)/n).
 *
 * @param rate the learning rate in force at the end
 */
record Guessing(Hyperparameters settings, double rate, Dataset validation) {

    private static final double DEVIATIONS = 3;
    /** Rates that differ from the usual one by more than this factor are named as the likely cause. */
    private static final double FAR = 10;

    /** The share of wrong labels from which on the right ones are outvoted. */
    private static final double MOST_WRONG = 0.8;

    /** A sentence that says so, with what to change; empty where the network has learnt something. */
    Optional<String> advice(Parameters network, double accuracy) {
        double guess = (double) Arrays.stream(validation.labelCounts()).max().orElseThrow() / validation.size();
        if (accuracy > guess + DEVIATIONS * Math.sqrt(guess * (1 - guess) / validation.size())) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "This is as good as guessing: %.2f %% of the %s are answered rightly, "
                + "and always giving the commonest answer would get %.2f %%. %s", 100 * accuracy, Counts.of(validation.size(), "validation picture"), 100 * guess, chosenCause().orElseGet(() -> rateCause(network))));
    }

    /** What was chosen that keeps any network from learning. */
    private Optional<String> chosenCause() {
        Architecture architecture = settings.architecture();
        if (settings.initialization().values() == StartValues.ZERO && !architecture.hidden().isEmpty()) {
            return Optional.of("All weights began at zero, so the neurons of a layer learn the same or nothing: start again with other start values.");
        } else if (settings.variation().wrongLabels() > MOST_WRONG) {
            return Optional.of(settings.variation().wrongLabelsText() + " of the training pictures have a wrong label: start again with fewer.");
        } else if (architecture.inputs() == Inputs.GREY) {
            return Optional.of("Its inputs are not divided by 255, so the steps overshoot: start again with divided ones, or with a much smaller "
                    + "learning rate than " + PlainNumber.of(rate) + ".");
        } else if (architecture.activation() == Activation.SIGMOID && architecture.hidden().size() > 1) {
            return Optional.of("Gradients vanish on their way back through " + architecture.hidden().size() + " sigmoid layers: try relu, fewer "
                    + "layers or more epochs.");
        } else if (!settings.penalty().equals(Penalty.NONE)) {
            return Optional.of("The penalty may outweigh all that weights are good for: start again with a smaller one.");
        }
        return Optional.empty();
    }

    private String rateCause(Parameters network) {
        boolean canDie = settings.architecture().activation() == Activation.RELU && network.depth() > 1;
        int dead = canDie ? DeadNeurons.count(network, validation) : 0;
        int hidden = network.hiddenLayers().stream().mapToInt(Layer::outputs).sum();
        String usual = settings.optimizer().label() + "'s usual " + PlainNumber.of(settings.optimizer().usualRate());
        if (canDie && dead == hidden) {
            return String.format(Locale.ROOT, "No hidden neuron is on for any of them, so all get the same answer. Start again with a learning "
                    + "rate below %s (with %s, %s is a usual one) or another seed.", PlainNumber.of(rate), settings.optimizer().label(),
                    PlainNumber.of(settings.optimizer().usualRate()));
        }
        String off = dead == 0 ? "" : ", and " + dead + " of " + Counts.of(hidden, "hidden neuron")
                + (dead == 1 ? " is never on" : " are never on");
        if (rate > FAR * settings.optimizer().usualRate()) {
            return "The learning rate of " + PlainNumber.of(rate) + " is far above " + usual + off + ": start again with a smaller one.";
        } else if (rate < settings.optimizer().usualRate() / FAR) {
            return "The learning rate of " + PlainNumber.of(rate) + " is far below " + usual + off + ": try a larger one.";
        }
        return "The learning rate of " + PlainNumber.of(rate) + " is near " + usual + off + ": try more epochs or another seed.";
    }
}
