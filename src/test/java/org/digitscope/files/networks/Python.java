package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs Python programs where there is a Python with what they need. */
public record Python(String interpreter) {

    /** What a program printed, and how it ended. */
    public record Outcome(int code, String text) {
    }

    /** One that has a module; without it the test is skipped, saying so. */
    public static Python with(String module) throws IOException, InterruptedException {
        for (String interpreter : List.of("python3", "/usr/bin/python3", "python")) {
            Python python = new Python(interpreter);
            if (python.has(module)) {
                return python;
            }
        }
        assumeTrue(false, "Skipped: there is no Python with " + module);
        throw new IllegalStateException();
    }

    public Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(interpreter));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return new Outcome(process.exitValue(), text);
    }

    private boolean has(String module) throws InterruptedException {
        try {
            return run("-c", "import " + module).code == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
