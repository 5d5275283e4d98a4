package org.digitscope.evaluation;

import static org.digitscope.evaluation.Edits.DATA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed for many changes at once: curves along one parameter and rankings of neurons. */
class WhatIfSweepTest {

    private static float[] values(float middle, int points) {
        float[] values = new float[points];
        for (int point = 0; point < points; point++) {
            values[point] = middle + (point - points / 2) * 4f / points;
        }
        return values;
    }

    private static void assertCurve(Parameters parameters, Dataset data, ScalarParameter place, int points) {
        float[] values = values(place.get(parameters), points);
        List<Score> curve = WhatIf.of(parameters, data).curve(place, values, () -> false).orElseThrow();
        assertEquals(points, curve.size());
        for (int point = 0; point < points; point++) {
            assertEquals(Evaluation.of(place.with(parameters, values[point]), data).score(), curve.get(point),
                    place + " = " + values[point]);
        }
    }

    @ParameterizedTest
    @MethodSource("org.digitscope.evaluation.Edits#architectures")
    void everyPointOfACurveIsTheChangedNetwork(Architecture architecture) {
        Random random = new Random(7);
        for (int seed = 0; seed < 3; seed++) {
            Parameters parameters = Edits.parameters(architecture, seed);
            for (int layer = 1; layer <= parameters.depth(); layer++) {
                assertCurve(parameters, DATA, Edits.anyWeight(parameters, layer, random), 9);
                assertCurve(parameters, DATA, Edits.anyBias(parameters, layer, random), 9);
            }
        }
    }

    @Test
    void aLongCurveIsExactForTheFirstAndLastNeuronPixelAndDigit() {
        Parameters parameters = Edits.parameters(20, 6);
        Dataset data = DATA.head(300);
        for (int neuron : new int[] {0, 19}) {
            assertCurve(parameters, data, ScalarParameter.weight(1, 0, neuron), 101);
            assertCurve(parameters, data, ScalarParameter.weight(1, 783, neuron), 101);
            assertCurve(parameters, data, ScalarParameter.bias(1, neuron), 101);
            assertCurve(parameters, data, ScalarParameter.weight(2, neuron, 0), 101);
            assertCurve(parameters, data, ScalarParameter.weight(2, neuron, 9), 101);
        }
        assertCurve(parameters, data, ScalarParameter.bias(2, 9), 101);
    }

