package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: compares what an exported network answers with what the original answers, and prints its fingerprint. */
@Command(name = "verify", description = "Prints a network's fingerprint and, with --against, compares its logits with another file's on all "
        + "test digits.", sortOptions = false)
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

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Parameters network = NetworkFiles.read(file).parameters();
        Dataset test = data.load().validation();
        terminal.printf("parameters SHA-256 %s%ntest digits SHA-256 %s%n", fingerprint(network), test.checksum());
        if (other == null) {
            return Cli.OK;
        }
        Parameters expected = NetworkFiles.read(other).parameters();
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

    private static String fingerprint(Parameters network) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (float[] tensor : network.arrays()) {
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.length);
                bytes.asFloatBuffer().put(tensor);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
