package org.digitscope.files.datasets;

import org.digitscope.data.ClassNames;
import org.digitscope.data.PlainNumber;

/**
 * What a person decides about a data set that was read.
 *
 * @param transposed whether rows and columns are to be exchanged, as EMNIST's files need it
 * @param classes what the labels stand for
 * @param share of the pictures that is kept to check with where the file has one set only, above 0 and at most 0.9
 * @param seed decides which ones these are
 */
public record SetChoices(boolean transposed, ClassNames classes, double share, long seed) {

    /** Of each seven pictures one is kept to check with, as MNIST has it. */
    public static final double USUAL_SHARE = 1 / 7.0;
    public static final long USUAL_SEED = 42;
    private static final double LARGEST_SHARE = 0.9;

    /** @throws IllegalArgumentException with a sentence for people when the share is none that can be kept */
    public SetChoices {
        if (!(share > 0 && share <= LARGEST_SHARE)) {
            throw new IllegalArgumentException("the share to check with must be above 0 and at most " + PlainNumber.of(100 * LARGEST_SHARE)
                    + " %, not " + PlainNumber.of(100 * share) + " %");
        }
    }

    public SetChoices withTransposed(boolean other) {
        return new SetChoices(other, classes, share, seed);
    }

    public SetChoices withClasses(ClassNames other) {
        return new SetChoices(transposed, other, share, seed);
    }

    public SetChoices withShare(double other) {
        return new SetChoices(transposed, classes, other, seed);
    }

    public SetChoices withSeed(long other) {
        return new SetChoices(transposed, classes, share, other);
    }
}
