package org.digitscope.plot;

/** How wide a text is. */
@FunctionalInterface
public interface TextWidth {

    /** Bold letters are wider by about as much. */
    double BOLD = 1.15;

    /**
     * Widths of a typeface that nobody has measured: those of DejaVu Sans and Verdana, rounded up, which are the widest of those that
     * systems show as "sans-serif". A picture with text, such as SVG, is drawn elsewhere in a typeface that isn't known here.
     */
    TextWidth WIDEST = (text, size, bold) -> size * (bold ? BOLD : 1) * text.chars().mapToDouble(letter -> {
        if (".,:;'|!()[]ijlft /".indexOf(letter) >= 0) {
            return 0.46;
        } else if ("mwMW%@".indexOf(letter) >= 0) {
            return 1.08;
        }
        return Character.isUpperCase(letter) || letter > '~' ? 0.84 : 0.65;
    }).sum();

    /**
     * The width in pixels.
     *
     * @param size of letters, in pixels
     */
    double of(String text, double size, boolean bold);
}
