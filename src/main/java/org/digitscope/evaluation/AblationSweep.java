package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.digitscope.network.Layer;

/**
 * Mutes every subset of a given size of a hidden layer's neurons in turn, block by block of the pictures. Subsets that begin
 * alike share the sums of the next layer up to their next muted neuron: that is the order in which the network adds, so the bits
 * are the network's.
 */
final class AblationSweep {

    private final ScoreCache cache;
    private final int muting;
    private final float[][] ablated;
    private final Layer next;
    private final Tail tail;
    /** The next layer's sums; element d has d neurons muted so far. */
    private final SumBlock[] sums;
    /** The neurons muted so far. */
    private final Integer[] muted;
    private final List<List<Integer>> subsets = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();

    /**
     * @param muting the layer whose neurons are muted, 1 for layer_1
     * @param ablated what the muted neurons send, shape (neurons, BLOCK)
     * @param count neurons in a subset
     */
    AblationSweep(ScoreCache cache, int muting, float[][] ablated, int count) {
        this.cache = cache;
        this.muting = muting;
        this.ablated = ablated;
        next = cache.parameters().layer(muting + 1);
        tail = new Tail(cache, cache.parameters(), muting + 1);
        sums = new SumBlock[count + 1];
        Arrays.setAll(sums, i -> i == count ? tail.sums(muting + 1) : new SumBlock(next.outputs()));
        muted = new Integer[count];
    }

    /** The costliest subset first; nothing when {@code stop} said so, which is asked every few milliseconds. */
    Optional<List<AblationCost>> run(BooleanSupplier stop) {
        for (int block = 0; block < cache.blocks(); block++) {
            sums[0].start(next);
            if (stop.getAsBoolean() || visit(block, 0, 0, 0, stop) < 0) {
                return Optional.empty();
            }
        }
        List<AblationCost> costs = new ArrayList<>();
        for (int i = 0; i < tallies.size(); i++) {
            costs.add(new AblationCost(subsets.get(i), tallies.get(i).score(), cache.evaluation().score()));
        }
        costs.sort(AblationCost.COSTLIEST_FIRST);
        return Optional.of(List.copyOf(costs));
    }

    /**
     * Mutes each neuron from {@code first} on in turn, beside the {@code depth} ones that are muted already.
     *
     * @param subset number of the subset that comes next
     * @return number of the one after the last visited, or −1 when stopped
     */
    private int visit(int block, int depth, int first, int subset, BooleanSupplier stop) {
        float[][] activations = cache.activations(muting, block);
        int following = subset;
        for (int neuron = first; neuron < activations.length && following >= 0; neuron++) {
            SumBlock with = sums[depth + 1];
            with.set(sums[depth]);
            with.add(ablated[neuron], next, neuron);
            muted[depth] = neuron;
            if (depth + 1 < muted.length) {
                following = stop.getAsBoolean() ? -1 : visit(block, depth + 1, neuron + 1, following, stop);
            } else {
                with.add(activations, next, neuron + 1, activations.length);
                tail.readSums(block, muting + 1, tally(following++));
            }
            sums[depth].add(activations[neuron], next, neuron);
        }
        return following;
    }

    private Tally tally(int subset) {
        if (subset == tallies.size()) {
            tallies.add(new Tally());
            subsets.add(List.of(muted));
        }
        return tallies.get(subset);
    }
}
