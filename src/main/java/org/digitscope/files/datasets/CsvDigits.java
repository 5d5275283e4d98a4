package org.digitscope.files.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.Gunzip;
import org.digitscope.data.MemoryLimit;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.StrictJson;

/**
 * Reads a table with a picture in each line, as Kaggle has it: 784 numbers and a label before or behind them, or no label. Header or
 * not, commas, semicolons, tabs or blanks, decimal commas, quotes, a column that counts the lines, any line ends.
 */
final class CsvDigits {

    private static final String EXPECTED = "; expected lines of 784 numbers, with a label before or behind them";
    private static final int MOST_COLUMNS = Dataset.PIXELS + Dataset.CLASSES + 1;
    private static final int LINES_BETWEEN_REPORTS = 2000;
    private static final int MOST_ROWS = 1_000_000;
    /** In the order in which they are looked for: a comma may be a decimal comma, and blanks may stand beside anything. */
    private static final byte[] SEPARATORS = {';', '\t', ',', ' '};

    /**
     * The table.
     *
     * @param values 784 for each line; more may follow, which don't count
     * @param labels one for each line, all 0 when the table has none
     */
    record Table(float[] values, byte[] labels, boolean labelled, RawDigits.Places places) {
    }

    private final Path file;
    private final String name;
    private final Progress progress;
    private List<String> header = List.of();
    private byte separator;
    private float[] cells = new float[(Dataset.PIXELS + 1) << 10];
    private int[] lines = new int[1 << 10];
    private int rows;
    private int columns;

    CsvDigits(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
        name = String.valueOf(file.getFileName());
    }

    Table read() throws IOException {
        try (InputStream in = Gunzip.open(Files.newInputStream(file))) {
            long size = Files.size(file);
            TextLines text = new TextLines(name, in);
            for (int line = 1; text.next(EXPECTED); line++) {
                if (rows == 0) {
                    separator = separator(text);
                }
                if (line > 1 || !isHeader(text)) {
                    addLine(text);
                }
                if (line % LINES_BETWEEN_REPORTS == 0) {
                    Labels.go(name, progress, Math.min(0.9, 0.9 * text.consumed() / size));
                }
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

    /** The one that makes enough cells of a line, or else the first that it has at all. */
    private static byte separator(TextLines line) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.text()[at] == '"';
            for (int i = 0; i < counts.length; i++) {
                counts[i] += !quoted && line.text()[at] == SEPARATORS[i] ? 1 : 0;
            }
        }
        for (int enough : new int[] {Dataset.PIXELS - 1, 1}) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] >= enough) {
                    return SEPARATORS[i];
                }
            }
        }
        return SEPARATORS[0];
    }

    /** Whether the first line is words, or numbers that count the columns, as pandas writes them. */
    private boolean isHeader(TextLines line) {
        String text = new String(line.text(), 0, line.length(), StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        int words = 0;
        boolean counts = true;
        float before = Float.NaN;
        for (String cell : text.split(String.valueOf((char) separator), -1)) {
            String word = cell.strip().replaceAll("^\"|\"$", "");
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            float value = number(bytes, 0, bytes.length);
            words += Float.isNaN(value) ? 1 : 0;
            counts &= Float.isNaN(value) || Float.isNaN(before) || value == before + 1;
            before = value;
            names.add(word);
        }
        if (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
            words--;
        }
        boolean found = 2 * words > names.size() || counts && names.size() >= Dataset.PIXELS;
        header = found ? names : header;
        return found;
    }

    private void addLine(TextLines line) throws UnreadableFileException {
        byte[] text = line.text();
        int length = line.length();
        int before = rows * columns;
        int count = 0;
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at <= length; at++) {
            if (at < length && text[at] == '"') {
                quoted = !quoted;
            } else if (at == length || text[at] == separator && !quoted) {
                if (at == length && start == at && count > 0) {
                    // a separator behind the last cell
                    break;
                }
                if (count == MOST_COLUMNS) {
                    throw new UnreadableFileException(name, "has more than " + MOST_COLUMNS + " cells in line " + line.number() + EXPECTED);
                }
                if (before + count == cells.length) {
                    grow();
                }
                float value = quoted ? Float.NaN : number(text, start, at);
                if (Float.isNaN(value)) {
                    throw noNumber(line, start, at, count, quoted);
                }
                cells[before + count++] = value;
                start = at + 1;
            }
        }
        if (rows == 0) {
            columns = count;
        }
        if (count != columns || !TableColumns.isPossible(count)) {
            String others = count == columns ? "" : ", other than the " + columns + " of the lines before";
            throw new UnreadableFileException(name, "has " + Counts.of(count, "cell") + " in line " + line.number() + others + EXPECTED);
        }
        if (rows == MOST_ROWS) {
            throw new UnreadableFileException(name, "has more than " + MOST_ROWS + " pictures" + EXPECTED);
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
        }
        lines[rows++] = line.number();
    }

    private UnreadableFileException noNumber(TextLines line, int from, int to, int column, boolean quoted) {
        String cell = new String(line.text(), from, to - from, StandardCharsets.UTF_8).strip();
        String found = quoted ? "a quote that isn't closed" : cell.isEmpty() ? "an empty cell" : StrictJson.quote(cell);
        return new UnreadableFileException(name, "has " + found + " in line " + line.number() + ", column " + (column + 1) + EXPECTED);
    }

    private void grow() throws UnreadableFileException {
        long larger = cells.length + cells.length / 2L;
        MemoryLimit.check(name, Float.BYTES * (larger + cells.length));
        cells = Arrays.copyOf(cells, (int) Math.min(Integer.MAX_VALUE - 8, larger));
    }

    /** A number, perhaps in quotes and between blanks, with a point or a decimal comma; NaN when it is none. */
    private static float number(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (text[start] <= ' ' && text[start] >= 0 || text[start] == '"')) {
            start++;
        }
        while (start < end && (text[end - 1] <= ' ' && text[end - 1] >= 0 || text[end - 1] == '"')) {
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
            return Float.parseFloat(new String(text, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)
                    .replace(',', '.'));
        } catch (NumberFormatException words) {
            return Float.NaN;
        }
    }

    private Table table() throws UnreadableFileException {
        TableColumns.Cells all = new TableColumns.Cells(cells, rows, columns);
        TableColumns found = TableColumns.of(name, all, header);
        byte[] labels = new byte[rows];
        int from = found.pixels();
        for (int row = 0; row < rows; row++) {
            labels[row] = found.label(name, all, row, lines[row]);
            // the labels are taken out in place, so that a large table is held once
            System.arraycopy(cells, row * columns + from, cells, row * Dataset.PIXELS, Dataset.PIXELS);
        }
        int[] numbers = lines;
        return new Table(cells, labels, found.labels() > 0, (picture, pixel) -> "line " + numbers[picture] + ", column " + (from + pixel + 1));
    }
}