    @Test
    void theWeightOfAPixelThatIsBlackEverywhereChangesNothing() {
        Dataset.Builder builder = Dataset.builder("pixel 400 is black", 30);
        for (int image = 0; image < 30; image++) {
            byte[] pixels = DATA.image(image);
            pixels[400] = 0;
            builder.add(pixels, DATA.label(image));
        }
        WhatIf whatIf = WhatIf.of(Examples.parameters(4, 1), builder.build());
        List<Score> curve = whatIf.curve(ScalarParameter.weight(1, 400, 2), values(0, 5), () -> false).orElseThrow();
        assertEquals(Set.of(whatIf.unchanged().score()), Set.copyOf(curve));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void theRankingHoldsWhatMutingEachNeuronGives(int hidden) {
        WhatIf whatIf = WhatIf.of(Edits.parameters(hidden, 2), DATA);
        for (Ablation ablation : Ablation.values()) {
            List<AblationCost> costs = whatIf.rankNeurons(1, ablation, () -> false).orElseThrow();
            assertRanking(whatIf, ablation, costs, hidden, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void theRankingOfPairsHoldsWhatMutingBothGives(int hidden) {
        WhatIf whatIf = WhatIf.of(Edits.parameters(hidden, 3), DATA);
        for (Ablation ablation : Ablation.values()) {
            List<AblationCost> costs = whatIf.rankPairs(1, ablation, () -> false).orElseThrow();
            assertRanking(whatIf, ablation, costs, hidden * (hidden - 1) / 2, 2);
        }
    }

    private static void assertRanking(WhatIf whatIf, Ablation ablation, List<AblationCost> costs, int count, int neurons) {
        Set<List<Integer>> subsets = new HashSet<>();
        for (AblationCost cost : costs) {
            Score muted = whatIf.mute(1, Set.copyOf(cost.neurons()), ablation).score();
            assertEquals(muted, cost.score());
            assertEquals(whatIf.unchanged().accuracy() - muted.accuracy(), cost.accuracy());
            assertEquals(muted.loss() - whatIf.unchanged().loss(), cost.loss());
            assertEquals(cost.neurons().stream().sorted().distinct().toList(), cost.neurons());
            assertEquals(neurons, cost.neurons().size());
            subsets.add(cost.neurons());
        }
        assertEquals(count, costs.size());
        assertEquals(count, subsets.size());
        for (int i = 1; i < count; i++) {
            Score more = costs.get(i - 1).score();
            Score less = costs.get(i).score();
            assertTrue(more.correct() < less.correct() || more.correct() == less.correct() && more.loss() >= less.loss());
        }
    }

    @Test
    void theNeuronThatDecidesAloneIsMissedMost() {
        Parameters parameters = Parameters.zeros(Architecture.relu(3));
        Edits.fix(parameters, 1, List.of(0, 1, 2), 1);
        parameters.layer(2).kernel().set(1, 7, 5);
        Dataset sevens = Dataset.builder("sevens", 1).add(new byte[Dataset.PIXELS], 7).build();
        AblationCost first = WhatIf.of(parameters, sevens).rankNeurons(1, Ablation.ZERO, () -> false).orElseThrow().get(0);
        assertEquals(List.of(1), first.neurons());
        assertEquals(1, first.accuracy());
        assertEquals(Math.log(10) - Math.log(1 + 9 * Math.exp(-5)), first.loss(), 1e-6);
    }

    @Test
    void aTrainedNetworkIsExactOnTheTestDigits() throws IOException {
        DigitSets mnist = Mnist.load();
        Trainer trainer = new Trainer(mnist.training(), mnist.validation().head(1), Hyperparameters.NOTEBOOK);
        trainer.run(() -> trainer.step() == 400, snapshot -> { });
        Parameters parameters = trainer.snapshot().parameters();
        for (ScalarParameter place : List.of(ScalarParameter.weight(1, 406, 7), ScalarParameter.bias(1, 7),
                ScalarParameter.weight(2, 7, 3), ScalarParameter.bias(2, 3))) {
            assertCurve(parameters, mnist.validation(), place, 5);
        }
        WhatIf whatIf = WhatIf.of(parameters, mnist.validation());
        assertTrue(whatIf.unchanged().accuracy() > 0.8, "trained");
        assertRanking(whatIf, Ablation.ZERO, whatIf.rankPairs(1, Ablation.ZERO, () -> false).orElseThrow(), 190, 2);
        Edits.fix(parameters, 1, Set.of(4), -1);
        Edits.assertSame(Evaluation.of(parameters, mnist.validation()), whatIf.mute(1, Set.of(4), Ablation.ZERO));
    }

    @Test
    void longComputationsGiveNothingWhenStopped() {
        WhatIf whatIf = WhatIf.of(Examples.parameters(4, 1), DATA);
        AtomicInteger asked = new AtomicInteger();
        ScalarParameter place = ScalarParameter.bias(1, 0);
        assertEquals(Optional.empty(), whatIf.curve(place, values(0, 5), () -> asked.incrementAndGet() == 3));
        assertEquals(3, asked.get());
        assertEquals(Optional.empty(), whatIf.curve(place, values(0, 5), () -> true));
        assertEquals(Optional.empty(), whatIf.rankNeurons(1, Ablation.ZERO, () -> true));
        assertEquals(Optional.empty(), whatIf.rankPairs(1, Ablation.ZERO, () -> true));
        asked.set(0);
        assertEquals(Optional.empty(), whatIf.rankPairs(1, Ablation.ZERO, () -> asked.incrementAndGet() == 7));
        assertEquals(7, asked.get());
    }
}
