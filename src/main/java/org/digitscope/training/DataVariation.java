package org.digitscope.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShareText;
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

    private static final String ALL = "all";
    private static final String WRONG_LABELS = "wrong labels";

    /** @throws IllegalArgumentException for a value out of range, with a sentence that names it */
    public DataVariation {
        if (pictures < 0) {
            throw new IllegalArgumentException("training pictures must be 1 or more, or all, not " + pictures);
        }
        ShareText.check(WRONG_LABELS, wrongLabels);
    }

    /**
     * How many pictures are kept, as people write it: a number, or "all" or nothing for all.
     *
     * @throws IllegalArgumentException for anything else, with a sentence
     */
    public static int parsePictures(String text) {
        String trimmed = text.strip();
        try {
            return trimmed.isEmpty() || trimmed.equalsIgnoreCase(ALL) ? 0 : Integer.parseInt(trimmed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("training pictures must be a whole number from 1 on, or all, not \"" + text + "\"", e);
        }
    }

    /**
     * A share as people write it: "0.2", "0,2" or "20 %".
     *
     * @throws IllegalArgumentException for anything else, with a sentence
     */
    public static double parseShare(String text) {
        return ShareText.parse(WRONG_LABELS, text);
    }

    /** The share of wrong labels as {@link #parseShare} reads it, in percent. */
    public String wrongLabelsText() {
        return ShareText.of(wrongLabels);
    }

    /** How many pictures are kept, or "all". */
    public String picturesText() {
        return pictures == 0 ? ALL : String.valueOf(pictures);
    }

    /** How many of {@code available} pictures a run trains with. */
    public int size(int available) {
        return pictures == 0 ? available : Math.min(pictures, available);
    }

    /** How many of the kept pictures have a wrong label. */
    public long wrongOf(int kept) {
        return Math.round(wrongLabels * kept);
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
        long wrong = wrongOf(kept.size());
        for (int i = 0; i < wrong; i++) {
            int other = 1 + random.nextInt(Dataset.CLASSES - 1);
            labels[order[i]] = (labels[order[i]] + other) % Dataset.CLASSES;
        }
        return labels;
    }
}
