package org.digitscope.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** How one network answers all pictures of one data set. Immutable. */
public final class Evaluation {

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

    private final Score score;
    private final byte[] truths;
    private final byte[] answers;
    private final float[] probabilities;
    private final double[] losses;

    private Evaluation(Builder builder) {
        score = builder.tally.score();
        truths = builder.truths;
        answers = builder.answers;
        probabilities = builder.probabilities;
        losses = builder.losses;
    }

    /** Scores a network on a data set that isn't empty. */
    public static Evaluation of(Parameters parameters, Dataset data) {
        Builder builder = new Builder(data.size());
        ForwardPass.run(parameters, data, (block, network, logits) -> builder.addLosses(network, data));
        return builder.build();
    }

    /** The confusion matrix and the mean loss alone. */
    public Score score() {
        return score;
    }

    /** Number of pictures. */
    public int size() {
        return answers.length;
    }

    /** Number of pictures answered rightly. */
    public int correct() {
        return score.correct();
    }

    /** Share of pictures answered rightly, 0 to 1. */
    public double accuracy() {
        return score.accuracy();
    }

    /** Mean cross-entropy in nats. */
    public double loss() {
        return score.loss();
    }

    /** What the network gives its answers on average, right or wrong, 0 to 1. */
    public double certainty() {
        return IntStream.range(0, size()).mapToDouble(image -> probabilities[image]).average().orElseThrow();
    }

    /** How many pictures of digit {@code truth} are answered {@code answer}. */
    public int count(int truth, int answer) {
        return score.confusion().count(truth, answer);
    }

    /** How many pictures show this digit. */
    public int truthCount(int digit) {
        return score.confusion().truthCount(digit);
    }

    /** How many pictures are answered with this digit. */
    public int answerCount(int digit) {
        return score.confusion().answerCount(digit);
    }

    /** Of the pictures answered with this digit, the share that shows it; NaN when there are none. */
    public double precision(int digit) {
        return score.confusion().precision(digit);
    }

    /** Of the pictures that show this digit, the share answered with it; NaN when there are none. */
    public double recall(int digit) {
        return score.confusion().recall(digit);
    }

    /** The harmonic mean of precision and recall; NaN when the digit neither occurs nor is answered. */
    public double f1(int digit) {
        return score.confusion().f1(digit);
    }

    /** The digit that the network says for a picture. */
    public int answer(int image) {
        return answers[image];
    }

    /** What the network gives its answer to a picture, 0 to 1. */
    public float probability(int image) {
        return probabilities[image];
    }

    /** −ln of the probability that the network gives a picture's true digit. */
    public float loss(int image) {
        return (float) losses[image];
    }

    /** The pictures answered wrongly, the one with the largest loss first. */
    public List<Mistake> mistakes() {
        return IntStream.range(0, size())
                .filter(image -> answers[image] != truths[image])
                .mapToObj(image -> new Mistake(image, truths[image], answers[image], probabilities[image], loss(image)))
                .sorted(Comparator.comparingDouble(Mistake::loss).reversed().thenComparingInt(Mistake::image))
                .toList();
    }

    /** Says again what the network makes of a picture, with the loss in full precision. */
    void repeat(int image, Sink sink) {
        sink.add(truths[image], answers[image], losses[image], probabilities[image]);
    }

    /** Copies the digits that {@code count} pictures show. */
    void copyTruths(int from, byte[] target, int count) {
        System.arraycopy(truths, from, target, 0, count);
    }

    /** Collects the pictures in their order. */
    static final class Builder implements Sink {

        private final Tally tally = new Tally();
        private final byte[] truths;
        private final byte[] answers;
        private final float[] probabilities;
        private final double[] losses;
        private int size;

        Builder(int capacity) {
            truths = new byte[capacity];
            answers = new byte[capacity];
            probabilities = new float[capacity];
            losses = new double[capacity];
        }

        @Override
        public void add(int truth, int answer, double loss, float probability) {
            tally.add(truth, answer, loss, probability);
            truths[size] = (byte) truth;
            answers[size] = (byte) answer;
            losses[size] = loss;
            probabilities[size++] = probability;
        }

        /** Adds the next pictures, which a network has just computed; turns its logits into probabilities. */
        void addLosses(Network network, Dataset data) {
            network.loss();
            FMatrixRMaj p = network.probabilities();
            for (int row = 0; row < p.numRows; row++) {
                int answer = network.answers()[row];
                add(data.label(size), answer, network.losses()[row], p.get(row, answer));
            }
        }

        Evaluation build() {
            return new Evaluation(this);
        }
    }
}
