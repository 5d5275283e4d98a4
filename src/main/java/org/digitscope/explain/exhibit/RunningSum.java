package org.digitscope.explain.exhibit;

import java.util.stream.DoubleStream;
import org.digitscope.explain.WeightedSum;

/** A sum that grows part by part: s₀ = 0, sᵢ₊₁ = sᵢ + partᵢ, in double. Immutable. */
public final class RunningSum {

    private final double[] parts;
    /** s₀ to sₙ. */
    private final double[] sums;

    private RunningSum(double[] parts) {
        this.parts = parts;
        sums = new double[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            sums[i + 1] = sums[i] + parts[i];
        }
    }

    /** The products of a weighted sum in their order, and its bias as the last part. */
    public static RunningSum of(WeightedSum sum) {
        return new RunningSum(DoubleStream.concat(sum.terms().stream().mapToDouble(WeightedSum.Term::product), DoubleStream.of(sum.bias()))
                .toArray());
    }

    /** How many parts there are. */
    public int size() {
        return parts.length;
    }

    /** One part, counted from 0. */
    public double part(int number) {
        return parts[number];
    }

    /** The sum of the first {@code count} parts. */
    public double after(int count) {
        return sums[count];
    }

    /** The lowest value on the way, 0 or less. */
    public double lowest() {
        return DoubleStream.of(sums).min().orElseThrow();
    }

    /** The highest value on the way, 0 or more. */
    public double highest() {
        return DoubleStream.of(sums).max().orElseThrow();
    }
}
