package org.digitscope.plot;

/**
 * A text in its place.
 *
 * @param box that it was measured to need
 * @param anchor what keeps its column should its letters be narrower or wider than measured
 */
public record PlacedText(String text, Box box, Anchor anchor) {

    /** A point of a text: its start, its middle or its end. */
    public enum Anchor {
        START, MIDDLE, END
    }

    /** The column of the anchor. */
    public double x() {
        return box.x() + box.width() * anchor.ordinal() / 2;
    }

    /** The row of its middle. */
    public double middle() {
        return box.y() + box.height() / 2;
    }
}
