package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SplitMix64Test {

    /** The first outputs for seed 1234567, as published with several implementations of the generator. */
    @Test
    void givesThePublishedSequence() {
        SplitMix64 random = new SplitMix64(1234567);
        assertEquals(6457827717110365317L, random.nextLong());
        assertEquals(3203168211198807973L, random.nextLong());
        assertEquals(-8629252141511181193L, random.nextLong());
    }

    @Test
    void integersAreUniformBelowTheirBound() {
        SplitMix64 random = SplitMix64.of(1, 2);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void floatsAreUniformFromZeroToBelowOne() {
        SplitMix64 random = new SplitMix64(3);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            float value = random.nextFloat();
            assertTrue(value >= 0 && value < 1);
            sum += value;
        }
        assertEquals(0.5, sum / 100_000, 0.005);
    }
}
