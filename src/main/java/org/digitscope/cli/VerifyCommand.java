package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: prints a fingerprint and checks it, and compares what an exported network answers with what the original answers. */
@Command(name = "verify", description = "Prints the fingerprint of a network or project and, with --against, compares its logits with another "
        + "file's on all test digits.", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    private static final int DIFFERENT = 4;
    private static final double TOLERANCE = 1e-5;

    @Spec
    private CommandSpec spec;
    @Mixin
    private DataOption data;

    @picocli.CommandLine.Parameters(paramLabel = "MODEL", description = "The network to verify.")
    private Path file;

    @Option(names = "--against", paramLabel = "FILE", description = "The network that it should agree with.")
    private Path other;

    @Option(names = "--fingerprint", paramLabel = "HEX", description = "The fingerprint that it should have: of a project the one of its "
            + "run, of any other file the one of its parameters.")
    private String fingerprint;

    @Override
    public Integer call() throws IOException {
        int end = checkFingerprint(show());
        return end == Cli.OK && other != null ? compare() : end;
    }

    /** Prints what identifies the file, and returns its fingerprint. */
    private String show() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Parameters network = NetworkFiles.read(file).parameters();
        if (!ProjectFile.isOne(file)) {
            terminal.println("parameters  " + network.checksum());
            return network.checksum();
        }
        Fingerprint run = Fingerprint.of(ProjectFile.read(file));
        terminal.printf("settings    %s%ndata        %s%nparameters  %s%nfingerprint %s%n", run.settings(), run.data(), run.parameters(),
                run.text());
        return run.text();
    }

    private int checkFingerprint(String found) {
        if (fingerprint == null) {
            return Cli.OK;
        }
        boolean same = fingerprint.strip().equalsIgnoreCase(found);
        spec.commandLine().getOut().println(same ? "verified: the fingerprint is the same" : "DIFFERENT: the fingerprint is another one");
        return same ? Cli.OK : DIFFERENT;
    }

    private int compare() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Parameters network = NetworkFiles.read(file).parameters();
        Parameters expected = NetworkFiles.read(other).parameters();
        Dataset test = data.load().validation();
        double largest = 0;
        int differing = 0;
        for (int picture = 0; picture < test.size(); picture++) {
            byte[] pixels = test.image(picture);
            ForwardTrace one = ForwardTrace.of(pixels, network);
            ForwardTrace two = ForwardTrace.of(pixels, expected);
            differing += one.answer() == two.answer() ? 0 : 1;
            for (int digit = 0; digit < Dataset.CLASSES; digit++) {
                largest = Math.max(largest, Math.abs((double) one.logit(digit) - two.logit(digit)));
            }
        }
        boolean same = differing == 0 && largest <= TOLERANCE;
        terminal.printf(Locale.ROOT, "%s: largest difference of a logit %.3g, %d of %,d answers differ%n", same ? "verified" : "DIFFERENT",
                largest, differing, test.size());
        return same ? Cli.OK : DIFFERENT;
    }
}
