package org.digitscope;

import java.io.PrintWriter;
import org.digitscope.cli.Cli;

/** Where the program starts: with words on the command line in the terminal, without any by training. */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        String[] command = args;
        if (args.length == 0) {
            out.println("There is no window yet: Digitscope trains in the terminal. '--help' shows what else it can do.");
            command = new String[] {"train"};
        }
        System.exit(Cli.run(out, err, command));
    }
}
