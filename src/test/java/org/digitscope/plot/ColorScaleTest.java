package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.digitscope.plot.Scale.Tick;
import org.junit.jupiter.api.Test;

class ColorScaleTest {

    @Test
    void theLimitIsARoundNumberThatHoldsTheLargestWeight() {
        assertEquals(new BigDecimal("0.40"), ColorScale.holding(0.37).limit());
        assertEquals(new BigDecimal("0.40"), ColorScale.holding(0.4).limit());
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            double largest = Math.pow(10, random.nextDouble() * 12 - 8);
            double limit = ColorScale.holding(largest).limit().doubleValue();
            assertTrue(limit >= largest && limit < 1.34 * largest, largest + " in " + limit);
        }
    }

    @Test
    void ticksAreSymmetricAndHaveTheirSign() {
        assertEquals(List.of(new Tick(-0.4, "−0.4"), new Tick(0, "0"), new Tick(0.4, "+0.4")),
                ColorScale.holding(0.37).ticks(3));
        assertEquals(List.of("−1.5", "−0.75", "0", "+0.75", "+1.5"),
                ColorScale.holding(1.3).ticks(5).stream().map(Tick::label).toList());
    }

    @Test
    void withoutAnyWeightOneIsTheLimit() {
        for (double largest : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(BigDecimal.ONE, ColorScale.holding(largest).limit());
        }
    }
}
