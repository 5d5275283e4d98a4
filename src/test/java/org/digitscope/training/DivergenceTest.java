package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that are so large that the network is lost. */
class DivergenceTest {

    private static final Dataset TRAINING = Examples.pictures(100, 1);
    private static final Dataset VALIDATION = Examples.pictures(30, 2);
    /** 13 steps in each of 3 epochs. */
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(8);
    private static final int STEPS = 39;

    @ParameterizedTest
    @CsvSource({"ADAM, 1e25", "SGD, 1e25", "ADAM, 1e30", "SGD, 1e30"})
    void aStepThatSpoilsTheNetworkIsUndoneWhetherTheRunGoesOnStopsOrEndsThere(OptimizerKind optimizer, double rate) {
        Hyperparameters settings = SETTINGS.withOptimizer(optimizer);
        for (int spoilt : new int[] {1, 2, 13, 14, 20, STEPS}) {
            for (int stop : new int[] {spoilt, spoilt + 1, STEPS + 1}) {
                Trainer trainer = new Trainer(TRAINING, VALIDATION, settings, new Recording(1));
                trainer.run(() -> trainer.step() == spoilt - 1, snapshot -> { });
                Parameters before = trainer.checkpoint().parameters();
                trainer.setLearningRate(rate);
                TrainingEnd end = trainer.run(() -> trainer.step() == stop, snapshot -> assertTrue(snapshot.parameters().isFinite()));
                assertEquals(spoilt, assertInstanceOf(TrainingEnd.Diverged.class, end).step());
                assertEquals(spoilt - 1, trainer.step());
                assertEquals(spoilt - 1, trainer.snapshot().curve().points());
                assertEquals(before.checksum(), trainer.checkpoint().parameters().checksum());
            }
        }
    }

    /** Rates that let the numbers grow step by step, until losses, weights or squares of gradients leave the range of float32. */
    static Stream<Arguments> growingRates() {
        return Stream.of(OptimizerKind.values()).flatMap(optimizer -> IntStream.rangeClosed(-2, 60)
                .mapToObj(i -> Arguments.of(optimizer, Math.pow(10, i / 2.0))));
    }

    @ParameterizedTest
    @MethodSource("growingRates")
    void nothingThatIsKeptShownOrLeftHoldsANumberThatIsNotFinite(OptimizerKind optimizer, double rate) {
        Hyperparameters settings = SETTINGS.withOptimizer(optimizer).withLearningRate(rate);
        Trainer whole = new Trainer(TRAINING, VALIDATION, settings);
        TrainingEnd end = whole.run(() -> false, snapshot -> assertTrue(snapshot.parameters().isFinite()));
        assertTrue(end instanceof TrainingEnd.Finished || end instanceof TrainingEnd.Diverged, end.toString());
        assertEquals(end instanceof TrainingEnd.Finished, whole.snapshot().isFinished());
        assertSound(whole);

        Trainer halting = new Trainer(TRAINING, VALIDATION, settings);
        TrainingEnd halted = new TrainingEnd.Stopped();
        while (halted instanceof TrainingEnd.Stopped) {
            int next = halting.step() + 1;
            halted = halting.run(() -> halting.step() == next, snapshot -> assertTrue(snapshot.parameters().isFinite()));
            assertSound(halting);
        }
        assertEquals(end, halted);
        assertEquals(whole.checkpoint().parameters().checksum(), halting.checkpoint().parameters().checksum());
    }

    /** Older versions kept moments that had overflowed. */
    @Test
    void aRunThatWasSavedWithOverflownMomentsGoesBackToAStepWithoutThem() {
        Trainer before = new Trainer(TRAINING, VALIDATION, SETTINGS);
        before.run(() -> before.step() == 20, snapshot -> { });
        Checkpoint spoilt = before.checkpoint();
        spoilt.moments().get(1).arrays()[0][7] = Float.POSITIVE_INFINITY;
        Recording read = Recording.of(Recording.DEFAULT_BUDGET, 8, 1,
                List.of(before.recording().atOrBefore(0).orElseThrow(), before.recording().atOrBefore(16).orElseThrow(), spoilt));
        Trainer resumed = new Trainer(TRAINING, VALIDATION, SETTINGS, read);
        resumed.restore(spoilt, before.snapshot().curve());
        assertInstanceOf(TrainingEnd.Diverged.class, resumed.run(() -> false, snapshot -> { }));
        assertSound(resumed);
        assertEquals(TrainingEnd.Finished.class, resumed.run(() -> false, snapshot -> { }).getClass());
        assertSound(resumed);
    }

    private static void assertSound(Trainer trainer) {
        List<Checkpoint> all = new ArrayList<>(List.of(trainer.checkpoint()));
        trainer.recording().steps().forEach(step -> all.add(trainer.recording().atOrBefore(step).orElseThrow()));
        for (Checkpoint checkpoint : all) {
            assertTrue(checkpoint.parameters().isFinite(), "parameters of step " + checkpoint.step());
            assertTrue(checkpoint.moments().stream().allMatch(Parameters::isFinite), "moments of step " + checkpoint.step());
        }
        LearningCurve curve = trainer.snapshot().curve();
        assertTrue(IntStream.range(0, curve.points()).mapToDouble(curve::loss).allMatch(Double::isFinite));
        assertTrue(curve.epochs().stream().flatMapToDouble(epoch -> DoubleStream.of(epoch.loss(), epoch.validationLoss()))
                .allMatch(Double::isFinite));
    }
}
