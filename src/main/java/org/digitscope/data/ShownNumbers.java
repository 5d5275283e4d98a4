package org.digitscope.data;

import java.util.regex.Pattern;

/**
 * Numbers as windows and pictures show them: with the sign for minus, but not before a zero, and powers of ten as 1.5e−5. Files and
 * terminals keep ASCII.
 */
public final class ShownNumbers {

    public static final char MINUS = '−';

    /** As Java and C write it: 1.0E-5, 1.5e+08. */
    private static final Pattern POWER = Pattern.compile("(?<=\\d)(\\.0(?=E))?[eE]\\+?(-?)0*(\\d+)");
    /** Not between letters or digits, as in "x-1" and "3-7", where it is a hyphen or a dash. */
    private static final Pattern NEGATIVE_ZERO = Pattern.compile("(?<![\\p{L}\\d.)])[-−](?=0(\\.0*)?(?![\\d.e]))");
    private static final Pattern NEGATIVE = Pattern.compile("(?<![\\p{L}\\d.)])-(?=[\\d.]|Infinity)");

    private ShownNumbers() {
    }

    /** A text with all numbers in it written so. */
    public static String in(String text) {
        String powers = POWER.matcher(text).replaceAll(power -> "e" + power.group(2).replace('-', MINUS) + power.group(3));
        return NEGATIVE.matcher(NEGATIVE_ZERO.matcher(powers).replaceAll("")).replaceAll(String.valueOf(MINUS));
    }

    /** A number that stands behind an operator: in brackets where it has a sign. */
    public static String operand(float number) {
        return bracketed(number, String.valueOf(number));
    }

    /** The same in double. */
    public static String operand(double number) {
        return bracketed(number, String.valueOf(number));
    }

    private static String bracketed(double number, String text) {
        return number < 0 ? "(" + text + ")" : number == 0 ? "0.0" : text;
    }

    /** The same in ASCII again, to be read as a number. */
    public static String ascii(String shown) {
        return shown.replace(MINUS, '-');
    }
}
