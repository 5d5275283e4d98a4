package org.digitscope.explain;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.Activation;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** Which neurons are on, of all hidden layers. For pictures with the same pattern a ReLU network is one and the same linear function. */
public record OnPattern(BitSet on) {

    /** The sums of one picture. */
    interface Sums {

        float of(int layer, int neuron);
    }

    static OnPattern of(Parameters network, Sums sums) {
        BitSet on = new BitSet();
        List<Integer> sizes = network.architecture().hidden();
        int at = 0;
        for (int layer = 1; layer <= sizes.size(); layer++) {
            for (int neuron = 0; neuron < sizes.get(layer - 1); neuron++) {
                on.set(at++, sums.of(layer, neuron) > 0);
            }
        }
        return new OnPattern(on);
    }

    /** Why pictures don't differ in the pattern, as a sentence; empty where they may. */
    public static Optional<String> obstacle(Parameters network) {
        if (network.depth() == 1) {
            return Optional.of("This network has no hidden neurons, so digits have no pattern.");
        }
        return network.layer(1).activation() == Activation.RELU ? Optional.empty()
                : Optional.of("No neuron of this network is ever off, so all digits have the same pattern.");
    }

    /** The pattern of a traced picture. */
    public static OnPattern of(ForwardTrace trace) {
        return of(trace.parameters(), (layer, neuron) -> trace.sum(new Neuron(layer, neuron)));
    }
}
