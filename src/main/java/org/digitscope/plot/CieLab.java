package org.digitscope.plot;

/**
 * A colour in CIELAB for the white D65, where equal distances look about equally large and L* depends on nothing but
 * the luminance. sRGB by IEC 61966-2-1, CIELAB by CIE 15.
 *
 * @param l lightness L*, from 0 (black) to 100 (white)
 * @param a from green (negative) to red
 * @param b from blue (negative) to yellow
 */
record CieLab(double l, double a, double b) {

    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    /** Below this the cube root is replaced by a straight line. */
    private static final double KNEE = 6.0 / 29;

    /** @param rgb 0xRRGGBB */
    static CieLab of(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new CieLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** The nearest 0xRRGGBB; what a screen can't show is cut off. */
    int rgb() {
        double root = (l + 16) / 116;
        double x = WHITE_X * cube(root + a / 500);
        double y = cube(root);
        double z = WHITE_Z * cube(root - b / 200);
        return encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z) << 16
                | encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z) << 8
                | encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    }

    /** The colour at {@code share} of the way to another. */
    CieLab mixed(CieLab other, double share) {
        return new CieLab(l + (other.l - l) * share, a + (other.a - a) * share, b + (other.b - b) * share);
    }

    private static double linear(int encoded) {
        double value = encoded / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    private static double root(double t) {
        return t > KNEE * KNEE * KNEE ? Math.cbrt(t) : t / (3 * KNEE * KNEE) + 4.0 / 29;
    }

    private static double cube(double root) {
        return root > KNEE ? root * root * root : 3 * KNEE * KNEE * (root - 4.0 / 29);
    }
}
