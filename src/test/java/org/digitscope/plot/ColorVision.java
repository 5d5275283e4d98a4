package org.digitscope.plot;

/**
 * What colours look like to people, to judge maps and palettes by. Luminance and contrast by WCAG 2.2; colour blindness
 * at severity 1 by Machado, Oliveira and Fernandes 2009, whose matrices apply to linear sRGB.
 */
enum ColorVision {
    NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    PROTANOPIA(new double[][] {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}),
    DEUTERANOPIA(new double[][] {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}),
    TRITANOPIA(new double[][] {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}});

    private final double[][] matrix;

    ColorVision(double[][] matrix) {
        this.matrix = matrix;
    }

    static int rgb(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    /** Relative luminance, 0 to 1. */
    static double luminance(int rgb) {
        double[] linear = linear(rgb);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /** 1 to 21. */
    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** CIE76 difference as this vision sees it; about 2.3 is just noticeable. */
    double difference(int one, int other) {
        CieLab a = CieLab.of(seen(one));
        CieLab b = CieLab.of(seen(other));
        return Math.sqrt(Math.pow(a.l() - b.l(), 2) + Math.pow(a.a() - b.a(), 2) + Math.pow(a.b() - b.b(), 2));
    }

    private int seen(int rgb) {
        double[] from = linear(rgb);
        int seen = 0;
        for (double[] row : matrix) {
            double value = Math.max(0, Math.min(1, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]));
            double encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
            seen = seen << 8 | (int) Math.round(255 * encoded);
        }
        return seen;
    }

    private static double[] linear(int rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = (rgb >> 16 - 8 * i & 0xFF) / 255.0;
            linear[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return linear;
    }
}
