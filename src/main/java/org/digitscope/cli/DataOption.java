package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.data.DigitSets;
import org.digitscope.data.IdxDirectory;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Deskew;
import org.digitscope.drawing.FittedDigit;
import picocli.CommandLine.Option;

/** Where the pictures come from. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR",
            description = "A folder with the four IDX files of another data set of 28x28 pictures (default: MNIST, "
                    + "which is built in).")
    private Path directory;

    @Option(names = "--deskew", description = "Straightens all digits first, those of the training and those to predict alike; "
            + "a network that was trained with it needs it ever after.")
    private boolean deskew;

    DigitSets load() throws IOException {
        DigitSets sets = directory == null ? Mnist.load() : IdxDirectory.read(directory);
        return deskew ? Deskew.of(sets) : sets;
    }

    /** The same for a project that may have been made with straightened digits. */
    DigitSets load(boolean deskewed) throws IOException {
        deskew |= deskewed;
        return load();
    }

    boolean isDeskewed() {
        return deskew;
    }

    /** The same for a digit from elsewhere. */
    FittedDigit prepare(FittedDigit digit) {
        return deskew ? digit.deskewed() : digit;
    }
}
