package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process trains a sweep and is killed in the middle, again and again: no finished run is lost or trained twice. */
class KilledSweepTest {

    private static final int RUNS = 20;

    @TempDir
    private Path folder;

    @Test
    void noFinishedRunIsLostByAKill() throws IOException, InterruptedException {
        killAndGoOn(1);
    }

    @Test
    @Tag("soak")
    void noFinishedRunIsLostByAHundredKills() throws IOException, InterruptedException {
        killAndGoOn(100);
    }

    private void killAndGoOn(int kills) throws IOException, InterruptedException {
        Random random = new Random(3);
        Path data = Files.writeString(folder.resolve("pictures.csv"), Examples.table(Examples.pictures(200, 1)));
        String[] whole = words(data, "whole");
        assertEquals(0, Cli.run(new PrintWriter(System.err), new PrintWriter(System.err, true), whole));
        String expected = Files.readString(folder.resolve("whole/runs.csv"));
        String[] words = words(data, "killed");
        for (int round = 0; round < kills; round++) {
            int kept = finished();
            if (kept == RUNS) {
                deleteHalf();
                kept = finished();
            }
            Process child = start(words);
            int wanted = Math.min(RUNS, kept + 1 + random.nextInt(4));
            long patience = System.nanoTime() + 30_000_000_000L;
            while (finished() < wanted && child.isAlive() && System.nanoTime() < patience) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(20));
            child.destroyForcibly().waitFor();
            assertTrue(finished() >= kept, "a run that was kept is gone");
        }
        assertEquals(0, start(words).waitFor());
        assertEquals(expected, Files.readString(folder.resolve("killed/runs.csv")));
        assertEquals(RUNS, finished());
    }

    private String[] words(Path data, String name) {
        return new String[] {"sweep", "--data", data.toString(), "--validation-split", "0.25", "--epochs", "15", "--layers", "3,5", "--seeds", "0-9", "--jobs",
            "2", "--out", folder.resolve(name).toString()};
    }

    private static Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private int finished() throws IOException {
        Path runs = folder.resolve("killed/runs");
        if (!Files.exists(runs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(runs)) {
            return (int) files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private void deleteHalf() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("killed/runs"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).limit(RUNS / 2).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The child. */
    public static final class Child {

        private Child() {
        }

        public static void main(String[] args) {
            System.exit(Cli.run(new PrintWriter(System.out), new PrintWriter(System.err), args));
        }
    }
}
