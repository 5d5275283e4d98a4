package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelRowTest {

    private static final LabelRow ROW = new LabelRow(0, 100, 2);

    @Test
    void labelsWithRoomLieAroundTheirPlaces() {
        assertArrayEquals(new double[] {15, 45}, ROW.place(new double[] {20, 50}, new double[] {10, 10}), 1e-9);
    }

    @Test
    void labelsOfNearlyOnePlaceStandSideBySideAroundIt() {
        assertArrayEquals(new double[] {39, 51}, ROW.place(new double[] {50, 50}, new double[] {10, 10}), 1e-9);
    }

    @Test
    void labelsAtTheEndsMoveInward() {
        assertArrayEquals(new double[] {0, 78, 90}, ROW.place(new double[] {1, 99, 100}, new double[] {10, 10, 10}), 1e-9);
    }

    @Test
    void noTwoLabelsEverTouchAndNoneLeavesTheRow() {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            double[] widths = random.doubles(1 + random.nextInt(6), 1, 25).toArray();
            double[] centers = random.doubles(widths.length, -10, 110).sorted().toArray();
            if (!ROW.holds(widths)) {
                continue;
            }
            double end = -ROW.gap();
            double[] left = ROW.place(centers, widths);
            for (int i = 0; i < left.length; i++) {
                assertTrue(left[i] >= end + ROW.gap() - 1e-9, Arrays.toString(left));
                end = left[i] + widths[i];
            }
            assertTrue(end <= 100 + 1e-9, Arrays.toString(left));
        }
    }

    @Test
    void tooManyLabelsAreShrunkUntilTheyFit() {
        double[] widths = {60, 40, 60};
        assertFalse(ROW.holds(widths));
        double shrunk = ROW.shrinkage(widths);
        assertEquals(0.6, shrunk, 1e-9);
        assertTrue(new LabelRow(0, 100 + 1e-9, 2).holds(Arrays.stream(widths).map(width -> width * shrunk).toArray()));
        assertEquals(1, ROW.shrinkage(new double[] {10, 10}));
    }
}
