package org.digitscope.plot;

/**
 * The colour of one of many runs. There are {@link #COUNT} that all kinds of colour vision tell apart; after those they repeat.
 *
 * @param number any whole number; {@code number} and {@code number + COUNT} look the same
 */
public record RunColour(int number) implements SeriesColour {

    /** How many differ. */
    public static final int COUNT = 8;
}
