package org.digitscope.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;

/** For each on/off pattern of a network, the pictures of a data set that cause it. Made in some tens of milliseconds. */
public final class PatternIndex {

    private static final int CHUNK = 100;

    private final Map<OnPattern, List<Integer>> pictures = new HashMap<>();

    private PatternIndex(Parameters parameters, Dataset data) {
        int[] order = IntStream.range(0, data.size()).toArray();
        Network network = new Network(parameters, Math.min(CHUNK, Math.max(1, data.size())));
        for (int from = 0; from < order.length; from += CHUNK) {
            int to = Math.min(order.length, from + CHUNK);
            network.forward(data, order, from, to);
            for (int picture = from; picture < to; picture++) {
                OnPattern pattern = OnPattern.of(network.sums().data, (picture - from) * parameters.hidden(), parameters.hidden());
                pictures.computeIfAbsent(pattern, key -> new ArrayList<>()).add(picture);
            }
        }
    }

    public static PatternIndex of(Parameters parameters, Dataset data) {
        return new PatternIndex(parameters, data);
    }

    /** Positions in the data set of the pictures with this pattern, ascending; none when it never occurs. */
    public List<Integer> pictures(OnPattern pattern) {
        return List.copyOf(pictures.getOrDefault(pattern, List.of()));
    }

    /** How many different patterns occur. */
    public int patterns() {
        return pictures.size();
    }
}
