package org.digitscope.data;

/** What may be shown of a text that comes from a file, whatever bytes it was made of. */
public final class Printable {

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {
    }

    /** The text on one line, with a question mark for everything that has no letter or sign of its own. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> shown.appendCodePoint(isPrintable(letter) ? letter : '?'));
        return shown.toString();
    }

    private static boolean isPrintable(int letter) {
        return letter != REPLACEMENT && switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
