package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.SweepWork;
import org.digitscope.data.ClassNames;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.datasets.SetChoices;
import org.digitscope.files.experiment.SweepFolders;
import org.digitscope.files.experiment.SweepTables;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child process trains a sweep and is killed in the middle, again and again: no finished run is lost or trained twice. */
class KilledSweepTest {

    private static final int RUNS = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(classes = {Terminal.class, Window.class})
    void noFinishedRunIsLostByAKill(Class<?> program) throws IOException, InterruptedException {
        killAndGoOn(program, 1);
    }

    @ParameterizedTest
    @ValueSource(classes = {Terminal.class, Window.class})
    @Tag("soak")
    void noFinishedRunIsLostByAHundredKills(Class<?> program) throws IOException, InterruptedException {
        killAndGoOn(program, 100);
    }

    private void killAndGoOn(Class<?> program, int kills) throws IOException, InterruptedException {
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
            Process child = start(program, words);
            int wanted = Math.min(RUNS, kept + 1 + random.nextInt(4));
            long patience = System.nanoTime() + 30_000_000_000L;
            while (finished() < wanted && child.isAlive() && System.nanoTime() < patience) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(20));
            child.destroyForcibly().waitFor();
            assertTrue(finished() >= kept, "a run that was kept is gone");
        }
        assertEquals(0, start(program, words).waitFor());
        assertEquals(expected, Files.readString(folder.resolve("killed/runs.csv")));
        assertEquals(RUNS, finished());
    }

    private String[] words(Path data, String name) {
        return new String[] {"sweep", "--data", data.toString(), "--validation-split", "0.25", "--epochs", "15", "--layers", "3,5", "--seeds", "0-9", "--jobs",
            "2", "--out", folder.resolve(name).toString()};
    }

    private static Process start(Class<?> program, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private int finished() throws IOException {
        return kept().size();
    }

    /** The files of finished runs, wherever the program keeps its sweep. */
    private List<Path> kept() throws IOException {
        Path killed = Files.createDirectories(folder.resolve("killed"));
        try (Stream<Path> files = Files.walk(killed)) {
            return files.filter(file -> file.toString().endsWith(".json") && file.getParent().endsWith("runs")).toList();
        } catch (UncheckedIOException moved) {
            // a file that is being written goes into its place
            return kept();
        }
    }

    private void deleteHalf() throws IOException {
        for (Path file : kept().subList(0, RUNS / 2)) {
            Files.delete(file);
        }
    }

    /** The terminal's command. */
    public static final class Terminal {

        private Terminal() {
        }

        public static void main(String[] args) {
            System.exit(Cli.run(new PrintWriter(System.out), new PrintWriter(System.err), args));
        }
    }

    /** What the window does in the background, without the window: it goes on with an interrupted sweep, or begins one. */
    public static final class Window {

        private Window() {
        }

        public static void main(String[] args) throws IOException {
            TestThread fx = new TestThread();
            AppModel model = new AppModel(Executors.newCachedThreadPool(), fx);
            Path folder = Path.of(args[args.length - 1]);
            Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(15);
            model.settingsProperty().set(settings);
            model.digitsLoaded(DigitFiles.read(DigitFiles.whole(Path.of(args[2])), Progress.NONE).sets(new SetChoices(false, ClassNames.DIGITS, 0.25, 42)));
            SweepWork work = new SweepWork(model, new SweepFolders(folder));
            if (isBegun(folder)) {
                work.findEarlier(() -> { });
                fx.runUntil(() -> !work.earlier().isEmpty());
                work.takeUp(work.earlier().get(0));
            } else {
                work.start(new Sweep(settings, List.of(new Axis(SweptSetting.LAYERS, List.of("3", "5"))), Sweep.seeds("0-9")));
            }
            fx.runUntil(() -> work.progressProperty().get().orElseThrow().state() == SweepWork.State.DONE);
            SweepWork.Progress done = work.progressProperty().get().orElseThrow();
            Files.writeString(folder.resolve("runs.csv"), SweepTables.runs(done.sweep(), done.results()));
            System.exit(model.runs().runs().size() == RUNS ? 0 : 1);
        }

        private static boolean isBegun(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.anyMatch(file -> file.endsWith("sweep.json"));
            }
        }
    }
}
