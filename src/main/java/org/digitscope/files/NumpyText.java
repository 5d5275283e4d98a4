package org.digitscope.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * A tensor as NumPy prints a float32 array with its usual settings: above 1000 values only the first and last three of
 * each dimension, columns aligned, lines of at most 75 characters.
 */
public final class NumpyText {

    private static final int THRESHOLD = 1000;
    private static final int EDGE_ITEMS = 3;
    private static final int LINE_WIDTH = 75;
    private static final String ELLIPSIS = "...";

    private final FMatrixRMaj matrix;
    private final boolean abbreviated;
    private final NumpyFloatFormat format;

    private NumpyText(FMatrixRMaj matrix) {
        this.matrix = matrix;
        abbreviated = matrix.getNumElements() > THRESHOLD;
        format = new NumpyFloatFormat(shownValues());
    }

    /** What {@code print(tensor)} shows in Python, without a line feed at the end; all values are finite. */
    public static String format(Parameters.Tensor tensor) {
        NumpyText text = new NumpyText(tensor.matrix());
        return tensor.isVector() ? text.row(0, 1) : text.rows();
    }

    private List<Float> shownValues() {
        List<Float> values = new ArrayList<>();
        for (int row : shown(matrix.numRows)) {
            for (int column : shown(matrix.numCols)) {
                values.add(matrix.get(row, column));
            }
        }
        return values;
    }

    private List<Integer> shown(int length) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (!isLeftOut(i, length)) {
                indices.add(i);
            }
        }
        return indices;
    }

    private boolean isLeftOut(int index, int length) {
        return abbreviated && index >= EDGE_ITEMS && index < length - EDGE_ITEMS;
    }

    private String rows() {
        return "[" + String.join("\n ", withEllipsis(matrix.numRows, row -> row(row, 2))) + "]";
    }

    /**
     * One row in brackets.
     *
     * @param depth how many brackets are open within it: so many blanks start a wrapped line, and so many may have to
     *     close in its last one
     */
    private String row(int row, int depth) {
        int width = LINE_WIDTH - depth;
        StringBuilder text = new StringBuilder();
        String indent = " ".repeat(depth);
        String line = indent;
        for (String word : withEllipsis(matrix.numCols, column -> format.format(matrix.get(row, column)))) {
            boolean isFirst = line.equals(indent);
            if (!isFirst && line.length() + 1 + word.length() > width) {
                text.append(line.stripTrailing()).append('\n');
                line = indent;
                isFirst = true;
            }
            line += (isFirst ? "" : " ") + word;
        }
        return "[" + text.append(line).substring(depth) + "]";
    }

    private List<String> withEllipsis(int length, IntFunction<String> item) {
        List<String> words = new ArrayList<>();
        for (int index : shown(length)) {
            boolean followsGap = index > 0 && isLeftOut(index - 1, length);
            if (followsGap) {
                words.add(ELLIPSIS);
            }
            words.add(item.apply(index));
        }
        return words;
    }
}
