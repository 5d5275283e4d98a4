package org.digitscope.drawing;

/**
 * Resamples one direction of a picture: each of the new pixels is the average of the old ones it covers, parts of
 * pixels included. Applied to the rows and then to the columns it is the exact area average of the whole picture.
 */
final class AreaAverage {

    /** Halves the interval of the position until it is far below a thousandth of a pixel. */
    private static final int HALVINGS = 20;

    private final int length;
    private final double scale;
    private final double shift;

    /**
     * @param length number of new pixels
     * @param scale old pixels to a new one
     * @param centre where among the new pixels the centre of mass comes to lie, counted from the edge
     * @param mass what decides the centre of mass, a value for each old pixel; its sum is above 0
     */
    AreaAverage(int length, double scale, double centre, double[] mass) {
        this.length = length;
        this.scale = scale;
        shift = findShift(centre, mass);
    }

    /** The {@code length} new values of a line of old ones. */
    double[] apply(double[] line) {
        return average(line, shift);
    }

    /**
     * The new position of the old edge 0. Averaging moves mass within each new pixel to its middle, by up to half a
     * pixel, so it is the result's own centre that is brought to its place: it moves right as the shift grows.
     */
    private double findShift(double centre, double[] mass) {
        double exact = centre - centreOfMass(mass) / scale;
        double low = exact - 1;
        double high = exact + 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (centreOfMass(average(mass, middle)) < centre) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The mean position, counted from the edge, so that the middle of the first value is 0.5. */
    private static double centreOfMass(double[] mass) {
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < mass.length; i++) {
            sum += mass[i];
            moment += mass[i] * (i + 0.5);
        }
        return moment / sum;
    }

    /** New pixel i covers the old positions (i − at) · scale to (i + 1 − at) · scale; outside there is nothing. */
    private double[] average(double[] line, double at) {
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            double from = Math.max(0, (i - at) * scale);
            double to = Math.min(line.length, (i + 1 - at) * scale);
            double sum = 0;
            for (int old = (int) from; old < to; old++) {
                sum += line[old] * (Math.min(to, old + 1) - Math.max(from, old));
            }
            result[i] = sum / scale;
        }
        return result;
    }
}
