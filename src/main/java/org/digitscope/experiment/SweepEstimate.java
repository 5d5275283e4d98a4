package org.digitscope.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Recording;
import org.digitscope.training.Trainer;

/** How long a sweep is going to take: each kind of run is tried for a moment, and its steps and epochs are counted up from that. */
public final class SweepEstimate {

    private static final double NANOS = 1e-9;
    /** Seconds that a kind is tried for, first for the compiler and then for the clock: a sweep of many kinds must not wait for its estimate. */
    private static final double TRIED = 0.02;

    private SweepEstimate() {
    }

    /** Seconds that the runs take one after the other, on one thread. */
    public static double seconds(List<Trial> trials, DigitSets digits) {
        Map<Hyperparameters, Double> kinds = new HashMap<>();
        return trials.stream().mapToDouble(trial -> kinds.computeIfAbsent(trial.settings().withSeed(0), kind -> ofRun(kind, digits))).sum();
    }

    private static double ofRun(Hyperparameters settings, DigitSets digits) {
        Trainer trainer = new Trainer(digits.training(), digits.validation(), settings, new Recording(0));
        perStep(trainer);
        double step = perStep(trainer);
        long start = System.nanoTime();
        Evaluation.of(trainer.snapshot().parameters(), digits.validation());
        return settings.epochs() * (trainer.stepsPerEpoch() * step + seconds(start));
    }

    /** Trains for a moment; a run that is over before, or diverges, is as quick as it was. */
    private static double perStep(Trainer trainer) {
        int first = trainer.step();
        long start = System.nanoTime();
        trainer.run(() -> seconds(start) >= TRIED, snapshot -> { });
        return seconds(start) / Math.max(1, trainer.step() - first);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * NANOS;
    }
}
