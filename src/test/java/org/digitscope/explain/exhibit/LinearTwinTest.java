package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.digitscope.data.Inputs;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class LinearTwinTest {

    private static final byte[] PICTURE = Examples.pictures(1, 9).image(0);

    @Test
    void aLinearNeuronPassesOnItsSum() {
        Parameters network = Examples.parameters(new Architecture(List.of(6, 5), Activation.TANH, Inputs.SCALED), 2);
        ForwardTrace linear = ForwardTrace.of(PICTURE, LinearTwin.of(network));
        for (int neuron = 0; neuron < 6; neuron++) {
            assertEquals(ForwardTrace.of(PICTURE, network).sum(new Neuron(1, neuron)), linear.activation(new Neuron(1, neuron)));
        }
    }

    @Test
    void linearLayersAreAsGoodAsOne() {
        for (Parameters network : List.of(Examples.parameters(7, 1), Examples.parameters(Architecture.relu(), 2), Examples.parameters(Architecture.relu(6, 5, 4), 3))) {
            Parameters linear = LinearTwin.of(network);
            Parameters merged = LinearTwin.merged(linear);
            assertEquals(1, merged.depth());
            for (int digit = 0; digit < 10; digit++) {
                assertEquals(ForwardTrace.of(PICTURE, linear).logit(digit), ForwardTrace.of(PICTURE, merged).logit(digit), 1e-5);
            }
        }
    }
}
