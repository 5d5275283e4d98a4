package org.digitscope.files;

import java.nio.file.Path;
import java.util.List;
import org.digitscope.training.LearningCurve;

/**
 * A learning curve as Keras's {@code CSVLogger} writes it: a header, then one row an epoch, of which the first has
 * number 0. Numbers have a decimal point and as many digits as reading them back takes; lines end with a line feed.
 */
public final class CurveCsv {

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
}
