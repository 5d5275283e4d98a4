package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveCsvTest {

    @Test
    void hasTheColumnsAndNumbersOfKerasInEveryLocale(@TempDir Path directory) throws Throwable {
        LearningCurve curve = LearningCurve.ofEpochs(List.of(
                new LearningCurve.Epoch(0.8735833333333334, 0.4422, 0.9253, 0.25),
                new LearningCurve.Epoch(0.93, 1.5e-5, 1, 12345678.5)));
        Path file = directory.resolve("curve.csv");
        Locales.inEach(() -> {
            CurveCsv.write(file, curve);
            assertEquals("epoch,accuracy,loss,val_accuracy,val_loss\n"
                    + "0,0.8735833333333334,0.4422,0.9253,0.25\n"
                    + "1,0.93,1.5E-5,1.0,1.23456785E7\n", Files.readString(file));
        });
    }

    @Test
    void withoutAnEpochThereIsOnlyTheHeader() {
        assertEquals("epoch,accuracy,loss,val_accuracy,val_loss\n", CurveCsv.text(LearningCurve.EMPTY));
    }
}
