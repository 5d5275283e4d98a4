package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveRecorderTest {

    @Test
    void earlierViewsStayAsTheyWereWhileTheCurveGrows() {
        CurveRecorder recorder = new CurveRecorder();
        LearningCurve empty = recorder.curve();
        for (int i = 0; i < 10_000; i++) {
            recorder.addStep(i, i / 10_000f);
        }
        LearningCurve early = recorder.curve();
        for (int i = 0; i < 10_000; i++) {
            recorder.addStep(-i, 0);
        }
        assertEquals(0, empty.points());
        assertEquals(10_000, early.points());
        assertEquals(20_000, recorder.curve().points());
        for (int i = 0; i < 10_000; i++) {
            assertEquals(i, early.loss(i));
            assertEquals(i, early.lowestLoss(i));
            assertEquals(i / 10_000f, early.accuracy(i));
        }
    }

    @Test
    void aVeryLongRunIsMergedInPairsAndKeepsItsExtremes() {
        CurveRecorder recorder = new CurveRecorder();
        int steps = 3 * CurveRecorder.CAPACITY;
        for (int i = 0; i < steps; i++) {
            recorder.addStep(i % 4, 0.5f);
        }
        LearningCurve curve = recorder.curve();
        assertEquals(4, curve.stride());
        assertEquals(steps / 4, curve.points());
        assertEquals(steps, curve.step(curve.points() - 1));
        for (int point = 0; point < curve.points(); point += 997) {
            assertEquals(1.5f, curve.loss(point));
            assertEquals(0, curve.lowestLoss(point));
            assertEquals(3, curve.highestLoss(point));
        }
    }

    @Test
    void goingOnFromAStepKeepsJustWhatCameBefore() {
        CurveRecorder recorder = new CurveRecorder();
        for (int i = 0; i < 30; i++) {
            recorder.addStep(i, i);
            if (i % 10 == 9) {
                recorder.addEpoch(new LearningCurve.Epoch(i, i, i, i));
            }
        }
        recorder.addRateChange(14, 0.1);
        recorder.addRateChange(25, 0.2);
        CurveRecorder branch = new CurveRecorder(recorder.curve(), 20, 10);
        assertEquals(20, branch.curve().points());
        assertEquals(2, branch.curve().epochs().size());
        assertEquals(List.of(new LearningCurve.RateChange(14, 0.1)), branch.curve().rateChanges());
        branch.addStep(99, 99);
        assertEquals(99, branch.curve().loss(20));
        assertEquals(20, recorder.curve().loss(20));
    }

    @Test
    void goingOnFromAMergedCurveKeepsCountOfTheSteps() {
        CurveRecorder recorder = new CurveRecorder();
        for (int i = 0; i < CurveRecorder.CAPACITY + 100; i++) {
            recorder.addStep(1, 1);
        }
        CurveRecorder branch = new CurveRecorder(recorder.curve(), 1001, 10);
        branch.addStep(1, 1);
        assertEquals(501, branch.curve().points());
        assertEquals(1002, branch.curve().step(500));
    }
}
