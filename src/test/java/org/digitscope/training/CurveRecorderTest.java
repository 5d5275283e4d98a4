package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    /** Strides 1, 2 and 4, each with all places within a point, and around the merges. */
    @Test
    void goingOnFromAnyPlaceWithinAPointGivesThePointsOfNeverStopping() {
        int full = CurveRecorder.CAPACITY;
        for (int stop : new int[] {0, 1, 5000, full - 1, full, full + 1, full + 2, full + 3, 2 * full - 1, 2 * full, 2 * full + 1,
            2 * full + 2, 2 * full + 3, 2 * full + 4}) {
            CurveRecorder whole = recorded(new CurveRecorder(), 0, stop);
            LearningCurve past = whole.curve();
            LearningCurve read = LearningCurve.of(past.values(), past.stride(), past.epochs(), past.rateChanges());
            LearningCurve expected = recorded(whole, stop, 2 * full + 50).curve();
            for (LearningCurve known : List.of(past, read)) {
                LearningCurve resumed = recorded(new CurveRecorder(known, stop, 1000), stop, 2 * full + 50).curve();
                assertSame(expected, resumed, "stopped at " + stop);
            }
        }
    }

    @Test
    void aPointThatCannotBeSplitCoversItsStepsAndAllOthersAreThoseOfNeverStopping() {
        int full = CurveRecorder.CAPACITY;
        LearningCurve whole = recorded(new CurveRecorder(), 0, 2 * full + 50).curve();
        assertEquals(4, whole.stride());
        for (int step : new int[] {4000, 4001, 4002, 4003, 4004}) {
            LearningCurve branch = recorded(new CurveRecorder(whole, step, 1000), step, 2 * full + 50).curve();
            int split = step / 4;
            assertEquals(whole.points(), branch.points());
            for (int point = 0; point < whole.points(); point++) {
                if (point != split) {
                    // a mean of four and one of two pairs are rounded differently
                    assertEquals(whole.loss(point), branch.loss(point), 1e-6, "point " + point + " of a branch from " + step);
                    assertEquals(whole.lowestLoss(point), branch.lowestLoss(point));
                    assertEquals(whole.highestLoss(point), branch.highestLoss(point));
                }
            }
        }
    }

    /** Projects of older versions lack the point that was begun. */
    @Test
    void whereABegunPointIsMissingNoLaterPointShifts() {
        int full = CurveRecorder.CAPACITY;
        int stop = full + 2001;
        CurveRecorder whole = recorded(new CurveRecorder(), 0, stop);
        float[][] complete = Stream.of(whole.curve().values()).map(array -> Arrays.copyOf(array, whole.curve().points()))
                .toArray(float[][]::new);
        LearningCurve old = LearningCurve.of(complete, 2, List.of(), List.of());
        LearningCurve resumed = recorded(new CurveRecorder(old, stop, 1000), stop, full + 5000).curve();
        LearningCurve expected = recorded(whole, stop, full + 5000).curve();
        assertEquals(expected.points(), resumed.points());
        for (int point = 0; point < expected.points(); point++) {
            assertEquals(expected.step(point), resumed.step(point));
            if (point != stop / 2) {
                assertEquals(expected.loss(point), resumed.loss(point), "point " + point);
            }
        }
    }

    /** Records the steps after {@code from} up to {@code to}, each with a loss of its own. */
    private static CurveRecorder recorded(CurveRecorder recorder, int from, int to) {
        for (int step = from + 1; step <= to; step++) {
            recorder.addStep((float) Math.sin(step), step % 7 / 7f);
        }
        return recorder;
    }

    private static void assertSame(LearningCurve expected, LearningCurve actual, String message) {
        assertEquals(expected.stride(), actual.stride(), message);
        for (int series = 0; series < 6; series++) {
            assertArrayEquals(expected.values()[series], actual.values()[series], message);
        }
    }
}
