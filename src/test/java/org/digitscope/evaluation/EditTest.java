package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class EditTest {

    private static final Dataset DATA = Examples.pictures(400, 3);
    private static final Parameters NETWORK = Examples.parameters(20, 8);
    private static final WhatIf QUESTIONS = WhatIf.of(NETWORK, DATA);

    @Test
    void aMutedNeuronScoresAsTheWhatIfQuestionsSay() {
        for (int neuron = 0; neuron < 20; neuron++) {
            Evaluation zero = Evaluation.of(new Edit.Mute(neuron, 0).applyTo(NETWORK), DATA);
            assertEquals(QUESTIONS.mute(Set.of(neuron), Ablation.ZERO).score(), zero.score());
            Evaluation mean = Evaluation.of(new Edit.Mute(neuron, QUESTIONS.meanActivation(neuron)).applyTo(NETWORK), DATA);
            assertEquals(QUESTIONS.mute(Set.of(neuron), Ablation.MEAN).score(), mean.score());
        }
    }

    @Test
    void editsAreAppliedInTheirOrderAndLeaveTheNetworkAsItWas() {
        Parameters before = NETWORK.copy();
        ScalarParameter bias = ScalarParameter.layer1Bias(3);
        Parameters edited = Edit.apply(List.of(new Edit.SetValue(bias, 7), new Edit.WithoutBiases(),
                new Edit.SetValue(ScalarParameter.layer2Weight(4, 5), -2)), NETWORK);
        assertEquals(0, bias.get(edited));
        assertEquals(-2, edited.layer2().kernel().get(4, 5));
        assertArrayEquals(before.arrays()[1], NETWORK.arrays()[1]);
        assertArrayEquals(before.arrays()[2], NETWORK.arrays()[2]);
        Parameters noisy = new Edit.Noise(0.1f, 1).applyTo(NETWORK);
        assertNotEquals(NETWORK.layer1().kernel().data[100], noisy.layer1().kernel().data[100]);
        assertArrayEquals(noisy.arrays()[0], new Edit.Noise(0.1f, 1).applyTo(NETWORK).arrays()[0]);
    }
}
