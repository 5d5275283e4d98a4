package org.digitscope.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.digitscope.data.DigitSets;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.network.Examples;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {

    private static final Hyperparameters BASE = Hyperparameters.NOTEBOOK.withEpochs(2).withBatchSize(10);
    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(120, 1), Examples.pictures(40, 2));

    @Test
    void everyCombinationIsTrainedWithEverySeedInAFixedOrder() {
        Sweep sweep = new Sweep(BASE, List.of(new Axis(SweptSetting.LAYERS, List.of("5", "64-32", "none")), new Axis(SweptSetting.RATE, List.of("1e-3", "0.01"))),
                List.of(0L, 7L));
        List<Trial> trials = sweep.trials();
        assertEquals(12, trials.size());
        assertEquals(List.of("layers=5 rate=0.001 seed=0", "layers=5 rate=0.001 seed=7", "layers=5 rate=0.01 seed=0"),
                trials.stream().limit(3).map(Trial::title).toList());
        assertEquals("layers-64-32_rate-0.01_seed-7", trials.get(7).fileName());
        assertEquals(List.of(64, 32), trials.get(7).settings().architecture().hidden());
        assertEquals(0.01, trials.get(7).settings().learningRate());
        assertEquals(7, trials.get(7).settings().seed());
        assertEquals(12, new HashSet<>(trials.stream().map(Trial::fileName).toList()).size());
        for (int i = 0; i < 12; i++) {
            assertEquals(i, trials.get(i).number());
        }
    }

    @ParameterizedTest
    @CsvSource({"layers, 20, 20", "layers, none, none", "activation, tanh, tanh", "optimizer, rmsprop, RMSprop", "rate, 1e-4, 0.0001", "batch, 64, 64",
        "pictures, 500, 500", "pictures, all, all", "wrong-labels, 0.2, 20%", "start, all-zero, all-zero", "l2, 0.001, 0.001"})
    void aSettingHasOneTextForEachValue(String label, String typed, String shown) {
        SweptSetting setting = SweptSetting.ofLabel(label).orElseThrow();
        Hyperparameters with = setting.with(BASE, typed);
        assertEquals(shown, setting.of(with));
        assertEquals(with, setting.with(BASE, setting.of(with)));
    }

    @Test
    void theUsualRateFollowsTheOptimizerAndAChosenOneStays() {
        assertEquals(OptimizerKind.SGD.usualRate(), SweptSetting.OPTIMIZER.with(BASE, "sgd").learningRate());
        assertEquals(0.5, SweptSetting.OPTIMIZER.with(BASE.withLearningRate(0.5), "sgd").learningRate());
    }

    @Test
    void whatCannotBeSweptIsSaid() {
        assertRefused("hidden layers has the value 5 twice", axis(SweptSetting.LAYERS, "5", "5"), List.of(1L));
        assertRefused("learning rate has the value 0.001 twice", axis(SweptSetting.RATE, "1e-3", "0.001"), List.of(1L));
        assertRefused("a seed is given twice", axis(SweptSetting.LAYERS, "5"), List.of(1L, 1L));
        assertRefused("a sweep has at most 10000 runs", axis(SweptSetting.LAYERS, "5", "6"), LongStream.range(0, 5001).boxed().toList());
        assertRefused("rate must be a number such as 0.001, not 'x'", axis(SweptSetting.RATE, "x"), List.of(1L));
        assertRefused("a sweep needs at least one value of each setting, and a seed", axis(SweptSetting.RATE, "1"), List.of());
        assertThrows(IllegalArgumentException.class, () -> new Sweep(BASE, List.of(axis(SweptSetting.RATE, "1"), axis(SweptSetting.RATE, "2")), List.of(1L)));
    }

    @Test
    void aRunWhoseBestEpochIsRestoredHasThatEpochsFiguresUnlessItDiverged() {
        LearningCurve curve = LearningCurve.ofEpochs(List.of(epoch(0.5), epoch(0.4), epoch(0.6)));
        Hyperparameters restoring = BASE.withEarlyStopping(new EarlyStopping(5, Monitor.VAL_LOSS, true));
        assertEquals(Optional.of(epoch(0.4)), new RunResult(restoring, "", false, curve, "", 0).resultEpoch());
        assertEquals(Optional.of(epoch(0.6)), new RunResult(restoring, "", true, curve, "", 0).resultEpoch());
        assertEquals(Optional.of(epoch(0.6)), new RunResult(BASE, "", false, curve, "", 0).resultEpoch());
        assertEquals(Optional.empty(), new RunResult(restoring, "", true, LearningCurve.EMPTY, "", 0).resultEpoch());
    }

    private static LearningCurve.Epoch epoch(double validationLoss) {
        return new LearningCurve.Epoch(0.5, 1, 0.5, validationLoss);
    }

    @Test
    void theBitsOfARunDontDependOnHowManyAreTrainedAtATime() throws Exception {
        Sweep sweep = new Sweep(BASE, List.of(axis(SweptSetting.LAYERS, "3", "4-2", "none")), List.of(1L, 2L));
        Map<Trial, RunResult> one = run(sweep, 1);
        Map<Trial, RunResult> three = run(sweep, 3);
        assertEquals(6, one.size());
        for (Trial trial : sweep.trials()) {
            Trainer alone = new Trainer(DIGITS.training(), DIGITS.validation(), trial.settings());
            alone.run(() -> false, snapshot -> { });
            assertEquals(alone.snapshot().parameters().checksum(), one.get(trial).fingerprint());
            assertEquals(one.get(trial).fingerprint(), three.get(trial).fingerprint());
            assertEquals(alone.snapshot().curve().epochs(), three.get(trial).epochs());
        }
    }

    @Test
    void aRateThatIsGivenFollowsNoOptimizerWhicheverOfTheTwoIsNamedFirst() {
        Axis rates = axis(SweptSetting.RATE, "0.001", "0.01");
        Axis optimizers = axis(SweptSetting.OPTIMIZER, "Adam", "SGD");
        for (List<Axis> axes : List.of(List.of(rates, optimizers), List.of(optimizers, rates))) {
            List<Trial> trials = new Sweep(BASE, axes, List.of(1L)).trials();
            assertEquals(4, new HashSet<>(trials.stream().map(Trial::settings).toList()).size());
            assertTrue(trials.stream().allMatch(trial -> trial.values().get("rate").equals(SweptSetting.RATE.of(trial.settings()))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"layers|5, 10,64-32|[5, 10, 64-32]", "layers|2…128|[2, 4, 8, 16, 32, 64, 128]", "layers|3..20|[3, 6, 12, 20]",
        "rate|0.0001…1|[0.0001, 0.0010, 0.0100, 0.1000, 1]", "rate|0,001; 0,01|[0.001, 0.01]", "batch|16 … 64, 100|[16, 32, 64, 100]",
        "activation|relu, tanh|[relu, tanh]", "pictures|100, all|[100, all]"})
    void valuesAreAListOrARange(String setting, String text, String values) {
        assertEquals(values, SweptSetting.ofLabel(setting).orElseThrow().values(text).toString());
    }

    @Test
    void aRangeThatIsNoneIsNamed() {
        assertEquals("a range of hidden layers goes from a number above 0 to a larger one, not from 8 to 2",
                assertThrows(IllegalArgumentException.class, () -> SweptSetting.LAYERS.values("8…2")).getMessage());
        assertEquals("a value of hidden layers is missing; expected a list such as 5, 10, 20, 40",
                assertThrows(IllegalArgumentException.class, () -> SweptSetting.LAYERS.values("20,")).getMessage());
        for (String wrong : List.of("-5", "1 2 3", "abc", "5-", "64,32")) {
            assertEquals("'" + wrong + "' are no hidden layers; expected a size such as 20, several such as 64-32, or none",
                    assertThrows(IllegalArgumentException.class, () -> SweptSetting.LAYERS.with(BASE, wrong)).getMessage());
        }
        assertEquals("a range of seeds goes from a smaller to a larger one, not from 2 to 0",
                assertThrows(IllegalArgumentException.class, () -> Sweep.seeds("2-0")).getMessage());
        assertEquals(List.of(0L, 1L, 2L, 9L), Sweep.seeds("0…2, 9"));
        assertEquals("a range of learning rate goes from a number to a larger one, not from 'a' to '1'",
                assertThrows(IllegalArgumentException.class, () -> SweptSetting.RATE.values("a..1")).getMessage());
    }

    @ParameterizedTest
    @EnumSource(SweepPreset.class)
    void everyQuestionIsASweepThatCanBeTrained(SweepPreset preset) {
        Sweep sweep = preset.sweep(Hyperparameters.NOTEBOOK);
        assertTrue(sweep.trials().size() >= 10 && sweep.trials().size() <= 30, preset.title());
        assertTrue(preset.title().endsWith("?") && preset.sentence().endsWith("."));
    }

    @Test
    void anEstimateIsLargerForLargerNetworks() {
        Sweep sweep = new Sweep(BASE.withEpochs(10), List.of(axis(SweptSetting.LAYERS, "5", "300")), List.of(1L, 2L));
        double estimate = SweepEstimate.seconds(sweep.trials(), DIGITS);
        double small = SweepEstimate.seconds(new Sweep(BASE.withEpochs(10), List.of(axis(SweptSetting.LAYERS, "5")), List.of(1L, 2L)).trials(), DIGITS);
        assertTrue(estimate > 2 * small && small > 0, small + " of " + estimate);
    }

    @Test
    void aStopEndsItAndOnlyFinishedRunsCount() throws Exception {
        Sweep sweep = new Sweep(BASE.withEpochs(1000), List.of(axis(SweptSetting.LAYERS, "3", "4")), List.of(1L, 2L));
        List<Trial> told = new ArrayList<>();
        long[] asked = new long[1];
        SweepRunner runner = new SweepRunner(DIGITS, "data", trainer -> "");
        assertEquals(0, runner.run(sweep.trials(), 1, () -> ++asked[0] > 5, run -> told.add(run.trial())));
        assertEquals(List.of(), told);
    }

    @Test
    void aRunThatDivergesIsAResultToo() {
        Trial trial = new Sweep(BASE, List.of(axis(SweptSetting.RATE, "1e29")), List.of(1L)).trials().get(0);
        RunResult result = new SweepRunner(DIGITS, "data", trainer -> "").train(trial, () -> false).orElseThrow().result();
        assertTrue(result.hasDiverged());
        assertEquals(0, result.bestEpoch());
    }

    private static Map<Trial, RunResult> run(Sweep sweep, int jobs) throws Exception {
        Map<Trial, RunResult> results = new HashMap<>();
        new SweepRunner(DIGITS, "data", trainer -> trainer.snapshot().parameters().checksum()).run(sweep.trials(), jobs, () -> false, run -> results.put(run.trial(), run.result()));
        return results;
    }

    private static Axis axis(SweptSetting setting, String... values) {
        return new Axis(setting, List.of(values));
    }

    private static void assertRefused(String sentence, Axis axis, List<Long> seeds) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> new Sweep(BASE, List.of(axis), seeds).trials()).getMessage());
    }
}
