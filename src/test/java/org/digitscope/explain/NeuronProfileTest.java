package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.explain.NeuronProfile.Excited;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class NeuronProfileTest {

    private static final Dataset DATA = Examples.pictures(300, 3);
    private static final Parameters NETWORK = Examples.parameters(5, 8);

    @Test
    void countsAndListsWhatTheForwardTraceSays() {
        for (int neuron = 0; neuron < 5; neuron++) {
            int each = neuron;
            NeuronProfile profile = profile(NETWORK, neuron);
            List<Float> sums = IntStream.range(0, 300).mapToObj(i -> ForwardTrace.of(DATA.image(i), NETWORK).sum(new Neuron(1, each))).toList();
            assertEquals(sums.stream().filter(sum -> sum > 0).count(), profile.on());
            assertEquals(sums.stream().sorted(Comparator.reverseOrder()).limit(4).toList(), profile.most().stream().map(Excited::sum).toList());
            assertEquals(sums.stream().sorted().limit(4).toList(), profile.least().stream().map(Excited::sum).toList());
            assertEquals(sums.get(profile.most().get(0).picture()), profile.most().get(0).sum());
        }
    }

    @Test
    void findsTheDigitsThatHangOnIt() {
        int changes = 0;
        for (int neuron = 0; neuron < 5; neuron++) {
            NeuronProfile profile = profile(NETWORK, neuron);
            Parameters muted = new Edit.Mute(new Neuron(1, neuron), 0).applyTo(NETWORK);
            for (int i = 0; i < DATA.size(); i++) {
                boolean now = isRight(NETWORK, i);
                boolean without = isRight(muted, i);
                assertEquals(now && !without, profile.rightBecause().contains(i));
                assertEquals(!now && without, profile.wrongBecause().contains(i));
                changes += now == without ? 0 : 1;
            }
        }
        assertTrue(changes > 20, "the example must have something to find");
    }

    @Test
    void aDeadNeuronAndOneThatIsAlwaysOnAreFlagged() {
        Parameters dead = ScalarParameter.bias(1, 2).with(NETWORK, -1000);
        Parameters always = ScalarParameter.bias(1, 2).with(NETWORK, 1000);
        assertTrue(profile(dead, 2).isDead() && !profile(dead, 2).isAlwaysOn());
        assertTrue(profile(always, 2).isAlwaysOn() && !profile(always, 2).isDead());
        assertFalse(profile(NETWORK, 2).isDead() || profile(NETWORK, 2).isAlwaysOn());
    }

    @Test
    void whereAllPicturesExciteItAlikeNoneIsListed() {
        Parameters zero = Parameters.zeros(NETWORK.architecture());
        Parameters constant = new Edit.Mute(new Neuron(1, 2), 0.5f).applyTo(NETWORK);
        for (NeuronProfile profile : List.of(profile(zero, 2), profile(constant, 2))) {
            assertEquals(List.of(), profile.most());
            assertEquals(List.of(), profile.least());
        }
        assertEquals(4, profile(constant, 1).most().size());
    }

    private static boolean isRight(Parameters network, int picture) {
        ForwardTrace trace = ForwardTrace.of(DATA.image(picture), network);
        int answer = IntStream.range(0, 10).boxed().max(Comparator.comparingDouble(trace::logit)).orElseThrow();
        return answer == DATA.label(picture);
    }

    private static NeuronProfile profile(Parameters network, int neuron) {
        return NeuronProfile.of(network, DATA, WhatIf.of(network, DATA), new Neuron(1, neuron), 4);
    }
}
