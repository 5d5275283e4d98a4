package org.digitscope.files;

import static org.digitscope.files.StrictJson.quote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.Counts;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.training.LearningCurve;

/** Makes the epochs of a table of {@link CurveCsv}; what it can't use it refuses by the line. */
final class CurveTable {

    private static final String COLUMNS = "the columns epoch, loss, accuracy, val_loss and val_accuracy, separated by commas";
    private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;

    CurveTable(Path file) {
        this.file = file;
    }

    List<LearningCurve.Epoch> epochs(String text) throws UnreadableFileException {
        List<String> lines = (text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text).lines().toList();
        List<String> names = lines.isEmpty() ? List.of() : fields(lines.get(0), 1);
        int number = column(names, "epoch");
        int accuracy = column(names, "accuracy", "acc");
        int loss = column(names, "loss");
        int validationAccuracy = column(names, "val_accuracy", "val_acc");
        int validationLoss = column(names, "val_loss");
        List<LearningCurve.Epoch> epochs = new ArrayList<>();
        for (int line = 2; line <= lines.size(); line++) {
            if (lines.get(line - 1).isBlank()) {
                continue;
            }
            List<String> row = fields(lines.get(line - 1), line);
            if (row.size() != names.size()) {
                throw wrong(line, "has " + Counts.of(row.size(), "field"), Counts.of(names.size(), "field") + " as in line 1");
            }
            checkNumber(row.get(number), epochs.size(), line);
            epochs.add(new LearningCurve.Epoch(share(row, names, accuracy, line), real(row, names, loss, line),
                    share(row, names, validationAccuracy, line), real(row, names, validationLoss, line)));
        }
        if (epochs.isEmpty()) {
            throw new UnreadableFileException(file, "has no epoch below line 1; expected a row for each");
        }
        return epochs;
    }

    private List<String> fields(String line, int number) throws UnreadableFileException {
        return CsvLine.split(line).orElseThrow(() -> wrong(number, "has a quote that doesn't enclose a whole field", "fields separated by commas"))
                .stream().map(String::strip).toList();
    }

    /** Where the only column with one of these names stands. */
    private int column(List<String> names, String... known) throws UnreadableFileException {
        int found = -1;
        for (String name : known) {
            for (int column = 0; column < names.size(); column++) {
                if (names.get(column).equals(name)) {
                    if (found >= 0) {
                        throw wrong(1, "has the column " + known[0] + " twice", COLUMNS);
                    }
                    found = column;
                }
            }
        }
        if (found < 0) {
            throw wrong(1, "has no column " + String.join(" or ", known), COLUMNS);
        }
        return found;
    }

    private void checkNumber(String text, int expected, int line) throws UnreadableFileException {
        if (!text.equals(String.valueOf(expected))) {
            throw wrong(line, "has " + quote(text) + " as its epoch", expected + ", as the first epoch is 0 and each other follows the one before");
        }
    }

    /** A loss may have overflowed. */
    private double real(List<String> row, List<String> names, int column, int line) throws UnreadableFileException {
        String text = row.get(column);
        switch (text.toLowerCase(Locale.ROOT)) {
            case "nan":
                return Double.NaN;
            case "inf", "infinity":
                return Double.POSITIVE_INFINITY;
            case "-inf", "-infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                if (!text.matches(NUMBER)) {
                    throw wrong(line, "has " + quote(text) + " as its " + names.get(column), "a number such as 0.25");
                }
                return Double.parseDouble(text);
        }
    }

    private double share(List<String> row, List<String> names, int column, int line) throws UnreadableFileException {
        double value = real(row, names, column, line);
        if (!(value >= 0 && value <= 1)) {
            throw wrong(line, "has " + quote(row.get(column)) + " as its " + names.get(column), "a share from 0 to 1");
        }
        return value;
    }

    private UnreadableFileException wrong(int line, String problem, String expected) {
        return new UnreadableFileException(file, problem + " in line " + line + "; expected " + expected);
    }
}
