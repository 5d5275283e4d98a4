package org.digitscope.explain.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;

/** Accuracy measured in three ways while a network learns. Immutable; it grows by making a longer one. */
public record ThreeWays(List<Point> points) {

    public static final ThreeWays NONE = new ThreeWays(List.of());

    /**
     * Accuracies after some step, each from 0 to 1.
     *
     * @param epochs how far the training is, in epochs
     * @param running of the epoch's pictures so far, each asked just before it was learnt from: what is shown as training accuracy
     * @param training of all training pictures, asked now
     * @param validation of all validation pictures, asked now
     */
    public record Point(double epochs, double running, double training, double validation) {
    }

    public ThreeWays {
        points = List.copyOf(points);
    }

    /**
     * Trains, and measures at equal distances.
     *
     * @param pointsOfEpoch how often in an epoch, at most once a step
     * @param stop asked before each step
     * @param sink gets all that was measured so far, after each measurement
     */
    public static void measure(Dataset training, Dataset validation, Hyperparameters settings, int pointsOfEpoch, BooleanSupplier stop,
            Consumer<ThreeWays> sink) {
        Trainer trainer = new Trainer(training, validation, settings);
        int steps = trainer.stepsPerEpoch();
        int wanted = Math.min(pointsOfEpoch, steps);
        ThreeWays measured = NONE;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            for (int i = 1; i <= wanted && !stop.getAsBoolean(); i++) {
                int target = epoch * steps + i * steps / wanted;
                trainer.run(() -> trainer.step() >= target || stop.getAsBoolean(), snapshot -> { });
                Parameters now = trainer.checkpoint().parameters();
                measured = measured.with(new Point((double) trainer.step() / steps, trainer.snapshot().accuracy(),
                        Evaluation.of(now, trainer.training()).accuracy(), Evaluation.of(now, validation).accuracy()));
                sink.accept(measured);
            }
        }
    }

    private ThreeWays with(Point point) {
        List<Point> longer = new ArrayList<>(points);
        longer.add(point);
        return new ThreeWays(longer);
    }
}
