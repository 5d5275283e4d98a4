package org.digitscope.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.training.LearningCurve;

/**
 * A learning curve as Keras's {@code CSVLogger} writes it: a header, then one row an epoch, of which the first has
 * number 0. Numbers have a decimal point and as many digits as reading them back takes; lines end with a line feed.
 */
public final class CurveCsv {

    private static final String EXPECTED = "a learning curve as CSV";
    private static final int MAX_BYTES = 1_000_000;
    /** More than the names of its columns take. */
    private static final int HEADER_BYTES = 4096;

    private CurveCsv() {
    }

    /** @throws UnwritableFileException when the file can't be written; one that was there before lives on */
    public static void write(Path file, LearningCurve curve) throws UnwritableFileException {
        AtomicFile.writeText(file, text(curve));
    }

    static String text(LearningCurve curve) {
        StringBuilder text = new StringBuilder("epoch,accuracy,loss,val_accuracy,val_loss\n");
        List<LearningCurve.Epoch> epochs = curve.epochs();
        for (int i = 0; i < epochs.size(); i++) {
            LearningCurve.Epoch epoch = epochs.get(i);
            text.append(i).append(',').append(epoch.accuracy()).append(',').append(epoch.loss()).append(',')
                    .append(epoch.validationAccuracy()).append(',').append(epoch.validationLoss()).append('\n');
        }
        return text.toString();
    }

    /** Whether a file's first line names a column as only learning curves have it. What can't be read is none. */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.UTF_8);
            return List.of(start.lines().findFirst().orElse("").replace("\"", "").split("\\s*,\\s*")).contains("val_loss");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads the epochs of a run, of Keras or of this program. Columns may come in any order, {@code acc} and {@code val_acc} are the
     * accuracies of an older Keras, and other columns don't count. All four figures must be there: without those of the validation a
     * curve has no best epoch.
     *
     * @throws UnreadableFileException when the file can't be used, with a sentence that names its line and what was expected
     * @throws IOException when it can't be read
     */
    public static LearningCurve read(Path file) throws IOException {
        String text = new String(ReadableFile.bytes(file, EXPECTED, MAX_BYTES), StandardCharsets.UTF_8);
        return LearningCurve.ofEpochs(new CurveTable(file).epochs(text));
    }
}
