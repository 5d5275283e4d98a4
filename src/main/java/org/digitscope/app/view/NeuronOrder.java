package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.app.study.WhatIfStudies.Rankings;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.AblationCost;
import org.digitscope.network.Parameters;

/** How the neurons of a layer may be sorted, by the words that a person chooses. */
final class NeuronOrder {

    static final String BY_NUMBER = "by number";
    private static final String BY_IMPORTANCE = "by importance";
    private static final String BY_OUTPUT = "by weight to ";

    private NeuronOrder() {
    }

    /** The orders that make sense for a layer: digits have no importance, and only the last hidden layer sends to digits. */
    static List<String> names(Parameters network, int layer) {
        List<String> names = new ArrayList<>(List.of(BY_NUMBER));
        if (network.depth() > 1) {
            names.add(BY_IMPORTANCE);
        }
        if (layer == network.depth() - 1) {
            IntStream.range(0, Dataset.CLASSES).forEach(digit -> names.add(BY_OUTPUT + digit));
        }
        return names;
    }

    /**
     * A layer's neurons in an order.
     *
     * @param rankings what muting each costs, of whichever layer
     * @return empty where they stand by number, as they do until their importance is known
     */
    static Optional<int[]> places(String name, Parameters network, int layer, Optional<Rankings> rankings) {
        if (name.equals(BY_IMPORTANCE)) {
            return rankings.filter(each -> each.layer() == layer)
                    .map(each -> each.neurons().stream().map(AblationCost::neurons).mapToInt(cost -> cost.get(0)).toArray());
        } else if (name.startsWith(BY_OUTPUT)) {
            int digit = Integer.parseInt(name.substring(BY_OUTPUT.length()));
            return Optional.of(IntStream.range(0, network.layer(layer).outputs()).boxed().sorted(Comparator.comparingDouble(
                    each -> -network.last().kernel().get(each, digit))).mapToInt(Integer::intValue).toArray());
        }
        return Optional.empty();
    }
}
