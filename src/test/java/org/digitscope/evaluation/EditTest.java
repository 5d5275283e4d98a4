package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EditTest {

    private static final Dataset DATA = Examples.pictures(400, 3);
    private static final Parameters NETWORK = Examples.parameters(20, 8);
    private static final WhatIf QUESTIONS = WhatIf.of(NETWORK, DATA);

    @Test
    void aMutedNeuronScoresAsTheWhatIfQuestionsSay() {
        for (int neuron = 0; neuron < 20; neuron++) {
            Evaluation zero = Evaluation.of(new Edit.Mute(new Neuron(1, neuron), 0).applyTo(NETWORK), DATA);
            assertEquals(QUESTIONS.mute(1, Set.of(neuron), Ablation.ZERO).score(), zero.score());
            Evaluation mean = Evaluation.of(new Edit.Mute(new Neuron(1, neuron), QUESTIONS.meanActivation(new Neuron(1, neuron))).applyTo(NETWORK), DATA);
            assertEquals(QUESTIONS.mute(1, Set.of(neuron), Ablation.MEAN).score(), mean.score());
        }
    }

    @Test
    void editsAreAppliedInTheirOrderAndLeaveTheNetworkAsItWas() {
        Parameters before = NETWORK.copy();
        ScalarParameter bias = ScalarParameter.bias(1, 3);
        Parameters edited = Edit.apply(List.of(new Edit.SetValue(bias, 7), new Edit.WithoutBiases(),
                new Edit.SetValue(ScalarParameter.weight(2, 4, 5), -2)), NETWORK);
        assertEquals(0, bias.get(edited));
        assertEquals(-2, edited.layer(2).kernel().get(4, 5));
        assertArrayEquals(before.arrays()[1], NETWORK.arrays()[1]);
        assertArrayEquals(before.arrays()[2], NETWORK.arrays()[2]);
        Parameters noisy = new Edit.Noise(0.1f, 1).applyTo(NETWORK);
        assertNotEquals(NETWORK.layer(1).kernel().data[100], noisy.layer(1).kernel().data[100]);
        assertArrayEquals(noisy.arrays()[0], new Edit.Noise(0.1f, 1).applyTo(NETWORK).arrays()[0]);
    }

    @Test
    void anEditFitsTheNetworksThatHaveItsPlace() {
        Parameters small = Parameters.zeros(Architecture.relu(7));
        for (Edit edit : List.of(new Edit.Mute(new Neuron(1, 7), 0), new Edit.SetValue(ScalarParameter.weight(1, 783, 7), 1),
                new Edit.SetValue(ScalarParameter.bias(1, 7), 1), new Edit.SetValue(ScalarParameter.weight(2, 7, 0), 1),
                new Edit.SetValue(ScalarParameter.weight(1, 0, 19), 1))) {
            assertTrue(edit.fits(NETWORK), edit.toString());
            assertFalse(edit.fits(small), edit.toString());
            edit.applyTo(NETWORK);
            assertThrows(RuntimeException.class, () -> edit.applyTo(small), edit.toString());
        }
        for (Edit edit : List.of(new Edit.Mute(new Neuron(1, 6), 2), new Edit.SetValue(ScalarParameter.bias(2, 9), 1), new Edit.WithoutBiases(),
                new Edit.Noise(0, 1), new Edit.SetValue(ScalarParameter.weight(2, 6, 9), 1))) {
            assertTrue(edit.fits(NETWORK) && edit.fits(small), edit.toString());
        }
        for (ScalarParameter nowhere : List.of(ScalarParameter.weight(1, 784, 0),
                new ScalarParameter(3, false, 0, 0), ScalarParameter.weight(2, 0, 10),
                ScalarParameter.bias(2, 10))) {
            assertFalse(nowhere.isIn(NETWORK) || new Edit.SetValue(nowhere, 1).fits(NETWORK), nowhere.toString());
        }
    }

    @Test
    void numbersThatAreNotFiniteAndNegativePlacesAreRefusedInASentence() {
        ScalarParameter bias = ScalarParameter.bias(1, 0);
        refused("layers are counted from 1 and neurons from 0, not 1 and -1", () -> new Edit.Mute(new Neuron(1, -1), 0));
        for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            refused("an activation is a number below 3.4e38, not " + number, () -> new Edit.Mute(new Neuron(1, 0), number));
            refused("a weight or bias is a number below 3.4e38, not " + number, () -> new Edit.SetValue(bias, number));
            refused("a standard deviation is a number from 0 on, not " + number, () -> new Edit.Noise(number, 1));
        }
        refused("a standard deviation is a number from 0 on, not -1.0", () -> new Edit.Noise(-1, 1));
        refused("layers are counted from 1, a parameter's input and output from 0, and a bias has no input, not 1, -1 and 2",
                () -> ScalarParameter.weight(1, -1, 2));
        refused("layers are counted from 1, a parameter's input and output from 0, and a bias has no input, not 1, 0 and -2", () -> ScalarParameter.bias(1, -2));
    }

    private static void refused(String sentence, Executable made) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, made).getMessage());
    }
}
