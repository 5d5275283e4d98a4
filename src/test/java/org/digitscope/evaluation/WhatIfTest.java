package org.digitscope.evaluation;

import static org.digitscope.evaluation.Edits.DATA;
import static org.digitscope.evaluation.Edits.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {

    private static Set<Integer> anyNeurons(int hidden, Random random) {
        return IntStream.range(0, hidden).filter(neuron -> random.nextInt(3) == 0).boxed().collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void theUnchangedNetworkScoresAsItsEvaluation(int hidden) {
        Parameters parameters = Edits.parameters(hidden, 1);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        assertSame(Evaluation.of(parameters, DATA), whatIf.unchanged());
        assertSame(whatIf.unchanged(), whatIf.edit(parameters));
        assertSame(whatIf.unchanged(), whatIf.mute(Set.of(), Ablation.ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void mutingToZeroIsANetworkWhoseNeuronsAreNeverOn(int hidden) {
        for (int seed = 0; seed < 6; seed++) {
            Parameters parameters = Edits.parameters(hidden, seed);
            Set<Integer> neurons = seed == 0 ? Set.of(hidden - 1) : anyNeurons(hidden, new Random(seed));
            Evaluation muted = WhatIf.of(parameters, DATA).mute(neurons, Ablation.ZERO);
            Edits.fix(parameters, neurons, -1);
            assertSame(Evaluation.of(parameters, DATA), muted);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void mutingToTheMeanIsANetworkWhoseNeuronsAlwaysSendTheirMean(int hidden) {
        for (int seed = 0; seed < 6; seed++) {
            Parameters parameters = Edits.parameters(hidden, seed);
            Set<Integer> neurons = anyNeurons(hidden, new Random(seed));
            WhatIf whatIf = WhatIf.of(parameters, DATA);
            Evaluation muted = whatIf.mute(neurons, Ablation.MEAN);
            neurons.forEach(neuron -> Edits.fix(parameters, Set.of(neuron), whatIf.meanActivation(neuron)));
            assertSame(Evaluation.of(parameters, DATA), muted);
        }
    }

    @Test
    void theMeanActivationIsThatOfAllPictures() {
        Parameters parameters = Examples.parameters(3, 8);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        Network network = new Network(parameters, DATA.size());
        network.forward(DATA, Examples.firstImages(DATA.size()), 0, DATA.size());
        for (int neuron = 0; neuron < 3; neuron++) {
            double sum = 0;
            for (int image = 0; image < DATA.size(); image++) {
                sum += Math.max(0, network.sums(1).get(image, neuron));
            }
            assertEquals(sum / DATA.size(), whatIf.meanActivation(neuron), 1e-6);
        }
    }

    @Test
    void soloMutesAllOthers() {
        Parameters parameters = Edits.parameters(20, 4);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        Set<Integer> others = IntStream.range(0, 20).filter(n -> n != 3 && n != 11).boxed().collect(Collectors.toSet());
        for (Ablation ablation : Ablation.values()) {
            assertSame(whatIf.mute(others, ablation), whatIf.solo(Set.of(3, 11), ablation));
        }
        Set<Integer> all = IntStream.range(0, 20).boxed().collect(Collectors.toSet());
        assertSame(whatIf.unchanged(), whatIf.solo(all, Ablation.ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void oneChangedParameterIsTheChangedNetwork(int hidden) {
        Random random = new Random(hidden);
        Parameters parameters = Edits.parameters(hidden, hidden + 1);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        for (ScalarParameter.Tensor tensor : ScalarParameter.Tensor.values()) {
            for (int i = 0; i < 4; i++) {
                ScalarParameter place = Edits.anyParameter(tensor, hidden, random);
                float value = 3 * (float) random.nextGaussian();
                Parameters edited = parameters.copy();
                edited.arrays()[tensor.ordinal()][place.input() * (tensor.ordinal() < 2 ? hidden : 10) + place.output()]
                        = value;
                assertSame(Evaluation.of(edited, DATA), whatIf.set(place, value));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 128})
    void anyEditIsTheChangedNetwork(int hidden) {
        Parameters parameters = Edits.parameters(hidden, hidden);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            Parameters edited = parameters.copy();
            for (float[] tensor : edited.arrays()) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    tensor[random.nextInt(tensor.length)] = (float) random.nextGaussian();
                }
            }
            assertSame(Evaluation.of(edited, DATA), whatIf.edit(edited));
        }
        for (Parameters all : new Parameters[] {Perturbation.withoutBiases(parameters),
                Perturbation.withNoise(parameters, 0.3f, 1)}) {
            assertSame(Evaluation.of(all, DATA), whatIf.edit(all));
        }
    }

    @Test
    void numbersThatAreNotFiniteGiveWhatTheNetworkGives() {
        Parameters parameters = Examples.parameters(3, 1);
        // neuron 0 is off for every picture, so that nothing it would multiply may reach the logits
        Edits.fix(parameters, Set.of(0), -1);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE}) {
            for (int i = 0; i < 3; i++) {
                for (ScalarParameter place : new ScalarParameter[] {ScalarParameter.layer1Weight(300, i),
                        ScalarParameter.layer1Bias(i), ScalarParameter.layer2Weight(i, 4), ScalarParameter.layer2Bias(i)}) {
                    Evaluation expected = Evaluation.of(place.with(parameters, value), DATA);
                    assertSame(expected, whatIf.set(place, value));
                    assertEquals(expected.score(), whatIf.curve(place, new float[] {value}, () -> false)
                            .orElseThrow().get(0));
                }
            }
        }
    }

    @Test
    void ofEqualLogitsTheFirstIsTheAnswerWhateverTheSignOfTheirZero() {
        Parameters parameters = Examples.parameters(4, 2);
        float[] bias = parameters.layer(2).bias().data;
        Arrays.fill(bias, -5);
        for (int digit : new int[] {2, 5, 9}) {
            bias[digit] = digit == 9 ? 0f : -0f;
            for (int neuron = 0; neuron < 4; neuron++) {
                parameters.layer(2).kernel().set(neuron, digit, -0f);
            }
        }
        Evaluation muted = WhatIf.of(parameters, DATA).mute(Set.of(0, 1, 2, 3), Ablation.ZERO);
        Edits.fix(parameters, Set.of(0, 1, 2, 3), -1);
        assertSame(Evaluation.of(parameters, DATA), muted);
        assertEquals(DATA.size(), muted.answerCount(2));
    }

    @Test
    void laterChangesToTheParametersHaveNoEffect() {
        Parameters parameters = Examples.parameters(5, 3);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        Evaluation before = whatIf.mute(Set.of(1), Ablation.ZERO);
        Parameters original = parameters.copy();
        parameters.setZero();
        assertSame(before, whatIf.mute(Set.of(1), Ablation.ZERO));
        assertSame(Evaluation.of(original, DATA), whatIf.edit(original));
        assertNotEquals(whatIf.unchanged().score(), whatIf.edit(parameters).score());
    }

    @Test
    void whatTheNetworkDoesNotHaveIsRefused() {
        WhatIf whatIf = WhatIf.of(Examples.parameters(5, 3), DATA.head(3));
        assertThrows(IndexOutOfBoundsException.class, () -> whatIf.mute(Set.of(5), Ablation.ZERO));
        assertThrows(IndexOutOfBoundsException.class, () -> whatIf.mute(Set.of(-1), Ablation.MEAN));
        assertThrows(IndexOutOfBoundsException.class, () -> whatIf.solo(Set.of(5), Ablation.ZERO));
        assertThrows(IllegalArgumentException.class, () -> whatIf.set(ScalarParameter.layer1Bias(5), 0));
        assertThrows(IllegalArgumentException.class,
                () -> whatIf.curve(ScalarParameter.layer2Weight(5, 0), new float[] {0}, () -> false));
        assertThrows(IllegalArgumentException.class, () -> whatIf.edit(Examples.parameters(6, 3)));
        assertThrows(IndexOutOfBoundsException.class, () -> ScalarParameter.layer1Weight(Dataset.PIXELS, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> ScalarParameter.layer2Bias(10));
    }
}
