package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.networks.NetworkFormat;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: prints a fingerprint and checks it, and compares the logits of a network that was exported and read again. */
@Command(name = "verify", description = "Prints the fingerprint of a network or project, exports it in every kind that can be read again, and "
        + "compares the logits on all test digits.", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    private static final int DIFFERENT = 4;
    private static final double TOLERANCE = 1e-5;

    @Spec
    private CommandSpec spec;
    @Mixin
    private DataOption data;

    @picocli.CommandLine.Parameters(paramLabel = "MODEL", description = "The network to verify.")
    private Path file;

    @Option(names = "--against", paramLabel = "FILE", description = "Compares with the network in this file instead.")
    private Path other;

    @Option(names = "--fingerprint", paramLabel = "HEX", description = "The fingerprint that it should have: of a project the one of its "
            + "run, of any other file the one of its parameters.")
    private String fingerprint;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Parameters network = NetworkFiles.read(file).parameters();
        boolean same = hasFingerprint(show(network));
        Dataset test = data.load().validation();
        if (other != null) {
            same &= agree(terminal, other.getFileName().toString(), NetworkFiles.read(other).parameters(), network, test);
        } else {
            same &= comesBack(terminal, network, test);
        }
        terminal.println(same ? "verified" : "DIFFERENT");
        return same ? Cli.OK : DIFFERENT;
    }

    /** Prints what identifies the file, and returns its fingerprint. */
    private String show(Parameters network) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        if (!ProjectFile.isOne(file)) {
            terminal.println("parameters  " + network.checksum());
            return network.checksum();
        }
        Fingerprint run = Fingerprint.of(ProjectFile.read(file));
        terminal.printf("settings    %s%ndata        %s%nparameters  %s%nfingerprint %s%n", run.settings(), run.data(), run.parameters(),
                run.text());
        return run.text();
    }

    private boolean hasFingerprint(String found) {
        boolean same = fingerprint == null || fingerprint.strip().equalsIgnoreCase(found);
        if (!same) {
            spec.commandLine().getOut().println("the fingerprint is another one");
        }
        return same;
    }

    /** Exports the network in every kind that can be read again, and reads it. */
    private static boolean comesBack(PrintWriter terminal, Parameters network, Dataset test) throws IOException {
        boolean same = true;
        List<NetworkFormat> both = NetworkFormat.readable().stream().filter(NetworkFormat.writable()::contains).toList();
        for (NetworkFormat format : both) {
            Path exported = Files.createTempFile("digitscope", format.ending());
            try {
                NetworkFiles.write(exported, network);
                same &= agree(terminal, "as " + format.ending(), NetworkFiles.read(exported).parameters(), network, test);
            } finally {
                Files.delete(exported);
            }
        }
        return same;
    }

    /** Compares the answers and logits of two networks to all test digits. */
    private static boolean agree(PrintWriter terminal, String name, Parameters one, Parameters two, Dataset test) {
        double largest = 0;
        int differing = 0;
        for (int picture = 0; picture < test.size(); picture++) {
            byte[] pixels = test.image(picture);
            ForwardTrace first = ForwardTrace.of(pixels, one);
            ForwardTrace second = ForwardTrace.of(pixels, two);
            differing += first.answer() == second.answer() ? 0 : 1;
            for (int digit = 0; digit < Dataset.CLASSES; digit++) {
                largest = Math.max(largest, Math.abs((double) first.logit(digit) - second.logit(digit)));
            }
        }
        terminal.printf(Locale.ROOT, "%s: largest difference of a logit %.3g, %d of %s %s%n", name, largest, differing,
                Counts.of(test.size(), "answer"), differing == 1 ? "differs" : "differ");
        return differing == 0 && largest <= TOLERANCE;
    }
}
