package org.digitscope.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.Dataset;
import org.digitscope.explain.NearestDigits.Neighbour;

/**
 * How much a picture is like those that a network was trained with. A network answers noise as surely as digits, so its
 * probabilities don't say this; the distance to the nearest training pictures does:
 *
 * <p>s = ⅓·(d₁ + d₂ + d₃) / min(‖x‖, q)
 *
 * <p>with d₁ to d₃ the Euclidean distances to the three nearest ones, so that a single scrawl among them vouches for nothing; ‖x‖
 * the picture's distance to black, as a thin line is near to everything; and q the lower quartile of that distance over the training
 * pictures, as a scribble must gain nothing by its much ink. What is usual is measured on pictures that are no training pictures but
 * of their kind: the test digits.
 *
 * @param ink q, with pixels from 0 to 1
 * @param usual the median of the test digits' s
 * @param rare only 1 % of them have a larger one
 */
public record Familiarity(double ink, double usual, double rare) {

    /** How many neighbours {@link #judge} wants. */
    public static final int NEIGHBOURS = 3;

    /** No nearer to the training pictures than to black. MNIST's test digits reach this, noise begins there. */
    private static final double UNRELATED = 1;
    /**
     * How many times the usual a fitted drawing may have: the fit has given it the pen and the size of all others, so drawings differ
     * less than test digits do. Chosen so that 2.5 % of the pen drawings of half of the 30 writers are warned of; FamiliarStrokesTest
     * measures it.
     */
    private static final double MOST_FOR_DRAWINGS = 1.31;
    private static final double RARE_SHARE = 0.99;

    /** In words. */
    public enum Level {
        FAMILIAR, UNUSUAL, UNLIKE_ANYTHING
    }

    /**
     * What is to be said of one picture.
     *
     * @param distance s
     */
    public record Judgement(Level level, double distance, Familiarity scale) {

        /** One sentence. */
        public String sentence() {
            String told = switch (level) {
                case FAMILIAR -> "Like the training digits";
                case UNUSUAL -> "Unusual: hardly any digit is so unlike training";
                case UNLIKE_ANYTHING -> "Unlike anything in training: the answer means nothing";
            };
            return String.format(Locale.ROOT, "%s (relative distance %.2f, usual %.2f).", told, distance, scale.usual);
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
        double ink = nearest.lowerQuartileOfInk();
        int count = Math.min(sample, others.size());
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            byte[] picture = others.image((int) ((long) i * others.size() / count));
            distances[i] = distance(picture, nearest.to(picture, NEIGHBOURS), ink);
        }
        Arrays.sort(distances);
        return new Familiarity(ink, distances[count / 2], distances[(int) Math.min(count - 1, RARE_SHARE * count)]);
    }

    /**
     * What is to be said of a picture.
     *
     * @param pixels its 784 grey values
     * @param nearest the training pictures that are most like it, the nearest first, at least {@link #NEIGHBOURS} where there are as many
     * @param fitted whether it is a fitted drawing and no picture of the data set's own making
     */
    public Judgement judge(byte[] pixels, List<Neighbour> nearest, boolean fitted) {
        double distance = distance(pixels, nearest, ink);
        double unlike = fitted ? MOST_FOR_DRAWINGS * usual : Math.max(UNRELATED, rare);
        Level level = distance > unlike ? Level.UNLIKE_ANYTHING : !fitted && distance > rare ? Level.UNUSUAL : Level.FAMILIAR;
        return new Judgement(level, distance, this);
    }

    /** s, see above. */
    static double distance(byte[] pixels, List<Neighbour> nearest, double ink) {
        double mean = nearest.stream().limit(NEIGHBOURS).mapToDouble(Neighbour::distance).average().orElseThrow();
        return mean / Math.max(Double.MIN_NORMAL, Math.min(NearestDigits.ink(pixels), ink));
    }
}
