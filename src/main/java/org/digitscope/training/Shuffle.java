package org.digitscope.training;

import org.digitscope.network.SplitMix64;

/** The order of the training pictures in an epoch: it depends on seed and epoch alone, so a run may start in the middle. */
final class Shuffle {

    private final long seed;
    private final int[] order;
    /** The epoch that {@link #order} was shuffled for. */
    private int epoch = -1;

    Shuffle(long seed, int pictures) {
        this.seed = seed;
        order = new int[pictures];
    }

    /**
     * Positions in the training set, each once.
     *
     * @param wanted the epoch, counted from 0
     * @return this object's own array, valid until another epoch is wanted
     */
    int[] of(int wanted) {
        if (wanted != epoch) {
            shuffle(wanted);
            epoch = wanted;
        }
        return order;
    }

    /** Source: Durstenfeld 1964, "Algorithm 235: random permutation". */
    private void shuffle(int wanted) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplitMix64 random = SplitMix64.of(seed, wanted);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
