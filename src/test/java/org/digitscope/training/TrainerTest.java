package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.DeadNeurons;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    private static final Dataset TRAINING = Examples.pictures(100, 1);
    private static final Dataset VALIDATION = Examples.pictures(30, 2);
    /** 13 steps of 8 pictures, the last one of 4, in each of 3 epochs. */
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(8);

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers(OptimizerKind optimizer) {
        Hyperparameters settings = SETTINGS.withOptimizer(optimizer);
        assertSameBits(finished(settings), finished(settings));
        assertNotEquals(finished(settings).parameters().arrays()[0][0],
                finished(settings.withSeed(7)).parameters().arrays()[0][0]);
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void stoppingAndGoingOnAtEveryStepChangesNoBit(OptimizerKind optimizer) {
        Hyperparameters settings = SETTINGS.withOptimizer(optimizer);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, settings);
        for (int step = 1; step <= 38; step++) {
            runTo(trainer, step);
            assertEquals(step, trainer.step());
        }
        assertInstanceOf(TrainingEnd.Finished.class, trainer.run(() -> false, snapshot -> { }));
        assertSameBits(finished(settings), trainer.snapshot());
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void goingOnFromAnyKeptStepGivesTheBitsOfNeverStopping(OptimizerKind optimizer) {
        Hyperparameters settings = SETTINGS.withOptimizer(optimizer);
        Trainer whole = new Trainer(TRAINING, VALIDATION, settings);
        whole.run(() -> false, snapshot -> { });
        for (int step : whole.recording().steps()) {
            Trainer branch = new Trainer(TRAINING, VALIDATION, settings);
            branch.restore(whole.recording().atOrBefore(step).orElseThrow(), whole.snapshot().curve());
            assertEquals(step, branch.step());
            branch.run(() -> false, snapshot -> { });
            assertSameBits(whole.snapshot(), branch.snapshot());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 99, 100, 101, 100_000})
    void anyBatchSizeUsesEveryPictureOnceAnEpoch(int batchSize) {
        Hyperparameters settings = SETTINGS.withBatchSize(batchSize);
        Snapshot end = finished(settings);
        int steps = (100 + batchSize - 1) / batchSize;
        assertEquals(steps, end.stepsPerEpoch());
        assertEquals(3 * steps, end.step());
        assertEquals(3, end.curve().epochs().size());
        LearningCurve.Epoch first = end.curve().epochs().get(0);
        double loss = 0;
        double correct = 0;
        for (int step = 0; step < steps; step++) {
            int size = Math.min(batchSize, 100 - step * batchSize);
            loss += end.curve().loss(step) * size;
            correct += end.curve().accuracy(step) * size;
        }
        assertEquals(loss / 100, first.loss(), 1e-6);
        assertEquals(correct / 100, first.accuracy(), 1e-6);
    }

    @Test
    void aBatchOfAllPicturesStepsAlongTheGradientOfTheMeanLoss() {
        Hyperparameters settings = new Hyperparameters(1, 100, 0.5, OptimizerKind.SGD, 0, Architecture.relu(20), 3);
        Parameters expected = Parameters.glorot(Architecture.relu(20), 3);
        Parameters gradient = Parameters.zeros(Architecture.relu(20));
        Network network = new Network(Parameters.glorot(Architecture.relu(20), 3), 100);
        network.forward(TRAINING, Examples.firstImages(100), 0, 100);
        network.loss();
        network.addGradient(gradient, 100);
        Snapshot end = finished(settings);
        for (int tensor = 0; tensor < 4; tensor++) {
            for (int i = 0; i < expected.arrays()[tensor].length; i++) {
                float w = expected.arrays()[tensor][i] - 0.5f * gradient.arrays()[tensor][i];
                assertEquals(w, end.parameters().arrays()[tensor][i], 1e-6);
            }
        }
    }

    @Test
    void validationIsThatOfTheNetworkAtTheEpochsEnd() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS);
        runTo(trainer, 13);
        Evaluation score = Evaluation.of(trainer.snapshot().parameters(), VALIDATION);
        assertEquals(score.accuracy(), trainer.snapshot().curve().epochs().get(0).validationAccuracy());
        assertEquals(score.loss(), trainer.snapshot().curve().epochs().get(0).validationLoss());
    }

    @Test
    void snapshotsAreCumulativeAndNeverChange() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS);
        List<Snapshot> seen = new ArrayList<>();
        List<float[]> copies = new ArrayList<>();
        for (int step = 5; step <= 39; step += 17) {
            int target = step;
            trainer.run(() -> trainer.step() == target, snapshot -> {
                seen.add(snapshot);
                copies.add(snapshot.parameters().arrays()[0].clone());
            });
        }
        trainer.run(() -> false, snapshot -> { });
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(seen.get(i).step(), seen.get(i).curve().points());
            assertArrayEquals(copies.get(i), seen.get(i).parameters().arrays()[0]);
        }
        Snapshot first = seen.get(0);
        assertEquals(5, first.stepInEpoch());
        assertEquals(1, first.epoch());
        assertEquals(22 - 13, seen.get(1).stepInEpoch());
        assertEquals(2, seen.get(1).epoch());
    }

    @Test
    void beforeTheFirstStepThereIsNoLossYet() {
        Snapshot start = new Trainer(TRAINING, VALIDATION, SETTINGS).snapshot();
        assertEquals(0, start.epoch());
        assertEquals(0, start.stepInEpoch());
        assertTrue(Double.isNaN(start.loss()) && Double.isNaN(start.accuracy()));
        assertArrayEquals(Parameters.glorot(Architecture.relu(20), 42).arrays()[0], start.parameters().arrays()[0]);
    }

    @Test
    void aChangedLearningRateHoldsFromTheNextStepAndIsNoted() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS);
        runTo(trainer, 10);
        trainer.setLearningRate(0.01);
        trainer.run(() -> false, snapshot -> { });
        assertEquals(List.of(new LearningCurve.RateChange(10, 0.01)), trainer.snapshot().curve().rateChanges());
        assertEquals(0.01, trainer.snapshot().learningRate());
        assertThrows(IllegalArgumentException.class, () -> trainer.setLearningRate(-1));
    }

    @Test
    void divergenceKeepsTheLastNetworkWithAFiniteLossAndSaysWhatToChange() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS, new Recording(1));
        runTo(trainer, 20);
        Snapshot before = trainer.snapshot();
        trainer.setLearningRate(1e25);
        TrainingEnd end = trainer.run(() -> false, snapshot -> { });
        TrainingEnd.Diverged diverged = assertInstanceOf(TrainingEnd.Diverged.class, end);
        assertEquals(21, diverged.step());
        assertTrue(diverged.advice().contains("rate of 1e25 makes") && diverged.advice().contains("0.001"), diverged.advice());
        assertEquals(20, trainer.step());
        assertSameBits(before, trainer.snapshot());
        assertTrue(trainer.recording().steps().stream().allMatch(step -> step <= 20));

        trainer.setLearningRate(0.001);
        assertInstanceOf(TrainingEnd.Finished.class, trainer.run(() -> false, snapshot -> { }));
        assertSameBits(finished(SETTINGS), trainer.snapshot());
    }

    @Test
    void aFinishedNetworkWhoseNeuronsAreAllDeadIsSaidWithWhatToChange() {
        Hyperparameters settings = SETTINGS.withLearningRate(1000);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, settings);
        TrainingEnd end = trainer.run(() -> false, snapshot -> { });
        String advice = assertInstanceOf(TrainingEnd.Finished.class, end).advice().orElseThrow();
        assertEquals(trainer.snapshot().parameters().layer(1).outputs(), DeadNeurons.count(trainer.snapshot().parameters(), VALIDATION));
        assertTrue(advice.startsWith("This is as good as guessing: ") && advice.endsWith(" No hidden neuron is on for any of them, so all "
                + "get the same answer. Start again with a learning rate below 1000 (with Adam, 0.001 is a usual one) or another seed."), advice);
        assertEquals(end, trainer.run(() -> false, snapshot -> { }));

        TrainingEnd usual = new Trainer(TRAINING, VALIDATION, SETTINGS).run(() -> false, snapshot -> { });
        assertFalse(usual.toString().contains("No hidden neuron"), usual.toString());
    }

    @Test
    void aProblemInTheProgramEndsTheRunAsFailed() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS);
        IllegalStateException problem = new IllegalStateException("test");
        TrainingEnd end = trainer.run(() -> {
            throw problem;
        }, snapshot -> { });
        assertEquals(new TrainingEnd.Failed(problem), end);
    }

    @Test
    void tooLittleMemoryForTheLastSnapshotEndsTheRunAsFailed() {
        for (int last : new int[] {0, 20, 39}) {
            Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS);
            OutOfMemoryError problem = new OutOfMemoryError("test");
            TrainingEnd end = trainer.run(() -> trainer.step() == last, snapshot -> {
                if (snapshot.step() == last) {
                    throw problem;
                }
            });
            assertEquals(new TrainingEnd.Failed(problem), end);
            assertEquals(last, trainer.step());
        }
    }

    @Test
    void aRunWithMoreStepsThanAnIntHoldsGoesOnUpToThatManyAndThenSaysWhatToChange() {
        Dataset.Builder blank = Dataset.builder("blank", 2_200_000);
        byte[] pixels = new byte[Dataset.PIXELS];
        for (int i = 0; i < 2_200_000; i++) {
            blank.add(pixels, i % 10);
        }
        Hyperparameters settings = SETTINGS.withEpochs(1000).withBatchSize(1).withArchitecture(Architecture.relu(1));
        Trainer trainer = new Trainer(blank.build(), VALIDATION, settings);
        assertEquals(2_200_000_000L, trainer.snapshot().totalSteps());
        assertFalse(trainer.snapshot().isFinished());
        Checkpoint start = trainer.checkpoint();
        assertInstanceOf(TrainingEnd.Stopped.class, trainer.run(() -> trainer.step() == 3, snapshot -> { }));

        trainer.restore(new Checkpoint(Trainer.MAX_STEPS - 2, start.parameters(), start.moments(), 0.001, 0, 0), LearningCurve.EMPTY);
        TrainingEnd end = trainer.run(() -> false, snapshot -> { });
        assertEquals(Trainer.MAX_STEPS, trainer.step());
        assertEquals(977, trainer.snapshot().epoch());
        assertFalse(trainer.snapshot().isFinished());
        assertEquals("a run has at most 2,147,483,647 steps, and 1,000 epochs of 2,200,000 steps are more: choose fewer epochs or a "
                + "larger batch size", assertInstanceOf(TrainingEnd.Failed.class, end).cause().getMessage());
    }

    @Test
    void aRunTrainsWithThePicturesThatItsSettingsChooseAndSoDoesItsBranch() {
        DataVariation variation = new DataVariation(20, 0.5);
        Hyperparameters varied = SETTINGS.withVariation(variation);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, varied);
        assertEquals(3, trainer.stepsPerEpoch());
        assertEquals(variation.of(TRAINING, 42).checksum(), trainer.training().checksum());
        Trainer branch = trainer.branch(trainer.checkpoint(), LearningCurve.EMPTY);
        assertSame(trainer.training(), branch.training());
        branch.run(() -> false, snapshot -> { });

        Trainer plain = new Trainer(variation.of(TRAINING, 42), VALIDATION, SETTINGS);
        plain.run(() -> false, snapshot -> { });
        assertSameBits(plain.snapshot(), branch.snapshot());
        assertSame(TRAINING, new Trainer(TRAINING, VALIDATION, SETTINGS).training());
    }

    @Test
    void learnsWhatCanBeLearnt() {
        Random random = new Random(4);
        Dataset.Builder builder = Dataset.builder("one pixel a digit", 200);
        for (int i = 0; i < 200; i++) {
            byte[] pixels = new byte[Dataset.PIXELS];
            int digit = random.nextInt(10);
            pixels[100 + 30 * digit] = (byte) 255;
            builder.add(pixels, digit);
        }
        Dataset data = builder.build();
        Trainer trainer = new Trainer(data, data, SETTINGS.withEpochs(40).withLearningRate(0.02));
        trainer.run(() -> false, snapshot -> { });
        assertEquals(1, trainer.snapshot().accuracy());
    }

    private static Snapshot finished(Hyperparameters settings) {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, settings);
        assertInstanceOf(TrainingEnd.Finished.class, trainer.run(() -> false, snapshot -> { }));
        return trainer.snapshot();
    }

    private static void runTo(Trainer trainer, int step) {
        assertInstanceOf(TrainingEnd.Stopped.class, trainer.run(() -> trainer.step() == step, snapshot -> { }));
    }

    private static void assertSameBits(Snapshot expected, Snapshot actual) {
        assertEquals(expected.step(), actual.step());
        for (int tensor = 0; tensor < 4; tensor++) {
            assertArrayEquals(expected.parameters().arrays()[tensor], actual.parameters().arrays()[tensor]);
        }
        assertEquals(expected.loss(), actual.loss());
        assertEquals(expected.accuracy(), actual.accuracy());
        assertEquals(expected.curve().epochs(), actual.curve().epochs());
        assertEquals(expected.curve().points(), actual.curve().points());
        for (int point = 0; point < expected.curve().points(); point++) {
            assertEquals(expected.curve().loss(point), actual.curve().loss(point));
        }
    }
}
