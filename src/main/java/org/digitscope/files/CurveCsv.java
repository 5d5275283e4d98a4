package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.training.LearningCurve;

/** A learning curve as CSV with the columns, and the numbering of epochs from 0, of Keras's {@code CSVLogger}. */
public final class CurveCsv {

    private CurveCsv() {
    }

    /** Writes a line for each epoch; numbers are exact and the same in every locale. */
    public static void write(Path file, LearningCurve curve) throws IOException {
        SafeFile.writeText(file, text(curve));
    }

    static String text(LearningCurve curve) {
        StringBuilder csv = new StringBuilder("epoch,accuracy,loss,val_accuracy,val_loss\n");
        List<LearningCurve.Epoch> epochs = curve.epochs();
        for (int i = 0; i < epochs.size(); i++) {
            LearningCurve.Epoch epoch = epochs.get(i);
            csv.append(i).append(',').append(epoch.accuracy()).append(',').append(epoch.loss()).append(',')
                    .append(epoch.validationAccuracy()).append(',').append(epoch.validationLoss()).append('\n');
        }
        return csv.toString();
    }
}
