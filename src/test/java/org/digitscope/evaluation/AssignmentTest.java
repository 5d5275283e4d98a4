package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    /** The largest sum of all assignments of the rows from {@code row} on to columns that aren't taken. */
    private static double bruteForce(double[][] values, int row, boolean[] taken) {
        if (row == values.length) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.max(best, values[row][column] + bruteForce(values, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }

    @Test
    void noPermutationHasALargerSum() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            int rows = 1 + random.nextInt(7);
            int columns = rows + random.nextInt(8 - rows);
            boolean hasTies = round % 3 == 0;
            double[][] values = new double[rows][columns];
            for (double[] row : values) {
                Arrays.setAll(row, column -> hasTies ? random.nextInt(4) - 2 : random.nextGaussian());
            }
            int[] columnOf = Assignment.largest(values);
            assertEquals(rows, Arrays.stream(columnOf).distinct().count(), "each row has a column of its own");
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += values[row][columnOf[row]];
            }
            assertEquals(bruteForce(values, 0, new boolean[columns]), sum, 1e-12);
        }
    }

    @Test
    void aSmallerValueIsTakenWhereTheSumIsLargerSo() {
        assertArrayEquals(new int[] {1, 0}, Assignment.largest(new double[][] {{10, 9}, {8, 1}}), "9 + 8 is more than 10 + 1");
        assertArrayEquals(new int[] {2, 0}, Assignment.largest(new double[][] {{-1, -5, 3}, {4, 0, 4}}));
        assertArrayEquals(new int[0], Assignment.largest(new double[0][]));
    }

    @Test
    void moreRowsThanColumnsAreRefused() {
        assertEquals("2 rows can't have a column of their own each where there are 1",
                assertThrows(IllegalArgumentException.class, () -> Assignment.largest(new double[][] {{1}, {2}})).getMessage());
    }
}
