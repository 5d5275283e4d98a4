package org.digitscope.network;

/**
 * A generator of random numbers whose sequence is part of this program, so that a seed gives the same network on every
 * Java version. Source: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
 */
public final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    /** A generator of its own for part {@code index} of what {@code seed} decides, such as the order of one epoch. */
    public static SplitMix64 of(long seed, long index) {
        return new SplitMix64(mix(seed) + mix(~index));
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2⁻²⁴. */
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * nextFloat();
    }

    /** Uniform in [0, bound); the bias of a multiply and shift is below bound/2⁶⁴. */
    public int nextInt(int bound) {
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    /** Standard normal, √(−2·ln u)·cos(2π·v) with u in (0, 1]. Source: Box and Muller 1958. */
    public double nextGaussian() {
        double u = 1 - nextFloat();
        double v = nextFloat();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
