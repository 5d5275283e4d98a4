package org.digitscope.explain.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/**
 * What the picture of a network shows.
 *
 * @param error empty where the right answer isn't known
 * @param shown what the curves show
 * @param walk the way on which the picture shows a place
 * @param tiles whose numbers the tiles show: the network itself, a gradient, or a change
 * @param tilesMean one of these numbers in a word or two
 * @param overlay what each pixel adds to what is brought out; empty for the picture itself
 * @param missing what ink would add where there is none; empty for not shown
 * @param batch several pictures, shown one by one while nothing is brought out; none for a single one
 * @param muted neurons that a person muted
 * @param isBlank whether there is no picture, so that only weights are shown and no numbers
 */
public record NetworkContent(Flow flow, Optional<ErrorFlow> error, Shown shown, Walk walk, Parameters tiles, String tilesMean, Optional<double[]> overlay,
        Optional<double[]> missing, List<byte[]> batch, Set<Neuron> muted, boolean isBlank) {

    /** One picture as it goes through a network, at the end of its way. */
    public static NetworkContent of(Flow flow) {
        return new NetworkContent(flow, Optional.empty(), Shown.PARTS, Walk.forward(flow.network()), flow.network(), "weight", Optional.empty(), Optional.empty(),
                List.of(), Set.of(), false);
    }
}
