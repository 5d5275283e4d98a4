package org.digitscope.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How NumPy writes float32 numbers that stand together: with the fewest digits that tell each from its neighbours, at
 * most eight after the point, aligned at the point; in scientific notation when they differ too much in size. The
 * limits are those of NumPy 2.3 and later; earlier ones change to scientific notation at 10⁸ only.
 */
final class NumpyFloatFormat {

    private static final int PRECISION = 8;
    private static final int MOST_DIGITS = 9;
    private static final float LARGEST = 1e6f;
    private static final float SMALLEST = 1e-4f;
    private static final float LARGEST_RATIO = 1000;

    private final boolean scientific;
    private int digitsLeft;
    private int digitsRight;

    /** @param values all the numbers that will stand together; finite */
    NumpyFloatFormat(List<Float> values) {
        scientific = needsScientific(values);
        for (float value : values) {
            String text = scientific ? mantissa(shortest(value)) : fixed(value);
            int point = text.indexOf('.');
            digitsLeft = Math.max(digitsLeft, sign(value).length() + point);
            digitsRight = Math.max(digitsRight, text.length() - point - 1);
        }
    }

    String format(float value) {
        if (scientific) {
            return alignLeft(sign(value) + scientific(value));
        }
        String text = alignLeft(sign(value) + fixed(value));
        return text + " ".repeat(digitsLeft + 1 + digitsRight - text.length());
    }

    private String alignLeft(String text) {
        return " ".repeat(digitsLeft - text.indexOf('.')) + text;
    }

    private static boolean needsScientific(List<Float> values) {
        float largest = 0;
        float smallest = Float.POSITIVE_INFINITY;
        for (float value : values) {
            if (value != 0) {
                largest = Math.max(largest, Math.abs(value));
                smallest = Math.min(smallest, Math.abs(value));
            }
        }
        return largest >= LARGEST || smallest < SMALLEST || largest / smallest > LARGEST_RATIO;
    }

    private static String sign(float value) {
        return Float.floatToRawIntBits(value) < 0 ? "-" : "";
    }

    /** Without its sign: the digits before the point, the point, the digits after it up to the last non-zero one. */
    private static String fixed(float value) {
        BigDecimal decimal = shortest(value);
        if (decimal.scale() > PRECISION) {
            decimal = exact(value).setScale(PRECISION, RoundingMode.HALF_EVEN);
        }
        String text = decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        return text.contains(".") ? text : text + ".";
    }

    private static String mantissa(BigDecimal decimal) {
        String digits = decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().unscaledValue().toString();
        return digits.charAt(0) + "." + digits.substring(1);
    }

    /** Without its sign: a digit, the point, as many digits as all others have, and the power of ten. */
    private String scientific(float value) {
        BigDecimal decimal = shortest(value);
        if (decimal.precision() < digitsRight + 1) {
            decimal = exact(value).round(new MathContext(digitsRight + 1, RoundingMode.HALF_EVEN));
        }
        String mantissa = mantissa(decimal);
        int exponent = decimal.signum() == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
        String size = exponent <= -10 || exponent >= 10 ? "" : "0";
        return mantissa + "0".repeat(digitsRight + 2 - mantissa.length())
                + (exponent < 0 ? "e-" : "e+") + size + Math.abs(exponent);
    }

    private static BigDecimal exact(float value) {
        return new BigDecimal(Math.abs(value));
    }

    /** The shortest decimal that reads as this float; Java's own is sometimes longer before JDK 19. */
    private static BigDecimal shortest(float value) {
        BigDecimal exact = exact(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            // above a power of two the next float is twice as far as below, so the farther decimal may be the one
            for (RoundingMode rounding : List.of(RoundingMode.HALF_EVEN, RoundingMode.CEILING)) {
                BigDecimal decimal = exact.round(new MathContext(digits, rounding));
                if (decimal.floatValue() == Math.abs(value)) {
                    return decimal;
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
