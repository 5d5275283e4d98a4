package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.Prediction;
import org.digitscope.drawing.Sheet;
import org.digitscope.explain.MostFamiliar;
import org.digitscope.files.ModelFile;
import org.digitscope.files.PictureFile;
import org.digitscope.network.Softmax;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code predict}: the ten probabilities of one test image or of a picture file. */
@Command(name = "predict", description = "Prints the ten probabilities for a test image or a picture.",
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {

    /** Of a picture whose true digit nobody knows. */
    private static final int UNKNOWN = -1;
    /** Signs of the bar of a probability of 1, which a terminal of 80 columns has room for. */
    private static final int BAR = 40;

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Mixin
    private DataOption data;
    @ArgGroup(multiplicity = "1")
    private Input input;

    @Option(names = "--explain", description = "Print every number on the way, what each pixel adds, and the training digits "
            + "that are most alike.")
    private boolean explain;

    /** One of the two. */
    private static final class Input {
        @Option(names = "--index", paramLabel = "N", description = "A test image, counted from 0.")
        private Integer index;

        @Parameters(paramLabel = "FILE", description = "A PNG, JPEG, GIF or BMP picture of a digit, dark on light or "
                + "light on dark.")
        private Path file;
    }

    @Override
    public Integer call() throws IOException {
        DigitSets sets = data.load();
        if (input.index != null) {
            predictTestImage(sets);
        } else {
            Sheet sheet = Sheet.of(MostFamiliar.of(PictureFile.readings(input.file), sets.training()));
            FittedDigit digit = data.prepare(sheet.fit(new MnistFit(FitStage.all())).orElseThrow());
            print(sets, String.valueOf(input.file), digit, UNKNOWN, !sheet.isFramed());
        }
        return Cli.OK;
    }

    private void predictTestImage(DigitSets sets) throws IOException {
        Dataset test = sets.validation();
        if (input.index < 0 || input.index >= test.size()) {
            throw new ParameterException(spec.commandLine(), String.format(Locale.ROOT,
                    "--index must be from 0 to %d, not %d", test.size() - 1, input.index));
        }
        print(sets, test.name() + " image " + input.index, new FittedDigit(List.of(test.image(input.index))),
                test.label(input.index), false);
    }

    private void print(DigitSets sets, String what, FittedDigit digit, int label, boolean fitted) throws IOException {
        ModelFile.Model network = model.load(sets);
        Prediction prediction = Prediction.of(digit, network.parameters());
        PrintWriter out = spec.commandLine().getOut();
        out.println(what);
        if (prediction.isNumber()) {
            printProbabilities(out, prediction, sets.classes());
            printAnswer(out, prediction, sets.classes(), label);
        } else {
            out.println(Softmax.NO_ANSWER);
        }
        DigitSets learnt = sets.withTraining(network.settings().trainsWith(sets.training()));
        if (explain) {
            new ExplanationReport(out).print(prediction, network.parameters(), learnt, fitted);
        } else if (label == UNKNOWN) {
            new ExplanationReport(out).printDoubt(digit.main(), learnt, fitted);
        }
    }

    private static void printProbabilities(PrintWriter out, Prediction prediction, ClassNames classes) {
        out.printf(" digit%s  probability%n", classes == ClassNames.DIGITS ? "" : "  class       ");
        for (int k = 0; k < Dataset.CLASSES; k++) {
            float probability = prediction.probabilities()[k];
            String name = classes == ClassNames.DIGITS ? "" : String.format("  %-12s", classes.of(k));
            out.printf(Locale.ROOT, "%6d%s %12.6f %s%n", k, name, probability, "#".repeat(Math.round(BAR * probability)));
        }
    }

    private static void printAnswer(PrintWriter out, Prediction prediction, ClassNames classes, int label) {
        int answer = prediction.answer();
        out.printf(Locale.ROOT, "answer: %s (%.2f %%)", classes.numbered(answer), 100 * prediction.probability());
        out.println(label == UNKNOWN ? "" : ", true label: " + classes.numbered(label) + (label == answer ? " (right)" : " (wrong)"));
    }
}
