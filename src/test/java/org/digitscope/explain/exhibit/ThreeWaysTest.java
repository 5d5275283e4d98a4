package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.exhibit.ThreeWays.Point;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

class ThreeWaysTest {

    private static final Dataset TRAINING = Examples.pictures(200, 1);
    private static final Dataset VALIDATION = Examples.pictures(50, 2);
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(2).withBatchSize(20).withArchitecture(Architecture.relu(8));

    @Test
    void eachPointIsWhatARunHasReachedThere() {
        List<Point> points = measured(5).points();
        assertEquals(10, points.size());
        Trainer trainer = new Trainer(TRAINING, VALIDATION, SETTINGS);
        for (int i = 0; i < points.size(); i++) {
            int target = 2 * (i + 1);
            trainer.run(() -> trainer.step() == target, snapshot -> { });
            assertEquals(target / 10.0, points.get(i).epochs());
            assertEquals(trainer.snapshot().accuracy(), points.get(i).running());
            assertEquals(Evaluation.of(trainer.checkpoint().parameters(), TRAINING).accuracy(), points.get(i).training());
            assertEquals(Evaluation.of(trainer.checkpoint().parameters(), VALIDATION).accuracy(), points.get(i).validation());
        }
        assertEquals(trainer.snapshot().curve().epochs().get(1).accuracy(), points.get(9).running(), 1e-6, "at its end, the epoch's training accuracy");
    }

    @Test
    void thereIsNoMoreThanOnePointAStep() {
        assertEquals(20, measured(1000).points().size());
    }

    @Test
    void itEndsWhenItIsStopped() {
        List<ThreeWays> seen = new ArrayList<>();
        ThreeWays.measure(TRAINING, VALIDATION, SETTINGS, 5, () -> seen.size() == 3, seen::add);
        assertEquals(3, seen.size());
    }

    private static ThreeWays measured(int pointsOfEpoch) {
        List<ThreeWays> seen = new ArrayList<>();
        ThreeWays.measure(TRAINING, VALIDATION, SETTINGS, pointsOfEpoch, () -> false, seen::add);
        return seen.get(seen.size() - 1);
    }
}
