package org.digitscope.drawing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is done to a drawing so that it looks like a digit of MNIST, in this order. Each can be left out, to see what it is
 * worth. The numbers were chosen on pen strokes of 30 people, by what holds for both halves of the writers.
 */
public enum FitStage {
    BAR("leave out the bar of a 7", "A short level stroke that crosses the one before it, as many people write a 7: "
            + "almost no 7 of MNIST has it."),
    SLANT("straighten", "Takes out 40 % of what the digit leans more than MNIST's network reads best."),
    SIZE("fit the size", "Crops the drawing and brings its longer side to 19 of the 28 pixels; else the whole pad is shrunk."),
    PEN("redraw the pen", "Draws the same lines with a pen of 1.8 pixels; else the pen shrinks with the drawing."),
    CENTRE("centre the mass", "Moves the centre of the ink to pixel 14, where MNIST has it; else the middle of the box."),
    AVERAGE("nine fits", "Also asks for the digit made narrower and wider by half, and for all three turned by 9° to either side, and "
            + "averages the answers.");

    private final String label;
    private final String reason;

    FitStage(String label, String reason) {
        this.label = label;
        this.reason = reason;
    }

    /** All of them: the best that is known. */
    public static Set<FitStage> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(FitStage.class));
    }

    /** A few words. */
    public String label() {
        return label;
    }

    /** One or two sentences: what it does, and what happens without it. */
    public String reason() {
        return reason;
    }
}
