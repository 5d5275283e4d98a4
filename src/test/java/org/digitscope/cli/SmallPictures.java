package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands of the terminal on a few pictures. */
abstract class SmallPictures {

    @TempDir
    Path folder;
    /** What the last command said. */
    String said = "";
    private Path data;

    @BeforeEach
    void writePictures() throws IOException {
        data = Files.writeString(folder.resolve("pictures.csv"), Examples.table(Examples.pictures(120, 1)));
    }

    /** Runs a command on these pictures, and returns its exit code. */
    final int onPictures(List<String> command, String... more) {
        Stream<String> pictures = Stream.of("--data", data.toString(), "--validation-split", "0.25");
        return run(Stream.of(command.stream(), pictures, Stream.of(more)).flatMap(words -> words).toArray(String[]::new));
    }

    /** Runs a command, and returns its exit code. */
    final int run(String... words) {
        StringWriter out = new StringWriter();
        int code = Cli.run(new PrintWriter(out, true), new PrintWriter(out, true), words);
        said = out.toString();
        return code;
    }
}
