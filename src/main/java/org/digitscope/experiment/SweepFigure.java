package org.digitscope.experiment;

import org.digitscope.training.LearningCurve.Epoch;

/** A figure by which the runs of a sweep are compared. */
public enum SweepFigure {

    ACCURACY("validation accuracy (%)", "%.2f"),
    BEST_ACCURACY("best validation accuracy (%)", "%.2f"),
    LOSS("validation loss (nats)", "%.4f"),
    TRAINING_ACCURACY("training accuracy (%)", "%.2f");

    private static final double PERCENT = 100;

    private final String title;
    private final String format;

    SweepFigure(String title, String format) {
        this.title = title;
        this.format = format;
    }

    /** With the unit. */
    public String title() {
        return title;
    }

    /** As for {@link String#format}, of a double. */
    public String format() {
        return format;
    }

    /** Of the network that a run gave, or of its best epoch, in the unit of the title; NaN where none was finished. */
    public double of(RunResult run) {
        if (run.resultEpoch().isEmpty()) {
            return Double.NaN;
        }
        Epoch last = run.resultEpoch().get();
        return switch (this) {
            case ACCURACY -> PERCENT * last.validationAccuracy();
            case BEST_ACCURACY -> PERCENT * run.epochs().get(run.bestEpoch() - 1).validationAccuracy();
            case LOSS -> last.validationLoss();
            case TRAINING_ACCURACY -> PERCENT * last.accuracy();
        };
    }
}
