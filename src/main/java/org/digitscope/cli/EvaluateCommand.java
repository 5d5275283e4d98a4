package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.ModelFile;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: scores a network on a whole data set. */
@Command(name = "evaluate", description = "Prints accuracy, loss, confusion matrix and the score of each digit.",
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

    private static final int MISTAKES_SHOWN = 10;

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Mixin
    private DataOption data;

    @Option(names = "--training", description = "Scores the pictures that the network was trained with instead of the test set.")
    private boolean training;

    @Option(names = "--mistakes", description = "Lists all mistakes, the worst first (default: the worst ten).")
    private boolean allMistakes;

    @Override
    public Integer call() throws IOException {
        DigitSets sets = data.load();
        ModelFile.Model loaded = model.load(sets);
        Parameters network = loaded.parameters();
        Dataset pictures = training ? loaded.settings().trainsWith(sets.training()) : sets.validation();
        Evaluation score = Evaluation.of(network, pictures);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s, %s%naccuracy: %.4f (%,d right, %,d wrong) - loss: %s%n%n", pictures.name(),
                Counts.of(score.size(), "picture"), score.accuracy(), score.correct(), score.size() - score.correct(), RoundedText.ascii("%.4f", score.loss()));
        if (!Double.isFinite(score.loss())) {
            out.printf(Locale.ROOT, "The loss is no number, as sums of this network are too large for 32 bits with %,d of the pictures.%n%n",
                    IntStream.range(0, score.size()).filter(image -> !Float.isFinite(score.loss(image))).count());
        }
        printConfusion(out, score);
        printDigits(out, score, sets.classes());
        printMistakes(out, score.mistakes());
        TaughtDigits drawings = data.drawings();
        if (!drawings.isEmpty()) {
            out.printf(Locale.ROOT, "%ndrawings: %,d of %,d right%n", drawings.correct(network, data.isDeskewed()), drawings.digits().size());
        }
        return Cli.OK;
    }

    private static void printConfusion(PrintWriter out, Evaluation score) {
        out.println("confusion matrix: a row for each true digit, a column for each answer");
        out.print("      ");
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            out.printf(Locale.ROOT, "%6d", digit);
        }
        out.println();
        for (int truth = 0; truth < Dataset.CLASSES; truth++) {
            out.printf(Locale.ROOT, "%6d", truth);
            for (int answer = 0; answer < Dataset.CLASSES; answer++) {
                out.printf(Locale.ROOT, "%6d", score.count(truth, answer));
            }
            out.println();
        }
        out.println();
    }

    private static void printDigits(PrintWriter out, Evaluation score, ClassNames classes) {
        out.println(" digit  precision     recall         F1      count");
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            out.printf(Locale.ROOT, "%6d %10.4f %10.4f %10.4f %10d%s%n", digit, score.precision(digit), score.recall(digit),
                    score.f1(digit), score.truthCount(digit), classes == ClassNames.DIGITS ? "" : "  " + classes.of(digit));
        }
        List<String> missing = IntStream.range(0, Dataset.CLASSES).filter(digit -> score.truthCount(digit) == 0).mapToObj(classes::numbered)
                .toList();
        if (!missing.isEmpty()) {
            out.println("no " + String.join(", no ", missing) + " among these");
        }
        out.println();
    }

    private void printMistakes(PrintWriter out, List<Evaluation.Mistake> mistakes) {
        int shown = allMistakes ? mistakes.size() : Math.min(MISTAKES_SHOWN, mistakes.size());
        out.printf(Locale.ROOT, "%d of %s, the largest loss first%n image   true answer probability       loss%n",
                shown, Counts.of(mistakes.size(), "mistake"));
        for (Evaluation.Mistake mistake : mistakes.subList(0, shown)) {
            out.printf(Locale.ROOT, "%6d %6d %6d %11.4f %10.4f%n", mistake.image(), mistake.truth(), mistake.answer(),
                    mistake.probability(), mistake.loss());
        }
    }
}
