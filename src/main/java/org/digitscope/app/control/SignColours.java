package org.digitscope.app.control;

import javafx.scene.paint.Color;
import org.digitscope.plot.ColorMap;

/** One colour for what adds and one for what takes away, those of the signed map, seen on light and on dark ground. */
final class SignColours {

    /** Where in the map both are at least three times as light or dark as either ground. */
    private static final double DEPTH = 0.62;
    private static final int RGB = 0xFFFFFF;
    /** Neither: a grey of the same depth. */
    private static final int NOTHING = 0x8C959F;

    private SignColours() {
    }

    /** 0xRRGGBB. */
    static int rgb(double value) {
        return value == 0 ? NOTHING : ColorMap.SIGNED.argb(Math.copySign(DEPTH, value), 1) & RGB;
    }

    static Color of(double value) {
        int rgb = rgb(value);
        return Color.rgb(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
