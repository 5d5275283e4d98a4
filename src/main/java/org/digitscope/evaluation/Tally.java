package org.digitscope.evaluation;

import org.digitscope.data.Dataset;

/** Counts answers and adds up losses. */
final class Tally implements Sink {

    private final int[] counts = new int[Dataset.CLASSES * Dataset.CLASSES];
    private double lossSum;
    private int size;

    @Override
    public void add(int truth, int answer, double loss, float probability) {
        counts[truth * Dataset.CLASSES + answer]++;
        lossSum += loss;
        size++;
    }

    Score score() {
        return new Score(new ConfusionMatrix(counts), lossSum / size);
    }
}
