package org.digitscope.experiment;

import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ConfusionMatrix;

/** How otherwise a second network answers the same pictures. */
public record ConfusionDifference(ConfusionMatrix first, ConfusionMatrix second) {

    /** @throws IllegalArgumentException when they can't be of the same pictures, with a sentence */
    public ConfusionDifference {
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            if (first.truthCount(digit) != second.truthCount(digit)) {
                throw new IllegalArgumentException("networks are compared on the same pictures, but there are " + first.truthCount(digit)
                        + " and " + second.truthCount(digit) + " of digit " + digit);
            }
        }
    }

    /** How many pictures of digit {@code truth} more the second network answers {@code answer}; negative for fewer. */
    public int change(int truth, int answer) {
        return second.count(truth, answer) - first.count(truth, answer);
    }

    /** The largest change of a cell, in either direction; what a colour scale has to hold. */
    public int largestChange() {
        int largest = 0;
        for (int cell = 0; cell < Dataset.CLASSES * Dataset.CLASSES; cell++) {
            largest = Math.max(largest, Math.abs(change(cell / Dataset.CLASSES, cell % Dataset.CLASSES)));
        }
        return largest;
    }

    /** Of the pictures that show this digit, the share that the first network answers rightly; NaN when there are none. */
    public double firstRecall(int digit) {
        return first.recall(digit);
    }

    /** The same of the second network. */
    public double secondRecall(int digit) {
        return second.recall(digit);
    }

    /** By how much larger the second network's share is, from −1 to 1; NaN when there are no pictures of this digit. */
    public double recallChange(int digit) {
        return second.recall(digit) - first.recall(digit);
    }
}
