package org.digitscope.explain;

import java.util.Arrays;
import java.util.Locale;
import org.digitscope.data.Dataset;
import org.digitscope.explain.NearestDigits.Neighbour;

/**
 * How much a picture is like those that a network was trained with. A network answers noise as surely as digits, so its
 * probabilities don't say this; the relative distance to the nearest training picture does. What is usual is measured on
 * pictures that are no training pictures but of their kind: the test digits.
 *
 * @param usual the median of their relative distances
 * @param rare only 1 % of them are farther away
 */
public record Familiarity(double usual, double rare) {

    /** Hardly nearer to any training picture than to black. MNIST's test digits reach 0.9, noise begins at 1. */
    private static final double UNRELATED = 0.95;
    private static final double RARE_SHARE = 0.99;

    /** In words. */
    public enum Level {
        FAMILIAR, UNUSUAL, UNLIKE_ANYTHING
    }

    /**
     * What is to be said of one picture.
     *
     * @param nearest the training picture that is most alike
     */
    public record Judgement(Level level, Neighbour nearest, Familiarity scale) {

        /** One sentence. */
        public String sentence() {
            String told = switch (level) {
                case FAMILIAR -> "Like the training digits";
                case UNUSUAL -> "Unusual: hardly any digit is so unlike training";
                case UNLIKE_ANYTHING -> "Unlike anything in training: the answer means nothing";
            };
            return String.format(Locale.ROOT, "%s (relative distance %.2f, usual %.2f).", told, nearest.relative(), scale.usual);
        }
    }

    /**
     * Measures what is usual.
     *
     * @param nearest over the training pictures
     * @param others pictures of the same kind, at least one
     * @param sample how many of them to measure, evenly over all
     */
    public static Familiarity measure(NearestDigits nearest, Dataset others, int sample) {
        int count = Math.min(sample, others.size());
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            int picture = (int) ((long) i * others.size() / count);
            distances[i] = nearest.to(others.image(picture), 1).get(0).relative();
        }
        Arrays.sort(distances);
        return new Familiarity(distances[count / 2], distances[(int) Math.min(count - 1, RARE_SHARE * count)]);
    }

    /** @param nearest the training picture that is most like the one in question */
    public Judgement judge(Neighbour nearest) {
        Level level = nearest.relative() >= UNRELATED ? Level.UNLIKE_ANYTHING
                : nearest.relative() > rare ? Level.UNUSUAL : Level.FAMILIAR;
        return new Judgement(level, nearest, this);
    }
}
