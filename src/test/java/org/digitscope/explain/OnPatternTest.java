package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class OnPatternTest {

    @Test
    void patternsDifferWhereNothingIsSaidToKeepThemFromIt() {
        Dataset pictures = Examples.pictures(20, 1);
        for (Activation activation : Activation.values()) {
            for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(6), List.of(6, 5))) {
                Parameters network = Examples.parameters(new Architecture(hidden, activation, Inputs.SCALED), 3);
                Set<List<Boolean>> patterns = new HashSet<>();
                for (int picture = 0; picture < pictures.size(); picture++) {
                    ForwardTrace trace = ForwardTrace.of(pictures.image(picture), network);
                    patterns.add(hidden.isEmpty() ? List.of() : List.of(trace.isOn(new Neuron(1, 0)), trace.isOn(new Neuron(1, 1)),
                            trace.isOn(new Neuron(1, 2)), trace.isOn(new Neuron(1, 3))));
                }
                assertEquals(patterns.size() > 1, OnPattern.obstacle(network).isEmpty(), activation + " " + hidden);
            }
        }
    }
}
