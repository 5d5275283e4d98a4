package org.digitscope.plot;

/**
 * A curve of any length reduced to what a screen can show: neighbouring points form buckets, each with its mean, lowest
 * and highest value. Values that aren't finite are left out; a bucket without any other is a gap (NaN), so that a NaN
 * never blanks a chart.
 *
 * @param steps the last training step of each bucket
 * @param mean of each bucket
 * @param low of each bucket
 * @param high of each bucket
 */
public record Buckets(double[] steps, double[] mean, double[] low, double[] high) {

    Buckets(int count) {
        this(new double[count], new double[count], new double[count], new double[count]);
    }

    public int count() {
        return steps.length;
    }

    /**
     * The means after exponential smoothing that is corrected for its start from zero, as TensorBoard's: s₀ = 0,
     * sₙ = w·sₙ₋₁ + (1 − w)·xₙ, shown as sₙ / (1 − wⁿ). Gaps stay gaps and don't count.
     *
     * @param weight w of what came before, from 0 (as measured) to below 1
     */
    public double[] smoothed(double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("a smoothing weight lies from 0 to below 1, not at " + weight);
        }
        double[] smooth = new double[mean.length];
        double sum = 0;
        double power = 1;
        for (int i = 0; i < mean.length; i++) {
            if (Double.isNaN(mean[i])) {
                smooth[i] = Double.NaN;
            } else {
                sum = weight * sum + (1 - weight) * mean[i];
                power *= weight;
                smooth[i] = sum / (1 - power);
            }
        }
        return smooth;
    }
}
