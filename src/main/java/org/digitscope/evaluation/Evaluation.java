package org.digitscope.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;
import org.ejml.data.FMatrixRMaj;

/** How one network answers all pictures of one data set. Immutable. */
public final class Evaluation {

    /** Pictures computed at a time; small enough for the caches. */
    private static final int CHUNK = 100;

    /**
     * A picture answered wrongly.
     *
     * @param image its position in the data set
     * @param truth the digit it shows
     * @param answer the digit the network says
     * @param probability what the network gives its answer, 0 to 1
     * @param loss −ln of what it gives the truth
     */
    public record Mistake(int image, int truth, int answer, double probability, double loss) {
    }

    private final int correct;
    private final double loss;
    private final int[][] confusion = new int[Dataset.CLASSES][Dataset.CLASSES];
    private final byte[] truths;
    private final byte[] answers;
    private final float[] probabilities;
    private final float[] losses;

    private Evaluation(Parameters parameters, Dataset data) {
        int size = data.size();
        truths = new byte[size];
        answers = new byte[size];
        probabilities = new float[size];
        losses = new float[size];
        int[] order = IntStream.range(0, size).toArray();
        Network network = new Network(parameters, Math.min(size, CHUNK));
        double lossSum = 0;
        int right = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int to = Math.min(size, from + CHUNK);
            network.forward(data, order, from, to);
            lossSum += network.loss();
            right += network.correct();
            record(data, network.probabilities(), network.losses(), from);
        }
        correct = right;
        loss = lossSum / size;
    }

    /** Scores a network on a data set that isn't empty. */
    public static Evaluation of(Parameters parameters, Dataset data) {
        return new Evaluation(parameters, data);
    }

    private void record(Dataset data, FMatrixRMaj chunk, double[] chunkLosses, int from) {
        for (int row = 0; row < chunk.numRows; row++) {
            int image = from + row;
            int at = row * Dataset.CLASSES;
            int answer = Softmax.argMax(chunk.data, at, Dataset.CLASSES);
            truths[image] = (byte) data.label(image);
            answers[image] = (byte) answer;
            probabilities[image] = chunk.data[at + answer];
            losses[image] = (float) chunkLosses[row];
            confusion[truths[image]][answer]++;
        }
    }

    /** Number of pictures. */
    public int size() {
        return answers.length;
    }

    /** Number of pictures answered rightly. */
    public int correct() {
        return correct;
    }

    /** Share of pictures answered rightly, 0 to 1. */
    public double accuracy() {
        return (double) correct / size();
    }

    /** Mean cross-entropy in nats. */
    public double loss() {
        return loss;
    }

    /** How many pictures of digit {@code truth} are answered {@code answer}. */
    public int count(int truth, int answer) {
        return confusion[truth][answer];
    }

    /** How many pictures show this digit. */
    public int truthCount(int digit) {
        return IntStream.of(confusion[digit]).sum();
    }

    /** How many pictures are answered with this digit. */
    public int answerCount(int digit) {
        return IntStream.range(0, Dataset.CLASSES).map(truth -> confusion[truth][digit]).sum();
    }

    /** Of the pictures answered with this digit, the share that shows it; NaN when there are none. */
    public double precision(int digit) {
        return (double) confusion[digit][digit] / answerCount(digit);
    }

    /** Of the pictures that show this digit, the share answered with it; NaN when there are none. */
    public double recall(int digit) {
        return (double) confusion[digit][digit] / truthCount(digit);
    }

    /** The harmonic mean of precision and recall; NaN when the digit neither occurs nor is answered. */
    public double f1(int digit) {
        return 2.0 * confusion[digit][digit] / (truthCount(digit) + answerCount(digit));
    }

    /** The digit that the network says for a picture. */
    public int answer(int image) {
        return answers[image];
    }

    /** −ln of the probability that the network gives a picture's true digit. */
    public float loss(int image) {
        return losses[image];
    }

    /** The pictures answered wrongly, the one with the largest loss first. */
    public List<Mistake> mistakes() {
        return IntStream.range(0, size())
                .filter(image -> answers[image] != truths[image])
                .mapToObj(image -> new Mistake(image, truths[image], answers[image], probabilities[image], losses[image]))
                .sorted(Comparator.comparingDouble(Mistake::loss).reversed().thenComparingInt(Mistake::image))
                .toList();
    }
}
