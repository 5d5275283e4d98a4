package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Test;

class CurveProbeTest {

    private static final CurveProbe PROBE = new CurveProbe(new Curves().step(2.3f, 0.125f).step(2.1f, 0.25f)
            .step(1.5f, 0.5f).epoch(0.3, 1.9).step(1.25f, 0.75f).curve(), 3);

    @Test
    void readsTheExactValuesOfAStep() {
        assertEquals(new CurveProbe.Reading(2, 2, 2.1f, 2.1f, 2.1f, 0.25f, 0.25f, 0.25f), PROBE.at(2).orElseThrow());
    }

    @Test
    void outsideItReadsTheNearestStep() {
        assertEquals(1, PROBE.at(-7).orElseThrow().lastStep());
        assertEquals(1, PROBE.at(0).orElseThrow().lastStep());
        assertEquals(4, PROBE.at(99).orElseThrow().lastStep());
    }

    @Test
    void knowsTheEpochsThatHadEnded() {
        assertEquals(List.of(), PROBE.epochsUpTo(2));
        assertEquals(1, PROBE.epochsUpTo(3).size());
        assertEquals(1.9, PROBE.epochsUpTo(4).get(0).validationLoss());
        assertEquals(1, PROBE.epochsUpTo(100).size());
        assertEquals(List.of(), PROBE.epochsUpTo(-5));
    }

    @Test
    void findsTheStepNearestToAPlaceOnTheAxis() {
        assertEquals(OptionalInt.of(3), PROBE.stepNear(1, 0));
        assertEquals(OptionalInt.of(1), PROBE.stepNear(0.4, 0.1));
        assertEquals(OptionalInt.of(1), PROBE.stepNear(0, 1));
        assertEquals(OptionalInt.of(4), PROBE.stepNear(1.4, 0.1));
    }

    @Test
    void findsNoStepWhereTheRunHasNone() {
        assertEquals(OptionalInt.empty(), PROBE.stepNear(1.5, 0.1));
        assertEquals(OptionalInt.empty(), PROBE.stepNear(20, 0.1));
        assertEquals(OptionalInt.empty(), PROBE.stepNear(-2, 0.1));
        assertEquals(OptionalInt.empty(), new CurveProbe(LearningCurve.EMPTY, 3).stepNear(0, 5));
        assertEquals(OptionalInt.of(20), new CurveProbe(LearningCurve.ofEpochs(List.of(new LearningCurve.Epoch(1, 2, 3, 4),
                new LearningCurve.Epoch(1, 2, 3, 4))), 10).stepNear(2.01, 0.1), "of a curve of epochs only");
    }

    @Test
    void aPointOfAVeryLongRunTellsWhichStepsItCovers() {
        Curves curves = new Curves();
        for (int i = 0; i < (1 << 19) + 1000; i++) {
            curves.step(i % 2, 0);
        }
        CurveProbe.Reading reading = new CurveProbe(curves.curve(), 1000).at(1000).orElseThrow();
        assertEquals(new CurveProbe.Reading(999, 1000, 0.5f, 0, 1, 0, 0, 0), reading);
    }

    @Test
    void aCurveWithoutBatchesStillHasItsEpochs() {
        CurveProbe probe = new CurveProbe(LearningCurve.ofEpochs(List.of(new LearningCurve.Epoch(1, 2, 3, 4))), 10);
        assertTrue(probe.at(10).isEmpty());
        assertEquals(4, probe.epochsUpTo(10).get(0).validationLoss());
    }
}
