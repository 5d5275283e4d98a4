package org.digitscope.app.control;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.digitscope.data.PlainNumber;
import org.digitscope.data.ShownNumbers;
import org.digitscope.plot.RoundedText;

/** Reads numbers as people type them: with a comma or a point, with spaces around; and as windows show them. */
public final class NumberText {

    private static final double MOST_DIGITS = 1e7;

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][-+]?\\d+)?");
    private static final double SMALLEST_IN_FULL = 1e-4;
    private static final double LARGEST_IN_FULL = 1e7;

    private NumberText() {
    }

    /** @throws IllegalArgumentException with a sentence that names the field, when it isn't a whole number */
    public static int whole(String field, String text) {
        long number = wholeLong(field, text);
        if (number != (int) number) {
            throw new IllegalArgumentException(field + " is too large: " + text.strip());
        }
        return (int) number;
    }

    /** @throws IllegalArgumentException with a sentence that names the field, when it isn't a whole number */
    public static long wholeLong(String field, String text) {
        try {
            return Long.parseLong(ShownNumbers.ascii(text.strip()));
        } catch (NumberFormatException notWhole) {
            if (ShownNumbers.ascii(text.strip()).matches("[+-]?\\d+")) {
                throw new IllegalArgumentException(field + " must be a number of 64 bits, from -9.2e18 to 9.2e18, not " + quoted(text));
            }
            throw new IllegalArgumentException(field + " must be a whole number, not " + quoted(text));
        }
    }

    /** @throws IllegalArgumentException with a sentence that names the field, when it isn't a number */
    public static double decimal(String field, String text) {
        // Java would take 1f, 0x1p-3 and NaN as well
        String number = ShownNumbers.ascii(text.strip());
        if (!DECIMAL.matcher(number).matches()) {
            throw new IllegalArgumentException(field + " must be a number such as 0.001, not " + quoted(text));
        }
        return Double.parseDouble(number.replace(',', '.'));
    }

    /** @throws IllegalArgumentException with a sentence that names the field, when it isn't a number or one too large for float32 */
    public static float single(String field, String text) {
        double number = decimal(field, text);
        if (!Float.isFinite((float) number)) {
            throw new IllegalArgumentException(field + " must be from -3.4e38 to 3.4e38, not " + quoted(text));
        }
        return (float) number;
    }

    /** A float with all the digits that it needs: in full from a millionth to ten millions, otherwise with a power of ten. */
    public static String exact(float number) {
        if (number == 0 || !Float.isFinite(number)) {
            return number == 0 ? "0" : String.valueOf(number);
        }
        BigDecimal exact = new BigDecimal(String.valueOf(number)).stripTrailingZeros();
        double size = Math.abs(number);
        return size >= SMALLEST_IN_FULL && size < LARGEST_IN_FULL ? exact.toPlainString()
                : String.valueOf(number).toLowerCase(Locale.ROOT).replace(".0e", "e");
    }

    /** A number as people write it: 0.001, 0.00001 and 1e20, not 1.0E-5. */
    public static String shortest(double number) {
        return PlainNumber.of(number);
    }

    private static String quoted(String text) {
        return text.isBlank() ? "blank" : "\"" + text.strip() + "\"";
    }

    /**
     * A rounded number with fewer decimals than its format has, where it would have more letters; from ten million on it has a power of ten
     * anyway.
     */
    static String within(int letters, String format, double number) {
        String text = RoundedText.of(format, number);
        int decimals = format.matches("%\\.\\df") && Math.abs(number) < MOST_DIGITS ? format.charAt(2) - '0' : 0;
        while (text.length() > letters && decimals > 0) {
            decimals--;
            text = RoundedText.of("%." + decimals + "f", number);
        }
        return text;
    }
}
