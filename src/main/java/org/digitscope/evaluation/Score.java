package org.digitscope.evaluation;

/**
 * What one network scores on one data set.
 *
 * @param confusion truths against answers
 * @param loss mean cross-entropy in nats: the pictures' losses added in their order, divided by their number
 */
public record Score(ConfusionMatrix confusion, double loss) {

    /** Number of pictures answered rightly. */
    public int correct() {
        return confusion.correct();
    }

    /** Share of pictures answered rightly, 0 to 1. */
    public double accuracy() {
        return confusion.accuracy();
    }
}
