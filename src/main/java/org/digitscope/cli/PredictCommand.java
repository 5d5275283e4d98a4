package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.files.PictureFile;
import org.digitscope.network.Network;
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

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Mixin
    private DataOption data;
    @ArgGroup(multiplicity = "1")
    private Input input;

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
            print(sets, String.valueOf(input.file), PictureFile.readDigit(input.file), UNKNOWN);
        }
        return Cli.OK;
    }

    private void predictTestImage(DigitSets sets) throws IOException {
        Dataset test = sets.validation();
        if (input.index < 0 || input.index >= test.size()) {
            throw new ParameterException(spec.commandLine(), String.format(Locale.ROOT,
                    "--index must be from 0 to %d, not %d", test.size() - 1, input.index));
        }
        print(sets, test.name() + " image " + input.index, test.image(input.index), test.label(input.index));
    }

    private void print(DigitSets sets, String what, byte[] pixels, int label) throws IOException {
        Dataset one = Dataset.builder(what, 1).add(pixels, Math.max(0, label)).build();
        Network network = new Network(model.load(sets).parameters(), 1);
        network.forward(one, new int[] {0}, 0, 1);
        network.loss();
        float[] probabilities = network.probabilities().data;
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s%n digit  probability%n", what);
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            out.printf(Locale.ROOT, "%6d %12.6f %s%n", digit, probabilities[digit],
                    "#".repeat(Math.round(40 * probabilities[digit])));
        }
        int answer = Softmax.argMax(probabilities, 0, Dataset.CLASSES);
        out.printf(Locale.ROOT, "answer: %d (%.2f %%)", answer, 100 * probabilities[answer]);
        out.println(label == UNKNOWN ? "" : ", true label: " + label + (label == answer ? " (right)" : " (wrong)"));
    }
}
