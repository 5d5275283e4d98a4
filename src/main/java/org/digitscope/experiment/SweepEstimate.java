package org.digitscope.experiment;

import java.lang.management.ManagementFactory;
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
    /** Seconds that a kind is tried for at least: a sweep of many kinds must not wait for its estimate. */
    private static final double TRIED = 0.01;
    /** How often at the most: at first the compiler is at work, and each time is quicker than the one before. */
    private static final int TRIES = 12;
    /** So much quicker than the best so far is worth another try. */
    private static final double QUICKER = 0.9;
    private static final int LEAST_STEPS = 20;

    private SweepEstimate() {
    }

    /** Seconds that the runs take one after the other, on one thread. */
    public static double seconds(List<Trial> trials, DigitSets digits) {
        Map<Hyperparameters, Double> kinds = new HashMap<>();
        return trials.stream().mapToDouble(trial -> kinds.computeIfAbsent(trial.settings().withSeed(0), kind -> ofRun(kind, digits))).sum();
    }

    private static double ofRun(Hyperparameters settings, DigitSets digits) {
        Trainer trainer = new Trainer(digits.training(), digits.validation(), settings, new Recording(0));
        double step = Double.POSITIVE_INFINITY;
        double last = perStep(trainer);
        for (int tries = 1; tries < TRIES && last < QUICKER * step; tries++) {
            step = last;
            last = Math.min(step, perStep(trainer));
        }
        step = Math.min(step, last);
        double start = cpuSeconds();
        Evaluation.of(trainer.snapshot().parameters(), digits.validation());
        return settings.epochs() * (trainer.stepsPerEpoch() * step + cpuSeconds() - start);
    }

    /** Trains for a moment; a run that is over before, or diverges, is as quick as it was. */
    private static double perStep(Trainer trainer) {
        int first = trainer.step();
        double start = cpuSeconds();
        trainer.run(() -> trainer.step() - first >= LEAST_STEPS && cpuSeconds() - start >= TRIED, snapshot -> { });
        return (cpuSeconds() - start) / Math.max(1, trainer.step() - first);
    }

    /** What this thread has used: other work on the machine doesn't count. */
    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * NANOS;
    }
}
