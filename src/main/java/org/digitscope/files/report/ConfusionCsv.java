package org.digitscope.files.report;

import java.nio.file.Path;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ConfusionMatrix;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.UnwritableFileException;

/** A confusion matrix as CSV: a header, then a line for each true digit with its counts of answers. */
public final class ConfusionCsv {

    private ConfusionCsv() {
    }

    /** @throws UnwritableFileException when the file can't be written; one that was there before lives on */
    public static void write(Path file, ConfusionMatrix confusion) throws UnwritableFileException {
        AtomicFile.writeText(file, text(confusion));
    }

    static String text(ConfusionMatrix confusion) {
        StringBuilder text = new StringBuilder("true");
        for (int answer = 0; answer < Dataset.CLASSES; answer++) {
            text.append(",said_").append(answer);
        }
        for (int truth = 0; truth < Dataset.CLASSES; truth++) {
            text.append('\n').append(truth);
            for (int answer = 0; answer < Dataset.CLASSES; answer++) {
                text.append(',').append(confusion.count(truth, answer));
            }
        }
        return text.append('\n').toString();
    }
}
