package org.digitscope.plot;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How many of some numbers lie in each of equally wide bins with round edges: bin i holds [edge(i), edge(i + 1)), so that every
 * finite number lies in exactly one. Numbers that are all the same have a single bin.
 */
public final class Histogram {

    private static final int FEWEST = 6;
    private static final int MOST = 60;
    /** From the lowest number to the highest, of the lowest one where that is above 1. */
    private static final double LEAST_RANGE = 1e-6;

    private final NiceStep width;
    private final long first;
    private final int[] counts;
    private final OptionalDouble only;

    private Histogram(NiceStep width, long first, int bins, OptionalDouble only) {
        this.width = width;
        this.first = first;
        counts = new int[bins];
        this.only = only;
    }

    /**
     * Counts in as many bins as suit so many numbers: 2·∛n by Rice's rule, and the two at the ends, which are seldom full.
     *
     * @param values those that aren't finite are left out
     */
    public static Histogram of(float[] values) {
        return of(values, (int) Math.min(MOST, Math.max(FEWEST, Math.ceil(2 * Math.cbrt(values.length)) + 2)));
    }

    /** @param most bins at most, at least 4 */
    static Histogram of(float[] values, int most) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        boolean alike = lowest == highest;
        if (lowest > highest) {
            lowest = 0;
            highest = 0;
        }
        NiceStep width = NiceStep.finest(lowest, lowest + Math.max(highest - lowest, LEAST_RANGE * Math.max(1, Math.abs(lowest))), most - 2);
        long first = width.first(lowest) - 1;
        Histogram histogram = new Histogram(width, first, (int) (width.last(highest) - first + 1), OptionalDouble.empty());
        if (alike) {
            // −0 is 0 too
            histogram = new Histogram(width, first + histogram.bin(lowest), 1, OptionalDouble.of(lowest + 0.0));
        }
        for (float value : values) {
            if (Float.isFinite(value)) {
                histogram.counts[histogram.bin(value)]++;
            }
        }
        return histogram;
    }

    /** Number of bins. */
    public int bins() {
        return counts.length;
    }

    /** The number that all are, where all are the same. */
    public OptionalDouble only() {
        return only;
    }

    /** The lower edge of a bin, which is the upper one of the bin before. */
    public double edge(int bin) {
        return width.times(first + bin).doubleValue();
    }

    /** The same as a text, without the digits that a float would add. */
    public String edgeText(int bin) {
        return TickLabel.of(width.times(first + bin));
    }

    public int count(int bin) {
        return counts[bin];
    }

    /** The largest count. */
    public int most() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** The bin of a number; the nearest one for a number outside. */
    public int bin(double value) {
        int bin = (int) Math.max(0, Math.min(counts.length - 1, Math.floor(value / width.times(1).doubleValue()) - first));
        // division may round to the other side of an edge
        while (bin > 0 && value < edge(bin)) {
            bin--;
        }
        while (bin < counts.length - 1 && value >= edge(bin + 1)) {
            bin++;
        }
        return bin;
    }
}
