package org.digitscope.files.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;

/**
 * What the columns of a table are: 784 for the pixels, and before or behind them one for the label or ten of which one is 1, and in
 * front perhaps one that counts the lines.
 *
 * @param index how many columns in front don't count, 0 or 1
 * @param labels how many columns are labels: 0, 1 or 10
 * @param labelsFirst whether these come before the pixels
 */
record TableColumns(int index, int labels, boolean labelsFirst) {

    private static final Set<String> LABEL_NAMES = Set.of("label", "labels", "class", "target", "digit", "y");
    private static final Set<String> INDEX_NAMES = Set.of("", "index", "id", "unnamed: 0", "imageid");
    /** A shorter table may have its labels in order. */
    private static final int COUNTING_LINES = 10;
    /** Difference between two columns, in shares of the lines, that says nothing. */
    private static final double ALIKE = 0.01;

    /** The numbers of a table. */
    record Cells(float[] values, int rows, int columns) {
        float at(int row, int column) {
            return values[row * columns + column];
        }
    }

    /** Whether a table can have so many columns. */
    static boolean isPossible(int columns) {
        return IntStream.of(0, 1, 2, Dataset.CLASSES, Dataset.CLASSES + 1).anyMatch(more -> columns == Dataset.PIXELS + more);
    }

    /**
     * @param header the words above the columns; empty when there are none
     * @throws UnreadableFileException when they can't be told apart
     */
    static TableColumns of(String file, Cells cells, List<String> header) throws UnreadableFileException {
        int more = cells.columns - Dataset.PIXELS;
        boolean indexed = isIndex(cells, header, more);
        int labels = more - (indexed ? 1 : 0);
        if (labels != 0 && labels != 1 && labels != Dataset.CLASSES) {
            throw new UnreadableFileException(file, "has " + Counts.of(cells.columns, "cell") + " in each line, but the first of them don't count the lines; "
                    + "expected 784 numbers and a label, or ten of which one is 1");
        }
        int index = indexed ? 1 : 0;
        boolean first = labels == 1 ? isLabelFirst(cells, header, index) : labels > 1
                && oneHot(cells, index) >= oneHot(cells, cells.columns - Dataset.CLASSES);
        return new TableColumns(index, labels, first);
    }

    /** Where the pixels begin. */
    int pixels() {
        return index + (labelsFirst ? labels : 0);
    }

    /** The label of a line. */
    byte label(String file, Cells cells, int row, int line) throws UnreadableFileException {
        int column = labelsFirst ? index : cells.columns - labels;
        if (labels > 1) {
            return Labels.oneHot(file, cells.values, row * cells.columns + column, "in line " + line);
        }
        return labels == 0 ? 0 : Labels.checked(file, cells.at(row, column), "in line " + line);
    }

    private static boolean isIndex(Cells cells, List<String> header, int more) {
        boolean named = !header.isEmpty() && INDEX_NAMES.contains(word(header.get(0)));
        boolean known = !header.isEmpty() && LABEL_NAMES.contains(word(header.get(0)));
        if (more == 0 || more == Dataset.CLASSES || known) {
            return false;
        }
        boolean counts = cells.at(0, 0) == 0 || cells.at(0, 0) == 1;
        for (int row = 1; counts && row < cells.rows; row++) {
            counts = cells.at(row, 0) == cells.at(0, 0) + row;
        }
        return named || counts && (more != 1 || cells.rows > COUNTING_LINES);
    }

    /** By the name of a column, or else by what stands in it. */
    private static boolean isLabelFirst(Cells cells, List<String> header, int index) {
        int last = cells.columns - 1;
        if (header.size() == cells.columns && LABEL_NAMES.contains(word(header.get(index)))
                != LABEL_NAMES.contains(word(header.get(last)))) {
            return LABEL_NAMES.contains(word(header.get(index)));
        }
        double difference = variety(cells, index) - variety(cells, last);
        if (Math.abs(difference) > ALIKE) {
            return difference > 0;
        }
        if (isConstant(cells, index) != isConstant(cells, last)) {
            return isConstant(cells, last);
        }
        return cells.at(0, index) != 0 || cells.at(0, last) == 0 || !Labels.isOne(cells.at(0, last));
    }

    /** The share of labels from 0 to 9 other than the commonest. A corner of the pictures has hardly any, as it is nearly always black. */
    private static double variety(Cells cells, int column) {
        int[] counts = new int[Dataset.CLASSES];
        for (int row = 0; row < cells.rows; row++) {
            float value = cells.at(row, column);
            if (Labels.isOne(value)) {
                counts[(int) value]++;
            }
        }
        return (IntStream.of(counts).sum() - IntStream.of(counts).max().orElse(0)) / (double) cells.rows;
    }

    private static boolean isConstant(Cells cells, int column) {
        for (int row = 1; row < cells.rows; row++) {
            if (cells.at(row, column) != cells.at(0, column)) {
                return false;
            }
        }
        return true;
    }

    /** How many lines have ten numbers from a column on of which one is 1 and the others 0. */
    private static int oneHot(Cells cells, int column) {
        int lines = 0;
        for (int row = 0; row < cells.rows; row++) {
            lines += Labels.oneHot(cells.values, row * cells.columns + column) >= 0 ? 1 : 0;
        }
        return lines;
    }

    private static String word(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
