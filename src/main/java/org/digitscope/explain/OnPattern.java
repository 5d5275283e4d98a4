package org.digitscope.explain;

import java.util.BitSet;
import java.util.List;
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

    /** The pattern of a traced picture. */
    public static OnPattern of(ForwardTrace trace) {
        return of(trace.parameters(), (layer, neuron) -> trace.sum(new Neuron(layer, neuron)));
    }
}
