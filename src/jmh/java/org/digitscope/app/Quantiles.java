package org.digitscope.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Of measured times. */
final class Quantiles {

    private Quantiles() {
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** @param share 0 for the shortest, 1 for the longest */
    static double at(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    /** In milliseconds, in words. */
    static String of(List<Double> times) {
        return String.format(Locale.ROOT, "median %.1f ms, 95th percentile %.1f ms, longest %.1f ms, of %d", at(times, 0.5), at(times, 0.95), at(times, 1), times.size());
    }
}
