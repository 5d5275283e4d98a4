package org.digitscope.data;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares from 0 to 1 as people write them, the same in every language. */
public final class ShareText {

    private static final Pattern SHARE = Pattern.compile("(-?(?:\\d+[.,]?\\d*|[.,]\\d+))\\s*(%?)");
    private static final int PERCENT_DIGITS = 2;

    private ShareText() {
    }

    /**
     * Reads "0.2", "0,2" or "20 %".
     *
     * @param setting what the sentence of an exception begins with
     * @throws IllegalArgumentException for anything else, with a sentence
     */
    public static double parse(String setting, String text) {
        Matcher share = SHARE.matcher(text.strip());
        if (!share.matches()) {
            throw new IllegalArgumentException(setting + " must be a share such as 0.2 or 20 %, not \"" + text + "\"");
        }
        BigDecimal number = new BigDecimal(share.group(1).replace(',', '.'));
        return number.movePointLeft(share.group(2).isEmpty() ? 0 : PERCENT_DIGITS).doubleValue();
    }

    /** In percent, as {@link #parse} reads it. */
    public static String of(double share) {
        return BigDecimal.valueOf(share).movePointRight(PERCENT_DIGITS).stripTrailingZeros().toPlainString() + " %";
    }

    /** @throws IllegalArgumentException unless it is from 0 to 1, with a sentence that begins with the setting */
    public static void check(String setting, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(setting + " must be a share from 0 to 1, or from 0 % to 100 %, not " + PlainNumber.of(share));
        }
    }
}
