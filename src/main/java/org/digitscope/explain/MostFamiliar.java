package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.Sheet;

/**
 * Decides which of a picture's colours is ink where the picture doesn't tell: the reading that is most like the training digits, by the
 * relative distance of {@link Familiarity}.
 */
public final class MostFamiliar {

    /**
     * A picture as it is, though not framed as MNIST's, must be nearer by this: what an unnecessary fit costs is little, and pictures that
     * no fit of lines suits, such as clothes, are nearer by far.
     */
    private static final double MUCH_NEARER = 0.7;
    private static final MnistFit FIT = new MnistFit(FitStage.all());

    private MostFamiliar() {
    }

    /**
     * The most familiar of the readings, see {@link Backdrop#readings}; of equal ones the first. One that shows no ink is the last choice.
     *
     * @param readings at least one
     * @param training what to be like; it is searched only where there is a choice
     */
    public static Backdrop of(List<Backdrop> readings, Dataset training) {
        return readings.size() == 1 ? readings.get(0) : of(readings, NearestDigits.of(training));
    }

    /** The same where several pictures are asked about. */
    static Backdrop of(List<Backdrop> readings, NearestDigits training) {
        Backdrop best = readings.get(0);
        double least = Double.POSITIVE_INFINITY;
        double ink = training.lowerQuartileOfInk();
        for (Backdrop reading : readings) {
            Optional<FittedDigit> digit = Sheet.of(reading).fit(FIT);
            if (digit.isPresent()) {
                byte[] pixels = digit.get().main();
                double distance = Familiarity.distance(pixels, training.to(pixels, Familiarity.NEIGHBOURS), ink)
                        / (reading.isFramed() ? MUCH_NEARER : 1);
                if (distance < least) {
                    least = distance;
                    best = reading;
                }
            }
        }
        return best;
    }
}
