package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.digitscope.network.Layer;

/**
 * Mutes every subset of a given size in turn, block by block of the pictures. Subsets that begin alike share the sum up to
 * their next muted neuron: that is the order in which the network adds, so the bits are the network's.
 */
final class AblationSweep {

    private final ScoreCache cache;
    private final float[][] ablated;
    private final Layer layer2;
    /** Element d has d neurons muted so far. */
    private final LogitBlock[] blocks;
    /** The neurons muted so far. */
    private final Integer[] muted;
    private final List<List<Integer>> subsets = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();

    /**
     * @param ablated what the muted neurons send, shape (hidden, BLOCK)
     * @param count neurons in a subset
     */
    AblationSweep(ScoreCache cache, float[][] ablated, int count) {
        this.cache = cache;
        this.ablated = ablated;
        layer2 = cache.parameters().layer(2);
        blocks = new LogitBlock[count + 1];
        Arrays.setAll(blocks, i -> new LogitBlock(cache));
        muted = new Integer[count];
    }

    /** The costliest subset first; nothing when {@code stop} said so, which is asked every few milliseconds. */
    Optional<List<AblationCost>> run(BooleanSupplier stop) {
        for (int block = 0; block < cache.blocks(); block++) {
            blocks[0].start(block, layer2);
            if (stop.getAsBoolean() || visit(cache.activations(block), 0, 0, 0, stop) < 0) {
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
     * @param activations of the block, shape (hidden, BLOCK)
     * @param subset number of the subset that comes next
     * @return number of the one after the last visited, or −1 when stopped
     */
    private int visit(float[][] activations, int depth, int first, int subset, BooleanSupplier stop) {
        int next = subset;
        for (int neuron = first; neuron < activations.length && next >= 0; neuron++) {
            LogitBlock block = blocks[depth + 1];
            block.set(blocks[depth]);
            block.add(ablated[neuron], layer2, neuron);
            muted[depth] = neuron;
            if (depth + 1 < muted.length) {
                next = stop.getAsBoolean() ? -1 : visit(activations, depth + 1, neuron + 1, next, stop);
            } else {
                block.add(activations, layer2, neuron + 1, activations.length);
                block.read(tally(next++));
            }
            blocks[depth].add(activations[neuron], layer2, neuron);
        }
        return next;
    }

    private Tally tally(int subset) {
        if (subset == tallies.size()) {
            tallies.add(new Tally());
            subsets.add(List.of(muted));
        }
        return tallies.get(subset);
    }
}
