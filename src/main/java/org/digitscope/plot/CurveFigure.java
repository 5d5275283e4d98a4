package org.digitscope.plot;

import java.util.function.ToDoubleFunction;
import org.digitscope.training.LearningCurve.Epoch;

/** What learning curves show, in the units of its axis. */
enum CurveFigure {

    /** Mean cross-entropy. */
    LOSS("Loss", "loss (nats)", 1, CurveDecimator::loss, Epoch::loss, Epoch::validationLoss),
    /** Share of pictures answered rightly. */
    ACCURACY("Accuracy", "accuracy (%)", 100, CurveDecimator::accuracy, Epoch::accuracy, Epoch::validationAccuracy);

    /** Room between the lines and the ends of an axis, so that they don't lie on the frame; below, where an axis begins at 0, none. */
    private static final double LOG_MARGIN = 0.1;
    private static final double LOSS_MARGIN = 0.05;
    private static final double ACCURACY_MARGIN = 0.1;
    private static final double PERCENT = 100;
    /** Where everything is answered rightly, the axis still has some extent. */
    private static final double HIGHEST_BOTTOM = 99;

    private final String title;
    private final String axisTitle;
    private final double factor;
    private final Reduction batches;
    private final ToDoubleFunction<Epoch> training;
    private final ToDoubleFunction<Epoch> validation;

    /** Reduces the points [from, to) of a run to at most so many buckets. */
    private interface Reduction {
        Buckets of(CurveDecimator curve, int from, int to, int most);
    }

    CurveFigure(String title, String axisTitle, double factor, Reduction batches, ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        this.title = title;
        this.axisTitle = axisTitle;
        this.factor = factor;
        this.batches = batches;
        this.training = training;
        this.validation = validation;
    }

    String title() {
        return title;
    }

    /** With the unit. */
    String axisTitle() {
        return axisTitle;
    }

    /** The batches of the points [from, to), in at most {@code most} buckets; not yet in units of the axis. */
    Buckets batches(CurveDecimator curve, int from, int to, int most) {
        return batches.of(curve, from, to, most);
    }

    /** Values of batches in units of the axis. */
    double[] scaled(double[] values) {
        double[] product = new double[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = factor * values[i];
        }
        return product;
    }

    double training(Epoch epoch) {
        return factor * training.applyAsDouble(epoch);
    }

    double validation(Epoch epoch) {
        return factor * validation.applyAsDouble(epoch);
    }

    /** The axis that holds these values: from 0 on for losses unless it is logarithmic, up to 100 % for accuracies. */
    Scale axis(Range range, boolean logarithmic) {
        if (this == ACCURACY) {
            double lowest = range.lowest();
            double bottom = Double.isFinite(lowest) ? Math.max(0, lowest - ACCURACY_MARGIN * (PERCENT - lowest)) : 0;
            return new Scale.Linear(Math.min(bottom, HIGHEST_BOTTOM), PERCENT);
        }
        return logarithmic ? new Scale.Log(range.lowest() * (1 - LOG_MARGIN), range.highest() * (1 + LOG_MARGIN))
                : new Scale.Linear(0, range.highest() * (1 + LOSS_MARGIN));
    }
}
