package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.digitscope.data.Dataset;

/**
 * Finds the pictures of a data set that are most like another one: exact, by ‖a − b‖² = ‖a‖² + ‖b‖² − 2·a·b in whole numbers
 * over the pixels that aren't black.
 */
public final class NearestDigits {

    /**
     * A picture that is like the one asked about.
     *
     * @param picture its position in the data set
     * @param label the digit that it shows
     * @param distance Euclidean, with pixels from 0 to 1; at most 28
     */
    public record Neighbour(int picture, int label, double distance) {
    }

    private record Candidate(int picture, int square) {
    }

    private static final double WHITE = 255;
    private static final int QUARTER = 4;
    private static final Comparator<Candidate> NEAREST_FIRST =
            Comparator.comparingInt(Candidate::square).thenComparingInt(Candidate::picture);

    private final Dataset data;
    private final int[] norms;

    private NearestDigits(Dataset data) {
        this.data = data;
        norms = new int[data.size()];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = data.dot(i, greys(data.image(i)));
        }
    }

    public static NearestDigits of(Dataset data) {
        return new NearestDigits(data);
    }

    /**
     * The nearest pictures, the nearest one first, of equal ones the earlier.
     *
     * @param pixels 784 grey values
     * @param count how many at most
     */
    public List<Neighbour> to(byte[] pixels, int count) {
        int[] greys = greys(pixels);
        int norm = norm(greys);
        PriorityQueue<Candidate> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
        for (int i = 0; i < norms.length; i++) {
            int square = norm + norms[i] - 2 * data.dot(i, greys);
            if (farthestFirst.size() < count) {
                farthestFirst.add(new Candidate(i, square));
            } else if (count > 0 && square < farthestFirst.element().square) {
                farthestFirst.remove();
                farthestFirst.add(new Candidate(i, square));
            }
        }
        List<Candidate> nearest = new ArrayList<>(farthestFirst);
        nearest.sort(NEAREST_FIRST);
        return nearest.stream().map(each -> new Neighbour(each.picture, data.label(each.picture), Math.sqrt(each.square) / WHITE)).toList();
    }

    /** A picture's distance to black, with pixels from 0 to 1. */
    static double ink(byte[] pixels) {
        return Math.sqrt(norm(greys(pixels))) / WHITE;
    }

    /** The distance to black that a quarter of the pictures doesn't reach, with pixels from 0 to 1. */
    double lowerQuartileOfInk() {
        int[] sorted = norms.clone();
        Arrays.sort(sorted);
        return Math.sqrt(sorted[sorted.length / QUARTER]) / WHITE;
    }

    private static int norm(int[] greys) {
        int norm = 0;
        for (int grey : greys) {
            norm += grey * grey;
        }
        return norm;
    }

    private static int[] greys(byte[] pixels) {
        int[] greys = new int[pixels.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = pixels[i] & 0xFF;
        }
        return greys;
    }
}
