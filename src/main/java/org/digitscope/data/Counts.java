package org.digitscope.data;

import java.util.Locale;

/** How many of something, as sentences say it: "1 picture", "2,000 pictures". */
public final class Counts {

    private Counts() {
    }

    /** @param noun in the singular; its plural ends with s */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** The number with what follows it, which depends on whether it is 1. */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : many);
    }
}
