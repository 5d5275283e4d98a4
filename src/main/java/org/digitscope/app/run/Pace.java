package org.digitscope.app.run;

import java.util.Locale;

/** The speed of a training in batches a second, as a slider from 0 to 5 sets it: one batch a second … full speed. */
public final class Pace {

    /** As fast as the machine can. */
    public static final double FULL = Double.POSITIVE_INFINITY;

    private static final double SLIDER_END = 5;
    private static final double DECADES = 3.5;

    private Pace() {
    }

    /** Equal ways on the slider are equal factors of speed; its end is full speed. */
    public static double ofSlider(double value) {
        return value >= SLIDER_END ? FULL : Math.pow(10, DECADES * value / SLIDER_END);
    }

    public static String text(double pace) {
        if (pace == FULL) {
            return "full speed";
        }
        long batches = Math.round(pace);
        return String.format(Locale.ROOT, "%,d batch%s a second", batches, batches == 1 ? "" : "es");
    }
}
