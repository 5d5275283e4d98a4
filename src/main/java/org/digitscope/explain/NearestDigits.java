package org.digitscope.explain;

import java.util.ArrayList;
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
     * @param relative the distance through the smaller one of the two pictures' own distances to black: 0 for the same
     *     picture, 1 where one is no nearer to the other than to black
     */
    public record Neighbour(int picture, int label, double distance, double relative) {
    }

    private record Candidate(int picture, int square) {
    }

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
        int norm = 0;
        for (int grey : greys) {
            norm += grey * grey;
        }
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
        int ownNorm = norm;
        return nearest.stream().map(each -> neighbour(each, ownNorm)).toList();
    }

    private Neighbour neighbour(Candidate candidate, int norm) {
        int smaller = Math.min(norm, norms[candidate.picture]);
        return new Neighbour(candidate.picture, data.label(candidate.picture), Math.sqrt(candidate.square) / 255,
                Math.sqrt((double) candidate.square / Math.max(1, smaller)));
    }

    private static int[] greys(byte[] pixels) {
        int[] greys = new int[pixels.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = pixels[i] & 0xFF;
        }
        return greys;
    }
}
