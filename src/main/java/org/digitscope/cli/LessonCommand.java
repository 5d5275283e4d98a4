package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.digitscope.data.Counts;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.lesson.LessonFault;
import org.digitscope.explain.lesson.LessonWords;
import org.digitscope.files.lessons.LessonFile;
import org.digitscope.files.lessons.ResultFile;
import org.digitscope.files.lessons.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson}: for those who write lessons and those who read what came of them. */
@Command(name = "lesson", description = "Checks a lesson, lists what lessons may name, or sums up what learners have done.",
        synopsisSubcommandLabel = "COMMAND", sortOptions = false)
final class LessonCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of check, words or results is expected");
    }

    @Command(name = "check", description = "Says what is wrong in a lesson, each fault with its line; exit code 1 if anything is.")
    int check(@Parameters(paramLabel = "FILE", description = "The lesson.") Path file) throws IOException {
        List<LessonFault> faults = LessonFile.check(file);
        PrintWriter out = spec.commandLine().getOut();
        faults.forEach(out::println);
        out.println(faults.isEmpty() ? "Nothing is wrong in it." : Counts.of(faults.size(), "fault"));
        return faults.isEmpty() ? Cli.OK : Cli.UNUSABLE;
    }

    @Command(name = "words", description = "Lists all that lessons may name, with what it is.")
    int words() {
        list("What lines begin with", LessonWords.keywords());
        list("Conditions of tasks: numbers to compare, settings, facts", LessonWords.terms());
        list("Parts of scenes", LessonWords.scenes());
        list("Numbers in braces", LessonWords.numbers());
        list("Conditions in brackets at the beginning of a line", LessonWords.conditions());
        list("Exhibits", LessonWords.exhibits());
        list("Commands of buttons", LessonWords.commands());
        return Cli.OK;
    }

    @Command(name = "results", description = "Sums up the results that learners saved as a table in CSV.")
    int results(@Parameters(paramLabel = "FOLDER", description = "With their files (.json).") Path folder) throws IOException {
        ResultTable table = new ResultTable();
        boolean all = true;
        for (Path file : files(folder)) {
            try {
                table.add(String.valueOf(file.getFileName()), ResultFile.read(file));
            } catch (UnreadableFileException unusable) {
                spec.commandLine().getErr().println("digitscope: " + unusable.getMessage());
                all = false;
            }
        }
        spec.commandLine().getOut().print(table.csv());
        return all ? Cli.OK : Cli.UNUSABLE;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableFileException(folder, "is no folder; expected one with the results of learners");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
            if (found.isEmpty()) {
                throw new UnreadableFileException(folder, "holds no .json files; expected the results of learners");
            }
            return found;
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void list(String title, Map<String, String> words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(title);
        words.forEach((word, meaning) -> out.printf("  %-28s %s%n", word, meaning));
        out.println();
    }
}
