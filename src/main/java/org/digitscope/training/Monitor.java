package org.digitscope.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A figure of the epochs that tells which of them is the best, by the name that it has in Keras. */
public enum Monitor {
    /** Smaller is better. */
    VAL_LOSS("val_loss", LearningCurve.Epoch::validationLoss) {
        @Override
        boolean isImprovement(double value, double best) {
            return value < best;
        }
    },
    /** Larger is better. */
    VAL_ACCURACY("val_accuracy", LearningCurve.Epoch::validationAccuracy) {
        @Override
        boolean isImprovement(double value, double best) {
            return value > best;
        }
    };

    private final String label;
    private final ToDoubleFunction<LearningCurve.Epoch> figure;

    Monitor(String label, ToDoubleFunction<LearningCurve.Epoch> figure) {
        this.label = label;
        this.figure = figure;
    }

    /** Its name for people and files. */
    public String label() {
        return label;
    }

    public static Optional<Monitor> ofLabel(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equalsIgnoreCase(label.strip())).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(Monitor::label).collect(Collectors.joining(", "));
    }

    /** The best epoch, of equal ones the first: from 1 on, 0 where there is none. */
    int bestEpoch(List<LearningCurve.Epoch> epochs) {
        int best = 0;
        for (int number = 1; number <= epochs.size(); number++) {
            if (best == 0 || isImprovement(of(epochs, number), of(epochs, best))) {
                best = number;
            }
        }
        return best;
    }

    abstract boolean isImprovement(double value, double best);

    private double of(List<LearningCurve.Epoch> epochs, int number) {
        return figure.applyAsDouble(epochs.get(number - 1));
    }

    @Override
    public String toString() {
        return label;
    }
}
