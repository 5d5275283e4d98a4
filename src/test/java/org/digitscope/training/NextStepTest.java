package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {

    private static final Dataset TRAINING = Examples.pictures(600, 1);
    private static final Dataset VALIDATION = Examples.pictures(20, 2);
    private static final double FASTER = 0.003;

    /** Batches that divide the data or don't, that have parts, and all pictures at once. */
    @ParameterizedTest
    @CsvSource({"ADAM, 60", "ADAM, 32", "ADAM, 257", "ADAM, 100000", "SGD, 60", "SGD, 32", "SGD, 257", "SGD, 600"})
    void hasTheBitsOfTheCheckpointThatFollows(OptimizerKind optimizer, int batchSize) {
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(3).withOptimizer(optimizer).withBatchSize(batchSize);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, settings);
        int changed = trainer.stepsPerEpoch() + 1;
        trainer.run(() -> trainer.step() == changed, snapshot -> { });
        trainer.setLearningRate(FASTER);
        trainer.run(() -> false, snapshot -> { });
        LearningCurve curve = trainer.snapshot().curve();
        for (int step = 0; step < trainer.step(); step++) {
            Checkpoint from = trainer.recording().atOrBefore(step).orElseThrow();
            Checkpoint then = trainer.recording().atOrBefore(step + 1).orElseThrow();
            double rate = curve.rateAfter(step, settings.learningRate());
            NextStep next = NextStep.of(TRAINING, settings, from, rate);
            assertEquals(then.step(), next.step());
            assertEquals(then.learningRate(), next.learningRate());
            assertSame(List.of(from.parameters()), List.of(next.before()));
            assertSame(from.moments(), next.momentsBefore());
            assertSame(List.of(then.parameters()), List.of(next.after()));
            assertSame(then.moments(), next.momentsAfter());
        }
    }

    @ParameterizedTest
    @CsvSource({"60", "32", "257", "100000"})
    void theBatchesOfAnEpochAreAllPicturesOnce(int batchSize) {
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(1).withBatchSize(batchSize);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, settings);
        trainer.run(() -> false, snapshot -> { });
        IntStream seen = IntStream.empty();
        for (int step = 0; step < trainer.stepsPerEpoch(); step++) {
            Checkpoint from = trainer.recording().atOrBefore(step).orElseThrow();
            seen = IntStream.concat(seen, Arrays.stream(NextStep.of(TRAINING, settings, from, 0.001).images()));
        }
        assertArrayEquals(IntStream.range(0, 600).toArray(), seen.sorted().toArray());
    }

    private static void assertSame(List<Parameters> expected, List<Parameters> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            for (int tensor = 0; tensor < 4; tensor++) {
                assertArrayEquals(expected.get(i).arrays()[tensor], actual.get(i).arrays()[tensor]);
            }
        }
    }
}
