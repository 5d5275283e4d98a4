package org.digitscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Prediction;
import org.digitscope.explain.Account;
import org.digitscope.explain.Familiarity;
import org.digitscope.explain.Familiarity.Judgement;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.Ledger;
import org.digitscope.explain.NearestDigits;
import org.digitscope.explain.NearestDigits.Neighbour;
import org.digitscope.explain.OnPattern;
import org.digitscope.explain.PatternIndex;
import org.digitscope.network.Activation;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;

/** Prints why a network answers as it does: {@code predict --explain}. */
final class ExplanationReport {

    private static final int NEIGHBOURS = 8;
    private static final int SAMPLE = 200;
    private static final int HUNDREDTHS = 100;

    private final PrintWriter out;

    ExplanationReport(PrintWriter out) {
        this.out = out;
    }

    /** @param fitted whether the digit is a fitted drawing, see {@link Familiarity#judge} */
    void print(Prediction prediction, Parameters parameters, DigitSets digits, boolean fitted) {
        byte[] pixels = prediction.digit().main();
        ForwardTrace trace = ForwardTrace.of(pixels, parameters);
        Optional<String> obstacle = Ledger.obstacle(parameters);
        Optional<Ledger> ledger = obstacle.isPresent() ? Optional.empty() : Optional.of(Ledger.of(trace));
        int fits = prediction.digit().fits().size();
        if (fits > 1) {
            out.printf("%nThe answer is the mean over %d fits of the digit; this explains the first, unstretched one.%n", fits);
        }
        grid("The 784 inputs, grey values " + (parameters.inputs() == Inputs.GREY ? "as the network is given them" : "(divided by 255 for the network)"), pixel -> pixels[pixel] & 0xFF);
        printTrace(trace, ledger);
        trace.trouble().ifPresent(out::println);
        obstacle.ifPresent(out::println);
        if (prediction.isNumber()) {
            ledger.ifPresent(exact -> printLedger(trace, exact, prediction.answer(), prediction.runnerUp()));
        }
        printLikeness(pixels, trace, digits, fitted);
    }

    /** One line, where a picture is unlike those in training. */
    void printDoubt(byte[] pixels, DigitSets digits, boolean fitted) {
        NearestDigits nearest = NearestDigits.of(digits.training());
        Judgement judgement = judge(pixels, nearest, nearest.to(pixels, NEIGHBOURS), digits, fitted);
        if (judgement.level() != Familiarity.Level.FAMILIAR) {
            out.println(judgement.sentence());
        }
    }

    private void printTrace(ForwardTrace trace, Optional<Ledger> ledger) {
        Parameters network = trace.parameters();
        for (int layer = 1; layer < network.depth(); layer++) {
            Activation activation = network.layer(layer).activation();
            out.printf("%nlayer_%d%n neuron %22s     activation%n", layer,
                    "sum before " + (activation == Activation.RELU ? "ReLU" : activation.label()));
            for (int index = 0; index < trace.neurons(layer); index++) {
                Neuron neuron = new Neuron(layer, index);
                out.printf(Locale.ROOT, "%7d %22s %14s%n", index, trace.sum(neuron), trace.activation(neuron));
            }
        }
        out.printf("%nlayer_%d%s%n digit        logit  probability%s%n", network.depth(),
                ledger.isEmpty() ? "" : ", and its ledger: logit = biases + pixels for + pixels against + rounding",
                ledger.isEmpty() ? "" : "       biases          for      against   rounding");
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            out.printf(Locale.ROOT, "%6d %12.6f %12.6f%s%n", digit, trace.logit(digit), trace.probability(digit),
                    ledger.isEmpty() ? "" : parts(ledger.get(), digit));
        }
    }

    private static String parts(Ledger ledger, int digit) {
        Account account = ledger.of(digit);
        return String.format(Locale.ROOT, " %12s %12s %12s %10s", RoundedText.ascii("%.6f", account.bias()),
                RoundedText.ascii("%.6f", account.favour()), RoundedText.ascii("%.6f", account.against()),
                RoundedText.ascii("%.1e", ledger.residual(digit)));
    }

    private void printLedger(ForwardTrace trace, Ledger ledger, int answer, int runnerUp) {
        Account account = ledger.of(answer);
        Account difference = ledger.difference(answer, runnerUp);
        grid("What each pixel adds to the logit of " + answer + ", in hundredths",
                pixel -> (int) Math.round(HUNDREDTHS * account.pixels()[pixel]));
        int hiddenLayers = trace.parameters().depth() - 1;
        for (int layer = 1; layer <= hiddenLayers; layer++) {
            out.printf(Locale.ROOT, "%nBy neuron%s: the logit of %d, and why %d and not %d%n neuron %12d %9d−%d%n",
                    hiddenLayers == 1 ? "" : " of layer_" + layer, answer, answer, runnerUp, answer, answer, runnerUp);
            Account.ByNeuron parts = account.layer(layer);
            Account.ByNeuron differences = difference.layer(layer);
            for (int neuron = 0; neuron < trace.neurons(layer); neuron++) {
                if (trace.isOn(new Neuron(layer, neuron))) {
                    out.printf(Locale.ROOT, "%7d %12.6f %11.6f%n", neuron, parts.parts()[neuron], differences.parts()[neuron]);
                }
            }
            out.printf(Locale.ROOT, "   bias %12.6f %11.6f%n  total %12.6f %11.6f%n", parts.bias(), differences.bias(),
                    account.total(), difference.total());
        }
    }

    private void printLikeness(byte[] pixels, ForwardTrace trace, DigitSets digits, boolean fitted) {
        NearestDigits nearest = NearestDigits.of(digits.training());
        List<Neighbour> neighbours = nearest.to(pixels, NEIGHBOURS);
        out.printf("%nMost alike in training%n image  label  distance%n");
        for (Neighbour neighbour : neighbours) {
            out.printf(Locale.ROOT, "%6d %6d %9.3f%n", neighbour.picture(), neighbour.label(), neighbour.distance());
        }
        out.println(judge(pixels, nearest, neighbours, digits, fitted).sentence());
        Optional<String> obstacle = OnPattern.obstacle(trace.parameters());
        if (obstacle.isPresent()) {
            out.println(obstacle.get());
            return;
        }
        List<Integer> same = PatternIndex.of(trace.parameters(), digits.training()).pictures(OnPattern.of(trace));
        out.printf(Locale.ROOT, "%s the same neurons%s%n", Counts.of(same.size(), "training digit turns on", "training digits turn on"), same.isEmpty() ? "."
                : "; the first: image " + same.get(0) + ", label " + digits.training().label(same.get(0)) + ".");
    }

    private static Judgement judge(byte[] pixels, NearestDigits nearest, List<Neighbour> neighbours, DigitSets digits, boolean fitted) {
        return Familiarity.measure(nearest, digits.validation(), SAMPLE).judge(pixels, neighbours, fitted);
    }

    private void grid(String title, IntFunction<Integer> value) {
        out.printf("%n%s%n", title);
        for (int row = 0; row < Dataset.ROWS; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < Dataset.COLUMNS; column++) {
                line.append(String.format(Locale.ROOT, "%4d", value.apply(row * Dataset.COLUMNS + column)));
            }
            out.println(line);
        }
    }
}
