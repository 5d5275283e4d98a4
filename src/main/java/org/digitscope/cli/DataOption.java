package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Deskew;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.LoadedDigits;
import org.digitscope.files.datasets.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the pictures come from. */
final class DataOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "PATH",
            description = "Another data set of 28x28 pictures: Keras's mnist.npz, a table of numbers as Kaggle has it, a folder with the "
                    + "four IDX files, or one with pictures in folders 0 to 9 (default: MNIST, which is built in).")
    private Path path;

    @Option(names = "--transposed", description = "Exchanges rows and columns of the pictures, as EMNIST's tables need it.")
    private boolean transposed;

    @Option(names = "--deskew", description = "Straightens all digits first, those of the training and those to predict alike; "
            + "a network that was trained with it needs it ever after.")
    private boolean deskew;

    DigitSets load() throws IOException {
        DigitSets sets = path == null ? Mnist.load() : read();
        return deskew ? Deskew.of(sets) : sets;
    }

    private DigitSets read() throws IOException {
        LoadedDigits loaded = DigitFiles.read(path, transposed, Progress.NONE);
        loaded.notices().forEach(spec.commandLine().getErr()::println);
        return loaded.sets();
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
