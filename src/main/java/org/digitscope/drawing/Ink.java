package org.digitscope.drawing;

/**
 * Tells ink from paper, whichever is the darker one. Ink is what deviates from the paper, towards the side (darker or
 * lighter) that deviates more.
 */
public final class Ink {

    /** Paper alone varies by less; what deviates by more is ink, whatever the paper. */
    static final float LEAST_CONTRAST = 0.1f;
    /** Stored in eight bits, perhaps with loss, a grey value may be two steps off. */
    private static final float ROUNDING = 2 / 255f;

    /** What deviates towards the side of ink. */
    private final float[] ink;
    private final boolean dark;
    private final float strongest;
    private final float strongestOther;

    private Ink(GrayImage brightness) {
        Paper paper = Paper.of(brightness);
        int width = brightness.width();
        ink = new float[brightness.values().length];
        double balance = 0;
        float lightest = 0;
        float darkest = 0;
        for (int i = 0; i < ink.length; i++) {
            ink[i] = brightness.values()[i] - paper.brightness(i / width, i % width);
            lightest = Math.max(lightest, ink[i]);
            darkest = Math.max(darkest, -ink[i]);
            // squares, so that a few strokes outweigh the grain of the paper
            balance += ink[i] * Math.abs(ink[i]);
        }
        dark = balance <= 0;
        strongest = dark ? darkest : lightest;
        strongestOther = dark ? lightest : darkest;
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.max(0, dark ? -ink[i] : ink[i]);
        }
    }

    /**
     * The ink of a picture, scaled so that the strongest is 1; all 0 when nothing stands out from the paper.
     *
     * @param brightness 0 is black, 1 is white
     */
    public static GrayImage of(GrayImage brightness) {
        Ink found = new Ink(brightness);
        float full = found.isClear() ? found.strongest : Float.POSITIVE_INFINITY;
        for (int i = 0; i < found.ink.length; i++) {
            found.ink[i] /= full;
        }
        return new GrayImage(brightness.width(), brightness.height(), found.ink);
    }

    /** Whether the ink of a picture is darker than its paper. */
    static boolean isDark(GrayImage brightness) {
        return new Ink(brightness).dark;
    }

    /** Why a picture shows no ink: the rest of a sentence that begins with its name. */
    static String missing(GrayImage brightness) {
        Ink found = new Ink(brightness);
        boolean isPale = found.strongest > ROUNDING && !found.isClear();
        return isPale ? "has too little contrast to tell ink from paper; expected a digit that is clearly darker or lighter than its paper"
                : "shows no ink; expected a digit, dark on light or light on dark";
    }

    /**
     * Whether ink stands out. Pale ink does where the paper is so even that stretched to full contrast nothing of it is taken for
     * ink: the grain deviates to both sides alike, and a soft shadow lies on most of the paper.
     */
    private boolean isClear() {
        double takenForInk = Bitmap.LOWEST_THRESHOLD * strongest;
        if (strongest >= LEAST_CONTRAST || Math.max(ROUNDING, strongestOther) > takenForInk) {
            return strongest >= LEAST_CONTRAST;
        }
        int paper = 0;
        for (float amount : ink) {
            paper += amount < takenForInk ? 1 : 0;
        }
        return 2 * paper > ink.length;
    }
}
