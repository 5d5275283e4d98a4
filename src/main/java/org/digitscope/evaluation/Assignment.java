package org.digitscope.evaluation;

import java.util.Arrays;

/**
 * Assigns each row of a table to a column of its own so that the sum of the chosen values is as large as can be: the Hungarian method of
 * Kuhn (1955) and Munkres (1957), in the form with shortest augmenting paths of Edmonds and Karp (1972) and Tomizawa (1971), which takes
 * O(rows²·columns) steps.
 *
 * <p>With costs c = −value, it keeps a price u for each row and v for each column with u[i] + v[j] ≤ c[i][j] everywhere and equality
 * where i is assigned to j. As long as that holds, no other assignment of the same rows is cheaper: its costs are at least the sum of its
 * prices. Rows are added one at a time. From the new row on the columns are reached in the order of their distance, the reduced cost
 * c − u − v ≥ 0 of the path that alternates between free and assigned pairs, as Dijkstra's method does; the first free column ends
 * the search, the prices move by the distances, and the pairs along the path change hands.
 */
public final class Assignment {

    private static final int FREE = -1;

    private final double[][] values;
    private final int columns;
    private final double[] rowPrice;
    private final double[] columnPrice;
    /** The row of each column. */
    private final int[] rowOf;

    private Assignment(double[][] values, int columns) {
        this.values = values;
        this.columns = columns;
        rowPrice = new double[values.length];
        columnPrice = new double[columns];
        rowOf = new int[columns];
        Arrays.fill(rowOf, FREE);
    }

    /**
     * The column of each row.
     *
     * @param values finite, rows of equal length, which have at least as many columns as there are rows
     * @throws IllegalArgumentException when there are more rows than columns
     */
    public static int[] largest(double[][] values) {
        int columns = values.length == 0 ? 0 : values[0].length;
        if (values.length > columns) {
            throw new IllegalArgumentException(values.length + " rows can't have a column of their own each where there are " + columns);
        }
        Assignment assignment = new Assignment(values, columns);
        for (int row = 0; row < values.length; row++) {
            assignment.add(row);
        }
        int[] columnOf = new int[values.length];
        for (int column = 0; column < columns; column++) {
            if (assignment.rowOf[column] != FREE) {
                columnOf[assignment.rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    /** Assigns one more row; those that are assigned stay so, though perhaps elsewhere. */
    private void add(int added) {
        double[] distance = new double[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] before = new int[columns];
        boolean[] reached = new boolean[columns];
        int row = added;
        int from = FREE;
        double length = 0;
        int nearest;
        do {
            nearest = FREE;
            for (int column = 0; column < columns; column++) {
                if (!reached[column]) {
                    double path = length - values[row][column] - rowPrice[row] - columnPrice[column];
                    if (path < distance[column]) {
                        distance[column] = path;
                        before[column] = from;
                    }
                    nearest = nearest == FREE || distance[column] < distance[nearest] ? column : nearest;
                }
            }
            length = distance[nearest];
            reached[nearest] = true;
            from = nearest;
            row = rowOf[nearest];
        } while (row != FREE);
        movePrices(added, reached, distance, length);
        for (int column = nearest; column != FREE; column = before[column]) {
            rowOf[column] = before[column] == FREE ? added : rowOf[before[column]];
        }
    }

    /** By how much nearer than the end of the path each reached column lies; so its reduced cost along the path becomes 0. */
    private void movePrices(int added, boolean[] reached, double[] distance, double length) {
        rowPrice[added] += length;
        for (int column = 0; column < columns; column++) {
            if (reached[column] && rowOf[column] != FREE) {
                rowPrice[rowOf[column]] += length - distance[column];
                columnPrice[column] -= length - distance[column];
            }
        }
    }
}
