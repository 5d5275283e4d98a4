package org.digitscope.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;

/** How many pictures of each digit are answered with each digit, and the scores that follow from it. Immutable. */
public final class ConfusionMatrix {

    /** A row of 10 answers for each true digit. */
    private final int[] counts;

    /** @param counts 10 × 10, row by row: entry 10·truth + answer; copied */
    ConfusionMatrix(int[] counts) {
        this.counts = Arrays.copyOf(counts, Dataset.CLASSES * Dataset.CLASSES);
    }

    /** How many pictures of digit {@code truth} are answered {@code answer}. */
    public int count(int truth, int answer) {
        return counts[truth * Dataset.CLASSES + answer];
    }

    /** How many pictures show this digit. */
    public int truthCount(int digit) {
        return digits().map(answer -> count(digit, answer)).sum();
    }

    /** How many pictures are answered with this digit. */
    public int answerCount(int digit) {
        return digits().map(truth -> count(truth, digit)).sum();
    }

    /** Number of pictures. */
    public int size() {
        return IntStream.of(counts).sum();
    }

    /** Number of pictures answered rightly. */
    public int correct() {
        return digits().map(digit -> count(digit, digit)).sum();
    }

    /** Share of pictures answered rightly, 0 to 1. */
    public double accuracy() {
        return (double) correct() / size();
    }

    /** Of the pictures answered with this digit, the share that shows it; NaN when there are none. */
    public double precision(int digit) {
        return (double) count(digit, digit) / answerCount(digit);
    }

    /** Of the pictures that show this digit, the share answered with it; NaN when there are none. */
    public double recall(int digit) {
        return (double) count(digit, digit) / truthCount(digit);
    }

    /** The harmonic mean of precision and recall; NaN when the digit neither occurs nor is answered. */
    public double f1(int digit) {
        return 2.0 * count(digit, digit) / (truthCount(digit) + answerCount(digit));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix matrix && Arrays.equals(counts, matrix.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "ConfusionMatrix" + Arrays.toString(counts);
    }

    private static IntStream digits() {
        return IntStream.range(0, Dataset.CLASSES);
    }
}
