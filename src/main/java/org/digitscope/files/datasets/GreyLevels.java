package org.digitscope.files.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The different numbers that pictures are made of, where there are no more than a byte can tell apart.
 *
 * @param values ascending
 * @param counts how often each occurs
 */
record GreyLevels(float[] values, long[] counts) {

    private static final int MOST = 256;
    private static final int SLOTS = 1024;
    /** How far a number may lie beside its level, in levels: tables have some decimals only. */
    private static final double NEAR = 0.1;
    /** Of a hundred pixels so many are background at least. */
    private static final int BACKGROUND = 5;

    /** Fewer levels lie on some lattice by chance. */
    private static final int ENOUGH = 16;

    /**
     * Numbers at equal distances.
     *
     * @param low the number that means 0
     * @param step between two grey values
     */
    record Lattice(double low, double step) {
    }

    /** Empty when there are more than 256 different numbers. */
    static Optional<GreyLevels> of(List<RawDigits> sets, NumberCounts range) {
        float[] slots = new float[SLOTS];
        long[] counts = new long[SLOTS];
        int different = 0;
        for (RawDigits set : sets) {
            for (int i = 0; i < set.count(); i++) {
                float value = set.values()[i];
                int slot = slot(value);
                while (counts[slot] > 0 && slots[slot] != value) {
                    slot = (slot + 1) % SLOTS;
                }
                if (counts[slot]++ == 0) {
                    slots[slot] = value;
                    if (++different > MOST) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(sorted(slots, counts, different));
    }

    private static int slot(float value) {
        int bits = Float.floatToIntBits(value + 0f) * 0x9E3779B9;
        return (bits >>> 16) % SLOTS;
    }

    private static GreyLevels sorted(float[] slots, long[] counts, int different) {
        int[] used = IntStream.range(0, SLOTS).filter(slot -> counts[slot] > 0).boxed()
                .sorted((a, b) -> Float.compare(slots[a], slots[b])).mapToInt(Integer::intValue).toArray();
        float[] values = new float[different];
        long[] often = new long[different];
        for (int i = 0; i < different; i++) {
            values[i] = slots[used[i]];
            often[i] = counts[used[i]];
        }
        return new GreyLevels(values, often);
    }

    /** The number that occurs most often: the background. */
    float commonest() {
        int commonest = 0;
        for (int i = 1; i < counts.length; i++) {
            commonest = counts[i] > counts[commonest] ? i : commonest;
        }
        return values[commonest];
    }

    /**
     * The lattice whose levels 0 to 255 all numbers are, the lowest of them 0 and the highest as near to 255 as it can be; empty when
     * there is none, or when neither the lowest nor the highest is the background.
     */
    Optional<Lattice> lattice() {
        double low = values[0];
        double range = values[values.length - 1] - low;
        long all = Arrays.stream(counts).sum();
        boolean background = 100 * Math.max(counts[0], counts[counts.length - 1]) >= BACKGROUND * all;
        int lowestTried = values.length < ENOUGH ? MOST - 1 : 1;
        for (int highest = MOST - 1; background && highest >= lowestTried; highest--) {
            double step = range / highest;
            boolean fits = true;
            for (int i = 0; fits && i < values.length; i++) {
                double level = (values[i] - low) / step;
                fits = Math.abs(level - Math.rint(level)) <= NEAR;
            }
            if (fits) {
                return Optional.of(new Lattice(low, step));
            }
        }
        return Optional.empty();
    }
}
