package org.digitscope.files.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.digitscope.data.Dataset;
import org.digitscope.data.Gunzip;
import org.digitscope.data.MemoryLimit;
import org.digitscope.data.UnreadableFileException;

/**
 * Reads a table with a picture in each line, as Kaggle has it: 784 numbers and a label before or behind them, or no label. Header or
 * not, commas, semicolons or tabs, quotes, a byte order mark, any line ends.
 */
final class CsvDigits {

    private static final String EXPECTED = "; expected lines of 784 numbers, with a label before or behind them";
    private static final int LABELLED = Dataset.PIXELS + 1;
    private static final int LONGEST_LINE = 1 << 17;
    private static final int LINES_BETWEEN_REPORTS = 2000;
    private static final int DECIDING_LINES = 200;
    private static final int MOST_ROWS = 1_000_000;

    /**
     * The table.
     *
     * @param values 784 for each line; more may follow, which don't count
     * @param labels one for each line, all 0 when the table has none
     */
    record Table(float[] values, byte[] labels, boolean labelled) {
    }

    private final Path file;
    private final String name;
    private final Progress progress;
    private float[] cells = new float[LABELLED << 10];
    private int rows;
    private int columns;
    private int line;

    CsvDigits(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
        name = String.valueOf(file.getFileName());
    }

    Table read() throws IOException {
        try (InputStream in = Gunzip.open(Files.newInputStream(file))) {
            byte[] text = new byte[LONGEST_LINE];
            long size = Files.size(file);
            long consumed = 0;
            int length = nextLine(in, text);
            while (length >= 0) {
                consumed += length + 1;
                addLine(text, length);
                if (++line % LINES_BETWEEN_REPORTS == 0) {
                    Labels.go(name, progress, Math.min(0.9, 0.9 * consumed / size));
                }
                length = nextLine(in, text);
            }
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (IOException damaged) {
            throw new UnreadableFileException(name, "can't be read to its end" + EXPECTED);
        }
        if (rows == 0) {
            throw new UnreadableFileException(name, "has no line with numbers" + EXPECTED);
        }
        return table();
    }

    /** Fills {@code text} with the next line that isn't empty; −1 at the end. */
    private int nextLine(InputStream in, byte[] text) throws IOException {
        int length = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n' || next == '\r') {
                if (length > 0) {
                    return length;
                }
            } else if (length == text.length) {
                throw new UnreadableFileException(name, "has a line of more than " + text.length + " characters" + EXPECTED);
            } else {
                text[length++] = (byte) next;
            }
        }
        return length > 0 ? length : -1;
    }

    private void addLine(byte[] text, int length) throws UnreadableFileException {
        int from = line == 0 && length > 2 && (text[0] & 0xFF) == 0xEF ? 3 : 0;
        int before = rows * columns;
        int count = 0;
        int start = from;
        for (int at = from; at <= length; at++) {
            if (at == length || text[at] == ',' || text[at] == ';' || text[at] == '\t') {
                float value = number(text, start, at);
                if (Float.isNaN(value)) {
                    if (line == 0) {
                        return;
                    }
                    throw new UnreadableFileException(name, "has \"" + new String(text, start, Math.min(20, at - start),
                            StandardCharsets.UTF_8) + "\" in line " + (line + 1) + EXPECTED);
                }
                if (before + count == cells.length) {
                    grow();
                }
                cells[before + count++] = value;
                start = at + 1;
                if (count > LABELLED) {
                    break;
                }
            }
        }
        if (rows == 0) {
            columns = count;
        }
        if (count != columns || count != LABELLED && count != Dataset.PIXELS) {
            throw new UnreadableFileException(name, "has " + (count > LABELLED ? "more than 785" : count) + " cells in line " + (line + 1)
                    + EXPECTED);
        }
        if (++rows > MOST_ROWS) {
            throw new UnreadableFileException(name, "has more than " + MOST_ROWS + " pictures" + EXPECTED);
        }
    }

    private void grow() throws UnreadableFileException {
        long larger = cells.length + cells.length / 2L;
        MemoryLimit.check(name, Float.BYTES * (larger + cells.length));
        cells = Arrays.copyOf(cells, (int) Math.min(Integer.MAX_VALUE - 8, larger));
    }

    /** A number, perhaps in quotes and between blanks; NaN when it is none. */
    private static float number(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (text[start] <= ' ' || text[start] == '"')) {
            start++;
        }
        while (start < end && (text[end - 1] <= ' ' || text[end - 1] == '"')) {
            end--;
        }
        int value = 0;
        int at = start;
        while (at < end && at - start < 9 && text[at] >= '0' && text[at] <= '9') {
            value = 10 * value + text[at++] - '0';
        }
        if (at == end && start < end) {
            return value;
        }
        try {
            return Float.parseFloat(new String(text, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        } catch (NumberFormatException words) {
            return Float.NaN;
        }
    }

    private Table table() throws UnreadableFileException {
        boolean labelled = columns == LABELLED;
        boolean first = labels(0) >= labels(columns - 1);
        byte[] labels = new byte[rows];
        for (int row = 0; row < rows; row++) {
            if (labelled) {
                labels[row] = Labels.checked(name, cells[row * columns + (first ? 0 : columns - 1)], row);
            }
            // the labels are taken out in place, so that a large table is held once
            System.arraycopy(cells, row * columns + (labelled && first ? 1 : 0), cells, row * Dataset.PIXELS, Dataset.PIXELS);
        }
        return new Table(cells, labels, labelled);
    }

    /**
     * How many labels a column may hold, by lines from all over the table, as it may be sorted: the different values if all are whole
     * numbers below 10, else none. A corner of the pictures has one, black.
     */
    private int labels(int column) {
        Set<Float> seen = new HashSet<>();
        for (int row = 0; row < rows; row += Math.max(1, rows / DECIDING_LINES)) {
            float value = cells[row * columns + column];
            if (!(value >= 0 && value < Dataset.CLASSES && value == Math.rint(value))) {
                return 0;
            }
            seen.add(value);
        }
        return seen.size();
    }
}
