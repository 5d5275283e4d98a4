package org.digitscope.data;

import java.util.regex.Pattern;

/** Numbers as windows and pictures show them: with the sign for minus, and powers of ten as 1.5e−5. Files and terminals keep ASCII. */
public final class ShownNumbers {

    public static final char MINUS = '−';

    /** As Java and C write it: 1.0E-5, 1.5e+08. */
    private static final Pattern POWER = Pattern.compile("(?<=\\d)(\\.0(?=E))?[eE]\\+?(-?)0*(\\d+)");
    /** Not between letters or digits, as in "x-1" and "3-7", where it is a hyphen or a dash. */
    private static final Pattern NEGATIVE = Pattern.compile("(?<![\\p{L}\\d.)])-(?=[\\d.]|Infinity)");

    private ShownNumbers() {
    }

    /** A text with all numbers in it written so. */
    public static String in(String text) {
        String powers = POWER.matcher(text).replaceAll(power -> "e" + power.group(2).replace('-', MINUS) + power.group(3));
        return NEGATIVE.matcher(powers).replaceAll(String.valueOf(MINUS));
    }

    /** The same in ASCII again, to be read as a number. */
    public static String ascii(String shown) {
        return shown.replace(MINUS, '-');
    }
}
