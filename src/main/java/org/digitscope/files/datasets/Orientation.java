package org.digitscope.files.datasets;

import org.digitscope.data.Dataset;

/**
 * Notices digits whose rows and columns are exchanged: the mean picture of each digit is compared with the one of digits that are
 * known to be upright, as it is and turned, by Pearson's correlation over the 784 pixels.
 */
final class Orientation {

    /** Of fewer pictures nothing can be said. */
    static final int FEWEST = 100;
    private static final int PICTURES = 5000;
    /** The mean correlation over the ten digits that turned pictures must have. */
    private static final double ALIKE = 0.6;
    private static final double CLEARLY_MORE = 0.1;

    private Orientation() {
    }

    static boolean isTransposed(Dataset data, Dataset upright) {
        double[][] known = means(upright);
        double straight = likeness(means(data), known);
        double turned = likeness(means(data.head(Math.min(PICTURES, data.size())).transposed()), known);
        return turned > ALIKE && turned > straight + CLEARLY_MORE;
    }

    /** The mean picture of each digit; null for a digit that doesn't occur. */
    private static double[][] means(Dataset data) {
        double[][] sums = new double[Dataset.CLASSES][];
        for (int picture = 0; picture < Math.min(PICTURES, data.size()); picture++) {
            int digit = data.label(picture);
            sums[digit] = sums[digit] == null ? new double[Dataset.PIXELS] : sums[digit];
            byte[] pixels = data.image(picture);
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                sums[digit][pixel] += pixels[pixel] & 0xFF;
            }
        }
        return sums;
    }

    private static double likeness(double[][] some, double[][] known) {
        double sum = 0;
        int digits = 0;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            if (some[digit] != null && known[digit] != null) {
                sum += correlation(some[digit], known[digit]);
                digits++;
            }
        }
        return digits == 0 ? 0 : sum / digits;
    }

    /** A sum of pictures correlates as their mean does. */
    private static double correlation(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
