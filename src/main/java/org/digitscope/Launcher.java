package org.digitscope;

import java.io.PrintWriter;
import java.util.Optional;
import org.digitscope.app.DigitscopeApp;
import org.digitscope.app.Display;
import org.digitscope.cli.Cli;

/**
 * Where the program starts: with words on the command line in the terminal, without any in a window, or, where no window
 * can be shown, by training in the terminal. It is no JavaFX class, so that it can start from the class path.
 */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        if (args.length > 0) {
            System.exit(Cli.run(out, err, args));
        }
        Optional<String> missing = Display.missing();
        if (missing.isPresent()) {
            out.println(missing.get() + " Training in the terminal instead; '--help' shows what else it can do.");
            System.exit(Cli.run(out, err, "train"));
        }
        DigitscopeApp.open();
    }
}
