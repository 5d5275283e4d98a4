package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {

    private final RunStatistics statistics = new RunStatistics();

    @Test
    void speedIsThatOfTheLastSeconds() {
        statistics.add(at(0, 0));
        assertEquals("", text(at(0, 0)));
        for (int second = 1; second <= 10; second++) {
            statistics.add(at(second * 1875, second));
        }
        assertEquals(1875, statistics.stepsPerSecond(), 1e-9);
        assertEquals("1.00 s/epoch · 60,000 digits/s · 10 s left", text(at(18_750, 10)));
        for (int second = 11; second <= 13; second++) {
            statistics.add(at(18_750 + (second - 10) * 100, second));
        }
        assertEquals(100, statistics.stepsPerSecond(), 1e-9);
    }

    @Test
    void aSingleStepSaysNothingAboutTheTimeThatIsLeft() {
        statistics.add(at(0, 0));
        statistics.add(at(1, 0.3));
        assertEquals("", text(at(1, 0.3)));
        for (int step = 2; step <= 20; step++) {
            statistics.add(at(step, 0.3 + step * 0.001));
        }
        assertEquals("", text(at(20, 0.32)), "too short to tell");
        statistics.add(at(1875, 1.25));
        assertTrue(text(at(1875, 1.25)).endsWith(" · 24 s left"), text(at(1875, 1.25)));
    }

    @Test
    void whatIsLeftIsToldAtThePresentPaceAndNotInAPause() {
        statistics.add(at(0, 0));
        statistics.add(at(1875, 1));
        assertEquals("187.50 s/epoch · 320 digits/s · 59:23 min left", statistics.texts(at(1875, 1), 10, true).get(0));
        assertEquals("1.00 s/epoch · 60,000 digits/s", statistics.texts(at(1875, 1), Pace.FULL, false).get(0));
    }

    @Test
    void whereThereIsLittleRoomTheTimeThatIsLeftIsToldLongest() {
        statistics.add(at(0, 0));
        statistics.add(at(1875, 1));
        assertEquals(List.of("1.00 s/epoch · 60,000 digits/s · 19 s left", "1.00 s/epoch · 19 s left", "19 s left"),
                statistics.texts(at(1875, 1), Pace.FULL, true));
    }

    @Test
    void goingBackBeginsANewMeasurement() {
        statistics.add(at(0, 0));
        statistics.add(at(1000, 1));
        statistics.add(at(0, 0));
        assertTrue(Double.isNaN(statistics.stepsPerSecond()));
    }

    @Test
    void aSessionThatWasOpenedHasNoSpeedYet() {
        statistics.add(at(0, 0));
        statistics.add(at(37_500, 0));
        assertEquals("", text(at(37_500, 0)));
    }

    @Test
    void durationsAreReadable() {
        assertEquals("5 s", RunStatistics.duration(5.2));
        assertEquals("1:05 min", RunStatistics.duration(65));
        assertEquals("2:03 h", RunStatistics.duration(7380));
    }

    private String text(Snapshot snapshot) {
        return statistics.texts(snapshot, Pace.FULL, true).stream().findFirst().orElse("");
    }

    private static Snapshot at(int step, double seconds) {
        return new Snapshot(Hyperparameters.NOTEBOOK, step, 1875, 0, 0, 0.001, seconds, LearningCurve.EMPTY, Parameters.zeros(Architecture.relu(20)));
    }
}
