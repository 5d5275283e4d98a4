package org.digitscope.app.view;

import java.util.Locale;
import java.util.function.DoubleFunction;
import org.digitscope.app.control.MatrixView;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ConfusionMatrix;
import org.digitscope.plot.ColorMap;

/** A confusion matrix as it is shown: mistakes the redder the more there are, right answers, where row and column are the same, blue. */
final class ConfusionContent {

    /** Calm, as right answers are the rule. */
    private static final int RIGHT = ColorMap.SIGNED.argb(-0.35, 1);
    /** The colour map's last red would be too dark beside it. */
    private static final double MOST_RED = 0.8;

    private ConfusionContent() {
    }

    /** @param percent of each row instead of counts */
    static MatrixView.Content of(ConfusionMatrix confusion, boolean percent) {
        double[][] values = new double[Dataset.CLASSES][Dataset.CLASSES];
        double mostMistakes = 1e-9;
        for (int truth = 0; truth < Dataset.CLASSES; truth++) {
            for (int answer = 0; answer < Dataset.CLASSES; answer++) {
                double share = percent ? 100.0 / Math.max(1, confusion.truthCount(truth)) : 1;
                values[truth][answer] = confusion.count(truth, answer) * share;
                mostMistakes = truth == answer ? mostMistakes : Math.max(mostMistakes, values[truth][answer]);
            }
        }
        // the diagonal is so much larger that mistakes would have no colour beside it
        double limit = mostMistakes;
        DoubleFunction<String> text = value -> String.format(Locale.ROOT, percent ? "%.1f" : "%.0f", value);
        return new MatrixView.Content(values, text,
                (row, column) -> row == column ? RIGHT : ColorMap.SIGNED.argb(MOST_RED * values[row][column] / limit, 1),
                percent ? "true digit, % of the row" : "true digit", "the network says");
    }
}
