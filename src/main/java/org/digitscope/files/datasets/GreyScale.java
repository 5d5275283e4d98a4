package org.digitscope.files.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;

/**
 * How a file's numbers become grey values: (value − low) · factor. A scale is taken only where all numbers of the file are sound on it;
 * otherwise the first that isn't is named.
 *
 * @param wrapped whether numbers below 0 are bytes from 128 on that were read with a sign
 * @param notice what is done, in a sentence; empty where the numbers are grey values already
 */
record GreyScale(double low, double factor, boolean wrapped, Optional<String> notice) {

    private static final int MOST = 255;
    private static final int MOST_16 = 65_535;
    private static final String EXPECTED = "; expected 0 to 255, 0 to 1, 0 to 65535, or those with one mean taken off and divided by one "
            + "deviation";

    static GreyScale of(List<RawDigits> sets) throws UnreadableFileException {
        NumberCounts counts = NumberCounts.of(sets);
        if (counts.min() == 0 && counts.max() == 0) {
            throw new UnreadableFileException(sets.get(0).file(), "has pictures that are all blank" + EXPECTED);
        }
        if (counts.min() < 0) {
            return withNegatives(sets, counts);
        } else if (counts.max() <= NumberCounts.ONE) {
            return scaled(0, MOST, "The values go from 0 to 1; they were multiplied by 255.");
        } else if (counts.max() <= MOST && counts.fractions() == 0) {
            return new GreyScale(0, 1, false, Optional.empty());
        } else if (counts.max() <= MOST && counts.hasManyFractions() && counts.isMostlyBytes()) {
            return scaled(0, 1, "The values from 0 to 255 have fractions; they were rounded.");
        } else if (counts.max() <= MOST_16 && counts.fractions() == 0 && counts.isMostlyWide()) {
            return scaled(0, (double) MOST / MOST_16, "The values go from 0 to 65535; they were divided by 257.");
        }
        throw odd(sets, counts);
    }

    byte grey(float value) {
        double grey = wrapped && value < 0 ? value + MOST + 1 : (value - low) * factor;
        return (byte) Math.max(0, Math.min(MOST, Math.round(grey)));
    }

    private static GreyScale withNegatives(List<RawDigits> sets, NumberCounts counts) throws UnreadableFileException {
        if (counts.fractions() == 0 && counts.max() > 1) {
            return signedBytes(sets, counts);
        }
        Optional<GreyScale> lattice = GreyLevels.of(sets, counts).flatMap(GreyLevels::lattice).map(levels -> scaled(levels.low(),
                1 / levels.step(), String.format(Locale.ROOT, "The values go from %.3g to %.3g, so they were standardized; they were brought "
                + "back to 0 to 255.", counts.min(), counts.max())));
        if (lattice.isPresent()) {
            return lattice.get();
        }
        throw odd(sets, counts);
    }

    /** Whole numbers from −128 to 127: either 128 was taken off, or bytes from 128 on became negative. The background tells which. */
    private static GreyScale signedBytes(List<RawDigits> sets, NumberCounts counts) throws UnreadableFileException {
        if (counts.min() >= Byte.MIN_VALUE && counts.max() <= Byte.MAX_VALUE && counts.hasManyNegatives()) {
            Optional<GreyLevels> levels = GreyLevels.of(sets, counts);
            float background = levels.map(GreyLevels::commonest).orElse(Float.NaN);
            String range = "The values go from " + Labels.text(counts.min()) + " to " + Labels.text(counts.max());
            if (background == 0 || background == -1) {
                return new GreyScale(0, 1, true, Optional.of(range + ": bytes that were read with a sign. Those below 0 are 128 to 255 again."));
            } else if (background == Byte.MIN_VALUE || background == Byte.MAX_VALUE) {
                return scaled(Byte.MIN_VALUE, 1, range + "; 128 was added.");
            }
        }
        throw odd(sets, counts);
    }

    private static GreyScale scaled(double low, double factor, String notice) {
        return new GreyScale(low, factor, false, Optional.of(notice));
    }

    /** Names the first number that isn't as most of them are. */
    private static UnreadableFileException odd(List<RawDigits> sets, NumberCounts counts) {
        Optional<NumberCounts.Usual> usual = counts.usual();
        if (usual.isPresent()) {
            for (RawDigits set : sets) {
                for (int i = 0; i < set.count(); i++) {
                    if (!usual.get().has(set.values()[i])) {
                        return new UnreadableFileException(set.file(), "has the value " + set.named(i) + "; expected " + usual.get().label()
                                + ", as nearly all of its values are");
                    }
                }
            }
        }
        return new UnreadableFileException(sets.get(0).file(), String.format(Locale.ROOT, "has values from %.4g to %.4g on no scale that is "
                + "known", counts.min(), counts.max()) + EXPECTED);
    }
}
