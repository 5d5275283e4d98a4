package org.digitscope.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.PlainNumber;
import org.digitscope.evaluation.DeadNeurons;
import org.digitscope.network.Parameters;

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

    /** A sentence that says so, with what to change; empty where the network has learnt something. */
    Optional<String> advice(Parameters network, double accuracy) {
        double guess = (double) Arrays.stream(validation.labelCounts()).max().orElseThrow() / validation.size();
        if (accuracy > guess + DEVIATIONS * Math.sqrt(guess * (1 - guess) / validation.size())) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "This is as good as guessing: %.2f %% of the %,d validation pictures are answered rightly, "
                + "and always giving the commonest answer would get %.2f %%. %s", 100 * accuracy, validation.size(), 100 * guess, cause(network)));
    }

    private String cause(Parameters network) {
        int dead = DeadNeurons.count(network, validation);
        String usual = settings.optimizer().label() + "'s usual " + PlainNumber.of(settings.optimizer().usualRate());
        if (dead == network.layer(1).outputs()) {
            return String.format(Locale.ROOT, "No hidden neuron is on for any of them, so all get the same answer. Start again with a learning "
                    + "rate below %s (with %s, %s is a usual one) or another seed.", PlainNumber.of(rate), settings.optimizer().label(),
                    PlainNumber.of(settings.optimizer().usualRate()));
        }
        String off = dead == 0 ? "" : String.format(Locale.ROOT, ", and %d of %d hidden neurons are never on", dead, network.layer(1).outputs());
        if (rate > FAR * settings.optimizer().usualRate()) {
            return "The learning rate of " + PlainNumber.of(rate) + " is far above " + usual + off + ": start again with a smaller one.";
        } else if (rate < settings.optimizer().usualRate() / FAR) {
            return "The learning rate of " + PlainNumber.of(rate) + " is far below " + usual + off + ": try a larger one.";
        }
        return "The learning rate of " + PlainNumber.of(rate) + " is near " + usual + off + ": try more epochs or another seed.";
    }
}
