package org.digitscope.files.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.drawing.TaughtDigits.Taught;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Fields;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;

/** Labelled drawings as JSON, strokes and all. Pictures under the strokes aren't kept. */
public final class TaughtDigitsFile {

    private static final String FORMAT = "digitscope drawings";
    private static final int VERSION = 1;
    private static final String EXPECTED = "drawings that Digitscope saved";
    private static final int MAX_BYTES = 100_000_000;

    private TaughtDigitsFile() {
    }

    /** @throws UnwritableFileException when the file can't be written; one that was there before lives on */
    public static void write(Path file, TaughtDigits digits) throws UnwritableFileException {
        AtomicFile.writeText(file, text(digits));
    }

    static String text(TaughtDigits digits) {
        return StrictJson.write(StrictJson.fields("format", FORMAT, "version", VERSION, "drawings",
                digits.digits().stream().map(taught -> StrictJson.fields("label", taught.label(), "lines",
                        ProjectJson.lines(taught.sheet().lines()))).toList()));
    }

    /** Whether a file begins as those that are written here. */
    public static boolean isBeginningOfOne(String start) {
        return start.contains('"' + FORMAT + '"');
    }

    /** @throws UnreadableFileException when it holds no labelled drawings */
    public static TaughtDigits read(Path file) throws IOException {
        return parse(String.valueOf(file.getFileName()), ReadableFile.bytes(file, EXPECTED, MAX_BYTES));
    }

    /** @param file its name, for sentences */
    static TaughtDigits parse(String file, byte[] bytes) throws UnreadableFileException {
        Fields fields = new Fields(file, "", StrictJson.parse(new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new UnreadableFileException(file, "is no JSON; expected " + EXPECTED)));
        if (!fields.has("format") || !fields.text("format").equals(FORMAT) || fields.integer("version") > VERSION) {
            throw new UnreadableFileException(file, "is of another kind or newer; expected " + EXPECTED);
        }
        return new TaughtDigits(fields.list("drawings", each -> {
            try {
                return new Taught(each.integer("label"), new Sheet(Optional.empty(), each.list("lines", ProjectJson::line)));
            } catch (IllegalArgumentException notOne) {
                throw each.wrong("label", each.node(), "a digit and at least one line");
            }
        }));
    }
}
