package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.digitscope.network.Activation;

/** Which of the conditions for brackets can hold together, see {@link LessonConditions}: what a chapter is for each network that there can be. */
final class PossibleNetworks {

    /** These hold or don't, whatever else does. */
    private static final List<String> FREE = List.of("grey", "penalty", "black", "wrong", "tie");

    private PossibleNetworks() {
    }

    /**
     * All that can hold of some of the conditions.
     *
     * @param named the conditions that are asked for; others are left out
     * @return sets of those that hold, each once
     */
    static List<Set<String>> of(Set<String> named) {
        List<String> free = FREE.stream().filter(named::contains).toList();
        Set<Set<String>> all = new LinkedHashSet<>();
        for (Set<String> layers : layers()) {
            for (Set<String> both : starts(layers)) {
                for (int bits = 0; bits < 1 << free.size(); bits++) {
                    Set<String> holding = new TreeSet<>(both);
                    for (int i = 0; i < free.size(); i++) {
                        if ((bits >> i & 1) == 1) {
                            holding.add(free.get(i));
                        }
                    }
                    holding.retainAll(named);
                    all.add(holding);
                }
            }
        }
        return List.copyOf(all);
    }

    /** Without hidden layers there is no activation, and neither a first of several nor a lone neuron. */
    private static List<Set<String>> layers() {
        List<Set<String>> all = new ArrayList<>(List.of(Set.of()));
        for (String activation : Arrays.stream(Activation.values()).map(Activation::label).collect(Collectors.toList())) {
            for (Set<String> more : List.of(Set.<String>of(), Set.of("several"), Set.of("lone"), Set.of("several", "lone"))) {
                Set<String> layers = new HashSet<>(more);
                layers.add("hidden");
                layers.add(activation);
                all.add(layers);
            }
        }
        return all;
    }

    /** A network from elsewhere, one of a usual start, of zeros, and of normally distributed numbers. */
    private static List<Set<String>> starts(Set<String> layers) {
        Set<String> zero = new HashSet<>(Set.of("ours", "zero"));
        if (layers.contains("hidden")) {
            zero.add(layers.contains(Activation.SIGMOID.label()) ? "alike" : "stuck");
        }
        return List.of(Set.<String>of(), Set.of("ours"), zero, Set.of("ours", "normal")).stream().map(start -> {
            Set<String> both = new HashSet<>(start);
            both.addAll(layers);
            return both;
        }).collect(Collectors.toList());
    }
}
