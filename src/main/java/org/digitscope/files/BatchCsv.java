package org.digitscope.files;

import org.digitscope.training.LearningCurve;

/** A learning curve as CSV, batch by batch. */
public final class BatchCsv {

    private BatchCsv() {
    }

    /**
     * The whole text: a line for each batch, or, of a very long run, for the batches up to that step that share a point of
     * the curve. Numbers are exact and the same in every locale.
     */
    public static String text(LearningCurve curve) {
        StringBuilder csv = new StringBuilder("step,loss,lowest_loss,highest_loss,accuracy\n");
        for (int point = 0; point < curve.points(); point++) {
            csv.append(curve.step(point)).append(',').append(curve.loss(point)).append(',').append(curve.lowestLoss(point))
                    .append(',').append(curve.highestLoss(point)).append(',').append(curve.accuracy(point)).append('\n');
        }
        return csv.toString();
    }
}
