package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final Parameters PARAMETERS = Parameters.zeros(Architecture.relu(1));

    @Test
    void memoryStaysWithinTheBudgetHoweverLongTheRun() {
        Recording recording = record(40, 200_000, 1000);
        assertTrue(recording.steps().size() <= 40, recording.steps().toString());
        assertTrue(recording.steps().size() >= 15, recording.steps().toString());
    }

    @Test
    void theClassicRunKeepsItsStartAndEveryEpoch() {
        Recording recording = record(351, 37_500, 1875);
        for (int epoch = 0; epoch <= 20; epoch++) {
            assertTrue(recording.steps().contains(epoch * 1875));
        }
        assertTrue(recording.steps().size() > 150);
    }

    @Test
    void aShortRunKeepsEveryStep() {
        assertEquals(351, record(351, 350, 1875).steps().size());
    }

    @Test
    void theEndOfTheBestEpochStaysHoweverLittleIsKeptUntilAnotherIsTheBest() {
        for (int capacity : new int[] {1, 3, 4, 40}) {
            Recording recording = new Recording(checkpoint(0).bytes() * capacity);
            int best = 0;
            for (int step = 0; step <= 9000; step++) {
                if (step == 30 || step == 3700) {
                    best = step;
                    recording.setBest(step);
                }
                if (recording.wants(step, 10)) {
                    recording.add(checkpoint(step), 10);
                }
                assertTrue(recording.steps().contains(best), capacity + " at " + step);
                assertTrue(recording.steps().size() <= Math.max(3, capacity), capacity + " at " + step);
            }
            assertEquals(0, recording.steps().get(0));
            assertFalse(recording.steps().contains(30));
        }
    }

    @Test
    void findsTheStepAtOrBeforeAndForgetsLaterOnes() {
        Recording recording = record(351, 100, 1875);
        assertEquals(57, recording.atOrBefore(57).orElseThrow().step());
        recording.truncate(30);
        assertEquals(30, recording.atOrBefore(57).orElseThrow().step());
        assertEquals(31, recording.steps().size());
    }

    /** Offers each step as a trainer does. */
    private static Recording record(int capacity, int steps, int stepsPerEpoch) {
        Recording recording = new Recording(checkpoint(0).bytes() * capacity);
        for (int step = 0; step <= steps; step++) {
            if (recording.wants(step, stepsPerEpoch)) {
                recording.add(checkpoint(step), stepsPerEpoch);
            }
        }
        return recording;
    }

    private static Checkpoint checkpoint(int step) {
        return new Checkpoint(step, PARAMETERS, List.of(PARAMETERS, PARAMETERS), 0.001, 0, 0);
    }
}
