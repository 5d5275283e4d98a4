package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Sheet;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process trains and saves without a pause and is killed in the middle: what it saved last always opens. */
class KilledWhileSavingTest {

    @TempDir
    private Path folder;

    @Test
    void theLastSavedStateOpensAfterAKill() throws IOException, InterruptedException {
        killAndOpen(5);
    }

    @Test
    @Tag("soak")
    void theLastSavedStateOpensAfterTwoHundredKills() throws IOException, InterruptedException {
        killAndOpen(200);
    }

    private void killAndOpen(int kills) throws IOException, InterruptedException {
        Random random = new Random(8);
        Path file = folder.resolve("run.digitscope");
        for (int round = 0; round < kills; round++) {
            Files.deleteIfExists(file);
            Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Saver.class.getName(), file.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            long patience = System.nanoTime() + 20_000_000_000L;
            while (!Files.exists(file) && System.nanoTime() < patience) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(120));
            child.destroyForcibly().waitFor();
            Project saved = ProjectFile.read(file);
            assertEquals(saved.now().step(), saved.trainer(Saver.digits()).step());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.count() <= 1 + kills, "at most one unfinished file is left by a kill");
        }
    }

    /** The child. */
    public static final class Saver {

        private Saver() {
        }

        static DigitSets digits() {
            return new DigitSets(Examples.pictures(300, 1), Examples.pictures(20, 2));
        }

        public static void main(String[] args) throws IOException {
            DigitSets digits = digits();
            Trainer trainer = new Trainer(digits.training(), digits.validation(), Hyperparameters.NOTEBOOK.withEpochs(1000));
            while (true) {
                int next = trainer.step() + 1;
                trainer.run(() -> trainer.step() >= next, snapshot -> { });
                ProjectFile.write(Path.of(args[0]), Project.of(trainer, Project.Data.of(digits), false, Sheet.BLANK, List.of()));
            }
        }
    }
}
