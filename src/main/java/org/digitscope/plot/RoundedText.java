package org.digitscope.plot;

import java.util.Locale;
import org.digitscope.data.ShownNumbers;

/** Rounded numbers of any magnitude as text, the same in every locale. */
public final class RoundedText {

    /** From here on a number is written with a power of ten: float32 and most readers know no more digits. */
    private static final double LARGE = 1e7;
    private static final String DECIMALS_OF_LARGE = ".3e";

    private RoundedText() {
    }

    /** A number in a format, as windows show it, see {@link #ascii}. */
    public static String of(String format, double number) {
        return ShownNumbers.in(ascii(format, number));
    }

    /**
     * A number in a format, for terminals; zero, and what is rounded to it, has neither sign nor power of ten. Where nothing but zeros
     * would be left of a number, or where it has too many digits before the point, it has a power of ten.
     *
     * @param format as for {@link String#format}, of a double; one without decimals, of a count, is kept for large numbers
     */
    public static String ascii(String format, double number) {
        boolean count = format.contains(".0");
        if (Math.abs(number) >= LARGE && Double.isFinite(number) && !count) {
            return String.format(Locale.ROOT, (format.contains("+") ? "%+" : "%") + DECIMALS_OF_LARGE, number);
        }
        String text = String.format(Locale.ROOT, format, number);
        boolean nothingLeft = text.chars().noneMatch(letter -> letter >= '1' && letter <= '9') && Double.isFinite(number);
        if (!nothingLeft) {
            return text;
        }
        return number == 0 || count ? text.replaceAll("[-+]|e.*", "") : String.format(Locale.ROOT, (format.contains("+") ? "%+" : "%") + ".1e", number);
    }
}
