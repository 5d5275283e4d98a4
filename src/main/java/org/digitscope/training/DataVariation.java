package org.digitscope.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.PlainNumber;
import org.digitscope.network.SplitMix64;

/**
 * An experiment with the training pictures: fewer of them, or some with wrong labels, both chosen by the run's seed. Either lets a
 * network overfit.
 *
 * @param pictures how many are kept, the first after a shuffle; 0 for all
 * @param wrongLabels the share, from 0 to 1, of the kept ones that get one of the nine other labels
 */
public record DataVariation(int pictures, double wrongLabels) {

    public static final DataVariation NONE = new DataVariation(0, 0);

    /** Parts of what a seed decides, beside the epochs from 0 on. */
    private static final int CHOICE = -2;
    private static final int LABELS = -3;

    /** @throws IllegalArgumentException for a value out of range, with a sentence that names it */
    public DataVariation {
        if (pictures < 0) {
            throw new IllegalArgumentException("training pictures must be 1 or more, or 0 for all, not " + pictures);
        }
        if (!(wrongLabels >= 0 && wrongLabels <= 1)) {
            throw new IllegalArgumentException("share of wrong labels must be from 0 to 1, not " + PlainNumber.of(wrongLabels));
        }
    }

    /** How many of {@code available} pictures a run trains with. */
    public int size(int available) {
        return pictures == 0 ? available : Math.min(pictures, available);
    }

    /** The pictures that a run trains with; the given ones themselves where nothing is varied. */
    public Dataset of(Dataset training, long seed) {
        if (equals(NONE)) {
            return training;
        }
        int[] chosen = size(training.size()) == training.size() ? IntStream.range(0, training.size()).toArray()
                : Arrays.copyOf(new Shuffle(seed, training.size()).of(CHOICE), size(training.size()));
        Dataset kept = training.subset(training.name(), Arrays.stream(chosen));
        return wrongLabels == 0 ? kept : kept.withLabels(labels(kept, seed));
    }

    private int[] labels(Dataset kept, long seed) {
        int[] labels = IntStream.range(0, kept.size()).map(kept::label).toArray();
        int[] order = new Shuffle(seed, kept.size()).of(LABELS);
        SplitMix64 random = SplitMix64.of(seed, LABELS);
        long wrong = Math.round(wrongLabels * kept.size());
        for (int i = 0; i < wrong; i++) {
            int other = 1 + random.nextInt(Dataset.CLASSES - 1);
            labels[order[i]] = (labels[order[i]] + other) % Dataset.CLASSES;
        }
        return labels;
    }
}
