package org.digitscope.evaluation;

import static org.digitscope.evaluation.Edits.DATA;
import static org.digitscope.evaluation.Edits.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfTest {

    private static Set<Integer> anyNeurons(int hidden, Random random) {
        return IntStream.range(0, hidden).filter(neuron -> random.nextInt(3) == 0).boxed().collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("org.digitscope.evaluation.Edits#architectures")
    void theUnchangedNetworkScoresAsItsEvaluation(Architecture architecture) {
        Parameters parameters = Edits.parameters(architecture, 1);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        assertSame(Evaluation.of(parameters, DATA), whatIf.unchanged());
        assertSame(whatIf.unchanged(), whatIf.edit(parameters));
        for (int layer = 1; layer < parameters.depth(); layer++) {
            assertSame(whatIf.unchanged(), whatIf.mute(layer, Set.of(), Ablation.ZERO));
        }
    }

    @ParameterizedTest
    @MethodSource("org.digitscope.evaluation.Edits#architecturesWithNeurons")
    void mutingToZeroIsANetworkWhoseNeuronsSendNothing(Architecture architecture) {
        for (int seed = 0; seed < 4; seed++) {
            Parameters parameters = Edits.parameters(architecture, seed);
            WhatIf whatIf = WhatIf.of(parameters, DATA);
            for (int layer = 1; layer < parameters.depth(); layer++) {
                int size = parameters.layer(layer).outputs();
                Set<Integer> neurons = seed == 0 ? Set.of(size - 1) : anyNeurons(size, new Random(seed));
                Parameters silenced = parameters.copy();
                Edits.silence(silenced, layer, neurons);
                assertSame(Evaluation.of(silenced, DATA), whatIf.mute(layer, neurons, Ablation.ZERO));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.digitscope.evaluation.Edits#architecturesWithNeurons")
    void mutingToTheMeanIsANetworkWhoseNeuronsAlwaysSendTheirMean(Architecture architecture) {
        boolean exact = architecture.activation().isPiecewiseLinear();
        for (int seed = 0; seed < 4; seed++) {
            Parameters parameters = Edits.parameters(architecture, seed);
            WhatIf whatIf = WhatIf.of(parameters, DATA);
            for (int layer = 1; layer < parameters.depth(); layer++) {
                Set<Integer> neurons = anyNeurons(parameters.layer(layer).outputs(), new Random(seed));
                Parameters fixed = parameters.copy();
                for (int neuron : neurons) {
                    float mean = whatIf.meanActivation(new Neuron(layer, neuron));
                    Edits.fix(fixed, layer, Set.of(neuron), architecture.activation().sumFor(mean));
                }
                Evaluation expected = Evaluation.of(fixed, DATA);
                Evaluation muted = whatIf.mute(layer, neurons, Ablation.MEAN);
                if (exact) {
                    assertSame(expected, muted);
                } else {
                    assertEquals(expected.loss(), muted.loss(), 1e-5 * Math.max(1, expected.loss()));
                }
            }
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
            assertEquals(sum / DATA.size(), whatIf.meanActivation(new Neuron(1, neuron)), 1e-6);
        }
    }

    @Test
    void soloMutesAllOthers() {
        Parameters parameters = Edits.parameters(20, 4);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        Set<Integer> others = IntStream.range(0, 20).filter(n -> n != 3 && n != 11).boxed().collect(Collectors.toSet());
        for (Ablation ablation : Ablation.values()) {
            assertSame(whatIf.mute(1, others, ablation), whatIf.solo(1, Set.of(3, 11), ablation));
        }
        Set<Integer> all = IntStream.range(0, 20).boxed().collect(Collectors.toSet());
        assertSame(whatIf.unchanged(), whatIf.solo(1, all, Ablation.ZERO));
    }

    @ParameterizedTest
    @MethodSource("org.digitscope.evaluation.Edits#architectures")
    void oneChangedParameterIsTheChangedNetwork(Architecture architecture) {
        Random random = new Random(1);
        Parameters parameters = Edits.parameters(architecture, 3);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        for (int layer = 1; layer <= parameters.depth(); layer++) {
            for (ScalarParameter place : List.of(Edits.anyWeight(parameters, layer, random), Edits.anyWeight(parameters, layer, random),
                    Edits.anyBias(parameters, layer, random))) {
                float value = 3 * (float) random.nextGaussian();
                Parameters edited = parameters.copy();
                edited.arrays()[place.tensor()][place.input() * parameters.layer(layer).outputs() + place.output()] = value;
                assertSame(Evaluation.of(edited, DATA), whatIf.set(place, value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.digitscope.evaluation.Edits#architectures")
    void anyEditIsTheChangedNetwork(Architecture architecture) {
        Parameters parameters = Edits.parameters(architecture, 2);
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
        Edits.fix(parameters, 1, Set.of(0), -1);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE}) {
            for (int i = 0; i < 3; i++) {
                for (ScalarParameter place : new ScalarParameter[] {ScalarParameter.weight(1, 300, i),
                        ScalarParameter.bias(1, i), ScalarParameter.weight(2, i, 4), ScalarParameter.bias(2, i)}) {
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
        Evaluation muted = WhatIf.of(parameters, DATA).mute(1, Set.of(0, 1, 2, 3), Ablation.ZERO);
        Edits.fix(parameters, 1, Set.of(0, 1, 2, 3), -1);
        assertSame(Evaluation.of(parameters, DATA), muted);
        assertEquals(DATA.size(), muted.answerCount(2));
    }

    @Test
    void laterChangesToTheParametersHaveNoEffect() {
        Parameters parameters = Examples.parameters(5, 3);
        WhatIf whatIf = WhatIf.of(parameters, DATA);
        Evaluation before = whatIf.mute(1, Set.of(1), Ablation.ZERO);
        Parameters original = parameters.copy();
        parameters.setZero();
        assertSame(before, whatIf.mute(1, Set.of(1), Ablation.ZERO));
        assertSame(Evaluation.of(original, DATA), whatIf.edit(original));
        assertNotEquals(whatIf.unchanged().score(), whatIf.edit(parameters).score());
    }

    @Test
    void whatTheNetworkDoesNotHaveIsRefused() {
        WhatIf whatIf = WhatIf.of(Examples.parameters(5, 3), DATA.head(3));
        assertThrows(IndexOutOfBoundsException.class, () -> whatIf.mute(1, Set.of(5), Ablation.ZERO));
        assertThrows(IllegalArgumentException.class, () -> whatIf.mute(1, Set.of(-1), Ablation.MEAN));
        assertThrows(IndexOutOfBoundsException.class, () -> whatIf.solo(1, Set.of(5), Ablation.ZERO));
        assertThrows(IllegalArgumentException.class, () -> whatIf.set(ScalarParameter.bias(1, 5), 0));
        assertThrows(IllegalArgumentException.class,
                () -> whatIf.curve(ScalarParameter.weight(2, 5, 0), new float[] {0}, () -> false));
        assertThrows(IllegalArgumentException.class, () -> whatIf.edit(Examples.parameters(6, 3)));
        assertThrows(IllegalArgumentException.class, () -> whatIf.set(ScalarParameter.weight(1, Dataset.PIXELS, 0), 0));
        assertThrows(IllegalArgumentException.class, () -> whatIf.set(ScalarParameter.bias(2, 10), 0));
    }
}
