package org.digitscope;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.digitscope.app.DigitscopeApp;
import org.digitscope.app.Display;
import org.digitscope.cli.Cli;

/**
 * Where the program starts: with a command in the terminal, with files or without any words in a window, or, where no window can be
 * shown, by training in the terminal. It is no JavaFX class, so that it can start from the class path.
 */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        List<Path> files = Cli.files(args);
        if (args.length > 0 && files.isEmpty()) {
            System.exit(Cli.run(out, err, args));
        }
        Optional<String> missing = Display.missing();
        if (missing.isPresent() && !files.isEmpty()) {
            err.println(missing.get() + " In the terminal, 'evaluate', 'inspect' and 'predict' with '--model " + files.get(0)
                    + "' look at a network, and '--help' shows what else it can do.");
            System.exit(Cli.UNUSABLE);
        }
        if (missing.isPresent()) {
            out.println(missing.get() + " Training in the terminal instead; '--help' shows what else it can do.");
            System.exit(Cli.run(out, err, "train"));
        }
        DigitscopeApp.open(files);
    }
}
