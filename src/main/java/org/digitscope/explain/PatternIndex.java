package org.digitscope.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ForwardPass;
import org.digitscope.network.Parameters;

/** For each on/off pattern of a network, the pictures of a data set that cause it. Made in some tens of milliseconds. */
public final class PatternIndex {

    private final Map<OnPattern, List<Integer>> pictures = new HashMap<>();

    private PatternIndex(Parameters parameters, Dataset data) {
        ForwardPass.run(parameters, data, (block, network, logits) -> {
            for (int i = 0; i < logits.numRows; i++) {
                int row = i;
                OnPattern pattern = OnPattern.of(parameters, (layer, neuron) -> network.sums(layer).get(row, neuron));
                pictures.computeIfAbsent(pattern, key -> new ArrayList<>()).add(block * ForwardPass.BLOCK + i);
            }
        });
    }

    public static PatternIndex of(Parameters parameters, Dataset data) {
        return new PatternIndex(parameters, data);
    }

    /** Positions in the data set of the pictures with this pattern, ascending; none when it never occurs. */
    public List<Integer> pictures(OnPattern pattern) {
        return List.copyOf(pictures.getOrDefault(pattern, List.of()));
    }
}
