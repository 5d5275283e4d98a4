package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs on random pictures, of which nothing can be learnt for others: val_loss is 2.284, 2.285, 2.274, 2.279, 2.283, 2.276, 2.251, 2.272,
 * 2.271, 2.275, 2.318, 2.302 after 12 epochs of 13 steps.
 */
class EarlyStoppingRunTest {

    private static final Dataset TRAINING = Examples.pictures(100, 1);
    private static final Dataset VALIDATION = Examples.pictures(30, 2);
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(12).withBatchSize(8).withSeed(2);
    private static final int STEPS = 13;
    private static final EarlyStopping THREE = EarlyStopping.OFF.withPatience(3);
    private static final EarlyStopping FOUR = EarlyStopping.OFF.withPatience(4);

    @Test
    void aRunThatStopsEarlyHasTheBitsOfAPlainOneUntilThere() {
        Trainer trainer = trainer(SETTINGS.withEarlyStopping(THREE));
        TrainingEnd.Finished end = finish(trainer);
        assertEquals(6 * STEPS, trainer.step());
        assertEquals(Optional.of("Stopped early after epoch 6: val_loss has not improved for 3 epochs; the best is that of epoch 3."), end.outcome());
        assertTrue(trainer.snapshot().isFinished());
        assertSameBits(plain(6), trainer.checkpoint());
        assertSameBits(plain(6), trainer.result());
        assertEquals(end, finish(trainer));
        assertEquals(6 * STEPS, trainer.step());
        assertEquals(12 * STEPS, finished(SETTINGS).step());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Recording.DEFAULT_BUDGET})
    void restoringGivesTheBitsOfTheBestEpochsEndAndLeavesTheTrainerWhereItIs(long budget) {
        for (int[] run : new int[][] {{12, 3, 6, 3}, {12, 4, 11, 7}, {10, 4, 10, 7}, {8, 1000, 8, 7}}) {
            Hyperparameters settings = SETTINGS.withEpochs(run[0]).withEarlyStopping(EarlyStopping.OFF.withPatience(run[1]).withRestoresBest(true));
            Trainer trainer = new Trainer(TRAINING, VALIDATION, settings, new Recording(budget));
            String outcome = finish(trainer).outcome().orElseThrow();
            assertTrue(outcome.endsWith(" The network of epoch " + run[3] + " is restored."), outcome);
            assertSameBits(plain(run[2]), trainer.checkpoint());
            assertSameBits(plain(run[3]), trainer.result());
            assertEquals(run[3] * STEPS, trainer.snapshot().resultStep());
        }
    }

    @Test
    void aRunThatIsNotOverGivesItsLastNetwork() {
        Trainer trainer = trainer(SETTINGS.withEarlyStopping(FOUR.withRestoresBest(true)));
        for (int step : new int[] {0, 70, 10 * STEPS}) {
            assertInstanceOf(TrainingEnd.Stopped.class, trainer.run(() -> trainer.step() == step, snapshot -> { }));
            assertFalse(trainer.snapshot().isFinished());
            assertEquals(step, trainer.result().step());
        }
    }

    @Test
    void morePatienceAfterTheEndGoesOnWithTheBitsOfNeverHavingStopped() {
        for (boolean restores : new boolean[] {false, true}) {
            Trainer trainer = trainer(SETTINGS.withEarlyStopping(THREE.withRestoresBest(restores)));
            finish(trainer);
            trainer.setEarlyStopping(FOUR.withRestoresBest(restores));
            finish(trainer);
            Trainer whole = finished(SETTINGS.withEarlyStopping(FOUR.withRestoresBest(restores)));
            assertEquals(11 * STEPS, trainer.step());
            assertSameBits(whole.checkpoint(), trainer.checkpoint());
            assertSameBits(whole.result(), trainer.result());
            assertEquals(whole.snapshot().curve().epochs(), trainer.snapshot().curve().epochs());
        }
    }

    @Test
    void aBranchKnowsOnlyTheEpochsBeforeIt() {
        Trainer trainer = finished(SETTINGS.withEarlyStopping(THREE.withRestoresBest(true)));
        for (int epoch : new int[] {1, 3, 5}) {
            Trainer branch = trainer.branch(trainer.recording().atOrBefore(epoch * STEPS).orElseThrow(), trainer.snapshot().curve());
            assertFalse(branch.snapshot().isFinished());
            assertEquals(epoch == 5 ? 3 : epoch, branch.snapshot().bestEpoch());
            finish(branch);
            assertEquals(6 * STEPS, branch.step());
            assertSameBits(trainer.result(), branch.result());
        }
    }

    @Test
    void anotherRuleWithinAnEpochIsAskedAtItsEnd() {
        Trainer trainer = trainer(SETTINGS);
        trainer.run(() -> trainer.step() == 4 * STEPS + 5, snapshot -> { });
        trainer.setEarlyStopping(EarlyStopping.OFF.withPatience(1));
        assertFalse(trainer.snapshot().isFinished());
        finish(trainer);
        assertEquals(5 * STEPS, trainer.step());
    }

    @Test
    void anEpochThatBecomesTheBestByAnotherRuleIsRestoredThoughItsEndWasNoLongerKept() {
        EarlyStopping byLoss = EarlyStopping.OFF.withPatience(100).withRestoresBest(true);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS.withEarlyStopping(byLoss), new Recording(1));
        Trainer plain = trainer(SETTINGS);
        for (Trainer each : List.of(trainer, plain)) {
            each.run(() -> each.step() == 20, snapshot -> { });
            each.setLearningRate(0.002);
            each.run(() -> each.step() == 10 * STEPS, snapshot -> { });
        }
        trainer.setEarlyStopping(byLoss.withMonitor(Monitor.VAL_ACCURACY));
        int best = trainer.snapshot().bestEpoch();
        assertTrue(best > 2 && !trainer.recording().steps().contains(best * STEPS), trainer.recording().steps() + " " + best);
        finish(trainer);
        assertSameBits(plain.recording().atOrBefore(best * STEPS).orElseThrow(), trainer.result());
        assertEquals(12 * STEPS, trainer.step());
    }

    private static Checkpoint plain(int epochs) {
        return finished(SETTINGS.withEpochs(epochs)).checkpoint();
    }

    private static Trainer finished(Hyperparameters settings) {
        Trainer trainer = trainer(settings);
        finish(trainer);
        return trainer;
    }

    private static Trainer trainer(Hyperparameters settings) {
        return new Trainer(TRAINING, VALIDATION, settings);
    }

    private static TrainingEnd.Finished finish(Trainer trainer) {
        return assertInstanceOf(TrainingEnd.Finished.class, trainer.run(() -> false, snapshot -> { }));
    }

    private static void assertSameBits(Checkpoint expected, Checkpoint actual) {
        assertEquals(expected.step(), actual.step());
        assertEquals(expected.learningRate(), actual.learningRate());
        assertArrayEquals(expected.parameters().arrays(), actual.parameters().arrays());
        for (int i = 0; i < expected.moments().size(); i++) {
            assertArrayEquals(expected.moments().get(i).arrays(), actual.moments().get(i).arrays());
        }
    }
}
