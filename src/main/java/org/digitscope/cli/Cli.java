package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.Activation;
import org.digitscope.network.StartValues;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * The root of the terminal commands. Exit codes: 0 done; 1 a file or the data can't be used; 2 the command line is wrong;
 * 3 the training diverged; 4 two networks that should be the same are not; 130 interrupted by Ctrl-C.
 */
@Command(name = "digitscope",
        description = "Trains the classic network on MNIST (784 -> 20 ReLU -> 10 softmax) and looks inside it.",
        subcommands = {TrainCommand.class, EvaluateCommand.class, PredictCommand.class, InspectCommand.class,
            ConvertCommand.class, VerifyCommand.class, ReportCommand.class,
            SubmitCommand.class, SweepCommand.class, LessonCommand.class},
        footer = "%nWithout a command the window opens, and with it the project, network, data set, lesson or picture that is named instead.",
        mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND", sortOptions = false, usageHelpAutoWidth = true)
public final class Cli {

    static final int OK = 0;
    public static final int UNUSABLE = 1;
    static final int USAGE = 2;
    static final int DIVERGED = 3;

    private Cli() {
    }

    /** Runs one command and returns its exit code; errors are one sentence on {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Cli())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Double.class, Cli::parseDecimal)
                .registerConverter(OptimizerKind.class, text -> choice(text, OptimizerKind.ofLabel(text), "optimizer", OptimizerKind.labels()))
                .registerConverter(Activation.class, text -> choice(text, Activation.ofLabel(text), "activation", Activation.labels()))
                .registerConverter(Monitor.class, text -> choice(text, Monitor.ofLabel(text), "figure to monitor", Monitor.labels()))
                .registerConverter(StartValues.class, text -> choice(text, StartValues.ofLabel(text.replace('-', ' ')), "kind of start values",
                        StartValues.labels()))
                .setParameterExceptionHandler(Cli::explainUsage)
                .setExecutionExceptionHandler(Cli::explainProblem)
                .execute(args);
    }

    /**
     * The files that a command line consists of, for the window; none where it begins with a command, an option, or a word that is neither
     * a file nor looks like one.
     */
    public static List<Path> files(String... args) {
        boolean none = args.length == 0 || args[0].startsWith("-") || new CommandLine(new Cli()).getSubcommands().containsKey(args[0]);
        try {
            return none || !args[0].matches(".*[./\\\\].*") && !Files.exists(Path.of(args[0])) ? List.of()
                    : Arrays.stream(args).map(Path::of).toList();
        } catch (InvalidPathException noFile) {
            return List.of();
        }
    }

    private static int explainUsage(CommandLine.ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println("digitscope: " + problem.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    private static int explainProblem(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (problem instanceof IOException) {
            command.getErr().println("digitscope: " + problem.getMessage());
            return UNUSABLE;
        }
        throw problem;
    }

    private static Double parseDecimal(String text) {
        try {
            return Double.valueOf(text.strip().replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + text + "' is not a number such as 0.001");
        }
    }

    private static <T> T choice(String text, Optional<T> read, String kind, String labels) {
        return read.orElseThrow(() -> new TypeConversionException("'" + text + "' is no " + kind + "; expected " + labels));
    }
}
