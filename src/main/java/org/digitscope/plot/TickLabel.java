package org.digitscope.plot;

import java.math.BigDecimal;
import java.util.Locale;
import org.digitscope.data.ShownNumbers;

/** Numbers beside ticks, written the same in every locale: "0.05", "10,000", "1e−4". Equal only for equal numbers. */
final class TickLabel {

    /** From here on up to {@link #LARGE} numbers are written out. */
    private static final BigDecimal SMALL = new BigDecimal("0.001");
    private static final BigDecimal LARGE = new BigDecimal("1e7");

    private static final BigDecimal LARGE_IF_BRIEF = new BigDecimal("1e5");

    private TickLabel() {
    }

    /** With as many decimals as the number has, or with an exponent if it is very small or large. */
    static String of(BigDecimal number) {
        BigDecimal size = number.abs();
        if (size.signum() == 0) {
            return "0";
        }
        boolean plain = size.compareTo(SMALL) >= 0 && size.compareTo(LARGE) < 0;
        return plain ? plain(number, number.stripTrailingZeros().scale()) : scientific(number);
    }

    /** Where there is little room: with an exponent from a hundred thousand on, too. */
    static String brief(BigDecimal number) {
        return number.abs().compareTo(LARGE_IF_BRIEF) < 0 ? of(number) : scientific(number);
    }

    static String plain(BigDecimal number, int decimals) {
        return number.signum() == 0 ? "0" : ShownNumbers.in(String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", number));
    }

    static String scientific(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal digits = number.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return ShownNumbers.in(digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent);
    }
}
