package org.digitscope.plot;

/**
 * Colours for numbers. The same number has the same colour in light and dark mode.
 *
 * <p>A signed map shows zero as nearly white and gets darker to both sides. Its hues are the anchors of a ColorBrewer
 * scheme (Brewer and Harrower, colorbrewer2.org) that all kinds of colour vision can read. Each arm is followed in
 * CIELAB in even steps of lightness, the same on both sides, so that neither sign looks stronger.
 */
public enum ColorMap {

    /** Signed: blue for negative, red for positive. ColorBrewer's RdBu. */
    BLUE_RED(new int[] {0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC, 0x053061},
            new int[] {0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F});

    /** The map of everything that has a sign and is shown as colours: weights, parts, differences. */
    public static final ColorMap SIGNED = BLUE_RED;

    /** What a number that isn't one looks like: a yellow that no map has. */
    public static final int NOT_A_NUMBER = 0xFFF0E442;

    private static final int OPAQUE = 0xFF000000;
    /** Table entries from zero to the limit, without zero. */
    private static final int STEPS = 255;

    private final int[] table;

    ColorMap(int[] negative, int[] positive) {
        CieLab[] down = lab(negative);
        CieLab[] up = lab(positive);
        double lightest = down[0].l();
        double darkest = Math.max(down[down.length - 1].l(), up[up.length - 1].l());
        table = new int[2 * STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double lightness = lightest + (darkest - lightest) * i / STEPS;
            table[STEPS - i] = OPAQUE | atLightness(down, lightness).rgb();
            table[STEPS + i] = OPAQUE | atLightness(up, lightness).rgb();
        }
    }

    /**
     * The colour of a value.
     *
     * @param limit the value, above 0, that gets the strongest colour; larger values get it too
     * @return 0xAARRGGBB, opaque
     */
    public int argb(double value, double limit) {
        if (Double.isNaN(value)) {
            return NOT_A_NUMBER;
        }
        double share = limit > 0 && !Double.isInfinite(value) ? value / limit : Math.signum(value);
        double bounded = Math.max(-1, Math.min(1, share));
        return table[STEPS + (int) Math.rint(STEPS * bounded)];
    }

    private static CieLab[] lab(int[] anchors) {
        CieLab[] lab = new CieLab[anchors.length];
        for (int i = 0; i < lab.length; i++) {
            lab[i] = CieLab.of(anchors[i]);
        }
        return lab;
    }

    /** Where an arm, whose anchors get darker and darker, has this lightness. */
    private static CieLab atLightness(CieLab[] arm, double lightness) {
        int next = 1;
        while (next < arm.length - 1 && arm[next].l() > lightness) {
            next++;
        }
        CieLab from = arm[next - 1];
        return from.mixed(arm[next], (lightness - from.l()) / (arm[next].l() - from.l()));
    }
}
