package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.data.DigitSets;
import org.digitscope.data.IdxDirectory;
import org.digitscope.data.Mnist;
import picocli.CommandLine.Option;

/** Where the pictures come from. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR",
            description = "A folder with the four IDX files of another data set of 28x28 pictures (default: MNIST, "
                    + "which is built in).")
    private Path directory;

    DigitSets load() throws IOException {
        return directory == null ? Mnist.load() : IdxDirectory.read(directory);
    }
}
