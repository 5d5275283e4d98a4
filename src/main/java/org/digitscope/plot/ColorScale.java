package org.digitscope.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The range of a signed colour map, from −limit to +limit, as a legend shows it.
 *
 * @param limit above 0, a number with at most two digits, so that the legend reads easily
 */
public record ColorScale(BigDecimal limit) {

    /** The digits of limits; from one to the next it is at most a third, so colours stay strong. */
    private static final int[] TENTHS = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100};

    /** The narrowest scale that holds ±{@code largest}; ±1 where that is zero or not finite. */
    public static ColorScale holding(double largest) {
        if (!Double.isFinite(largest) || largest <= 0) {
            return new ColorScale(BigDecimal.ONE);
        }
        int power = (int) Math.floor(Math.log10(largest));
        int at = 0;
        while (at < TENTHS.length - 1 && limit(at, power).doubleValue() < largest) {
            at++;
        }
        return new ColorScale(limit(at, power));
    }

    /** Ticks at −limit, 0 and +limit, and halfway if {@code most} allows five; labels have their sign, as "+0.2". */
    public List<Scale.Tick> ticks(int most) {
        int halves = most >= 5 ? 2 : 1;
        List<Scale.Tick> ticks = new ArrayList<>();
        for (int i = -halves; i <= halves; i++) {
            BigDecimal value = limit.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(halves));
            ticks.add(new Scale.Tick(value.doubleValue(), (i > 0 ? "+" : "") + TickLabel.brief(value)));
        }
        return ticks;
    }

    private static BigDecimal limit(int at, int power) {
        return BigDecimal.valueOf(TENTHS[at], 1 - power);
    }
}
