package org.digitscope.plot;

/** One colour for what adds and one for what takes away, those of the signed map, seen on light and on dark ground. */
public final class SignColours {

    /** Where in the map both are at least three times as light or dark as either ground. */
    private static final double DEPTH = 0.62;
    private static final int RGB = 0xFFFFFF;
    /** Neither: a grey of the same depth. */
    private static final int NOTHING = 0x8C959F;

    private static final String POSITIVE_HEX = String.format("#%06x", rgb(1));
    private static final String NEGATIVE_HEX = String.format("#%06x", rgb(-1));
    private static final String NOTHING_HEX = String.format("#%06x", NOTHING);

    private SignColours() {
    }

    /** 0xRRGGBB. */
    public static int rgb(double value) {
        return value == 0 ? NOTHING : ColorMap.SIGNED.argb(Math.copySign(DEPTH, value), 1) & RGB;
    }

    /** As #rrggbb. */
    public static String hex(double value) {
        return value == 0 ? NOTHING_HEX : Math.copySign(1, value) > 0 ? POSITIVE_HEX : NEGATIVE_HEX;
    }
}
