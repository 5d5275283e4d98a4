package org.digitscope.files.datasets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;

/**
 * How many numbers of a file are of which size. Most pixels of a digit are background, so shares are taken of the others only.
 *
 * @param others how many aren't 0
 * @param fractions how many aren't whole
 * @param shares how many are above 0 and at most 1
 * @param bytes how many are whole, above 1 and at most 255
 * @param wide how many are whole and above 255
 * @param negatives how many are below 0
 */
record NumberCounts(float min, float max, long others, long fractions, long shares, long bytes, long wide, long negatives) {

    /** What lies well beyond one is no share of brightness. */
    static final float ONE = 1.0001f;
    /** Whole numbers that were divided and multiplied again are only nearly whole. */
    private static final float WHOLE = 1e-3f;
    /** Of a hundred others; fewer are mistakes. */
    private static final int FEW = 5;

    /** What most numbers of a file are. */
    enum Usual {
        SHARES("numbers from 0 to 1") {
            @Override
            boolean has(float value) {
                return value >= 0 && value <= ONE;
            }
        },
        BYTES("whole numbers from 0 to 255") {
            @Override
            boolean has(float value) {
                return value >= 0 && value <= 255 && isWhole(value);
            }
        },
        WIDE("whole numbers from 0 to 65535") {
            @Override
            boolean has(float value) {
                return value >= 0 && value <= 65_535 && isWhole(value);
            }
        };

        private final String label;

        Usual(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        abstract boolean has(float value);
    }

    /** @throws UnreadableFileException when a number isn't finite */
    static NumberCounts of(List<RawDigits> sets) throws UnreadableFileException {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        long others = 0;
        long fractions = 0;
        long shares = 0;
        long bytes = 0;
        long wide = 0;
        long negatives = 0;
        for (RawDigits set : sets) {
            float[] values = set.values();
            int count = set.count();
            for (int i = 0; i < count; i++) {
                float value = values[i];
                if (value == 0) {
                    continue;
                }
                if (!Float.isFinite(value)) {
                    throw new UnreadableFileException(set.file(), "has the value " + set.named(i) + "; expected finite numbers");
                }
                others++;
                min = Math.min(min, value);
                max = Math.max(max, value);
                boolean whole = isWhole(value);
                fractions += whole ? 0 : 1;
                if (value < 0) {
                    negatives++;
                } else if (value <= ONE) {
                    shares++;
                } else if (whole) {
                    bytes += value <= 255 ? 1 : 0;
                    wide += value > 255 ? 1 : 0;
                }
            }
        }
        long all = sets.stream().mapToLong(RawDigits::count).sum();
        return new NumberCounts(others < all ? Math.min(0, min) : min, others < all ? Math.max(0, max) : max, others, fractions, shares,
                bytes, wide, negatives);
    }

    private static boolean isWhole(float value) {
        return Math.abs(value - Math.rint(value)) < WHOLE;
    }

    boolean hasManyFractions() {
        return 100 * fractions > FEW * others;
    }

    boolean hasManyNegatives() {
        return 100 * negatives > FEW * others;
    }

    /** Whether bright pixels are far above 1, as on a scale to 255. */
    boolean isMostlyBytes() {
        return max > 32 && 2 * shares < others;
    }

    /** Whether most bright pixels are above 255 and the brightest are near 65535. */
    boolean isMostlyWide() {
        return max >= 32_768 && 2 * wide > others;
    }

    /** What all but a few numbers are; empty when there is no such thing. */
    Optional<Usual> usual() {
        return Arrays.stream(Usual.values()).filter(usual -> 100 * fitting(usual) >= (100 - FEW) * others)
                .max(Comparator.comparingLong(this::fitting).thenComparing(Comparator.reverseOrder()));
    }

    private long fitting(Usual usual) {
        return switch (usual) {
            case SHARES -> shares;
            case BYTES -> bytes + ones();
            case WIDE -> bytes + ones() + (isMostlyWide() ? wide : 0);
        };
    }

    /** At most so many of the shares are the whole number 1. */
    private long ones() {
        return Math.max(0, shares - fractions);
    }
}
