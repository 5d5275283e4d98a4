package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void whatIsWrittenIsReadBackToTheBit(@TempDir Path directory) throws Throwable {
        List<LearningCurve.Epoch> epochs = List.of(new LearningCurve.Epoch(0.8735833333333334, 0.4422, 0.9253, 0.25),
                new LearningCurve.Epoch(0, 1.5e-5, 1, 12345678.5), new LearningCurve.Epoch(0.5, Double.NaN, 0.0980, Double.POSITIVE_INFINITY));
        Path file = directory.resolve("curve.csv");
        Locales.inEach(() -> {
            CurveCsv.write(file, LearningCurve.ofEpochs(epochs));
            assertEquals(epochs, CurveCsv.read(file).epochs());
        });
    }

    @Test
    void columnsOfKerasComeInAnyOrderWithOldNamesAndOthersBetween(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keras.csv");
        Files.writeString(file, "\uFEFFval_loss, epoch ,\"learning_rate\",acc,loss,\"val_acc\",note\r\n"
                + "0.5,0,0.001,.75,1,0.25,\"one, \"\"two\"\"\"\r\n"
                + "\"1e-3\", 1,NA,1.,inf,+0.5,\r\n\r\n");
        assertEquals(List.of(new LearningCurve.Epoch(0.75, 1, 0.25, 0.5), new LearningCurve.Epoch(1, Double.POSITIVE_INFINITY, 0.5, 0.001)),
                CurveCsv.read(file).epochs());
        assertEquals(0, CurveCsv.read(file).points());
    }

    /** Each way in which a file can be broken: its text, and what is said of it. */
    static Stream<Arguments> broken() {
        String head = "epoch,accuracy,loss,val_accuracy,val_loss\n";
        String columns = "expected the columns epoch, loss, accuracy, val_loss and val_accuracy, separated by commas";
        return Stream.of(
                Arguments.of("", "is empty; expected a learning curve as CSV"),
                Arguments.of("\uFEFF", "has no column epoch in line 1; " + columns),
                Arguments.of(head, "has no epoch below line 1; expected a row for each"),
                Arguments.of("accuracy,loss,val_accuracy,val_loss\n1,1,1,1\n", "has no column epoch in line 1; " + columns),
                Arguments.of("epoch,loss,val_accuracy,val_loss\n0,1,1,1\n", "has no column accuracy or acc in line 1; " + columns),
                Arguments.of("epoch,accuracy,val_accuracy,val_loss\n0,1,1,1\n", "has no column loss in line 1; " + columns),
                Arguments.of("epoch,accuracy,loss\n0,1,1\n", "has no column val_accuracy or val_acc in line 1; " + columns),
                Arguments.of("epoch,accuracy,loss,val_acc\n0,1,1,1\n", "has no column val_loss in line 1; " + columns),
                Arguments.of(head.replace(',', ';') + "0;1;1;1;1\n", "has no column epoch in line 1; " + columns),
                Arguments.of("epoch,acc,loss,accuracy,val_accuracy,val_loss\n0,1,1,1,1,1\n", "has the column accuracy twice in line 1; " + columns),
                Arguments.of("epoch,loss,loss,accuracy,val_accuracy,val_loss\n0,1,1,1,1,1\n", "has the column loss twice in line 1; " + columns),
                Arguments.of(head + "0,1,1,1\n", "has 4 fields in line 2; expected 5 fields as in line 1"),
                Arguments.of(head + "0,1,1,1,1\n\n1,1,1,1,1,1\n", "has 6 fields in line 4; expected 5 fields as in line 1"),
                Arguments.of(head + "0,1,1,1,\"1\n", "has a quote that doesn't enclose a whole field in line 2; expected fields separated by commas"),
                Arguments.of(head + "0,1,1,1,\"1\"1\n", "has a quote that doesn't enclose a whole field in line 2; expected fields separated by commas"),
                Arguments.of(head + "1,1,1,1,1\n", "has \"1\" as its epoch in line 2; expected 0, as the first epoch is 0 and each other follows "
                        + "the one before"),
                Arguments.of(head + "0,1,1,1,1\n2,1,1,1,1\n", "has \"2\" as its epoch in line 3; expected 1, as the first epoch is 0 and each other "
                        + "follows the one before"),
                Arguments.of(head + "0,1,NA,1,1\n", "has \"NA\" as its loss in line 2; expected a number such as 0.25"),
                Arguments.of(head + "0,1,0x1p3,1,1\n", "has \"0x1p3\" as its loss in line 2; expected a number such as 0.25"),
                Arguments.of(head + "0,1,1,1,\n", "has \"\" as its val_loss in line 2; expected a number such as 0.25"),
                Arguments.of(head + "0,97.5,1,1,1\n", "has \"97.5\" as its accuracy in line 2; expected a share from 0 to 1"),
                Arguments.of(head + "0,1,1,-0.5,1\n", "has \"-0.5\" as its val_accuracy in line 2; expected a share from 0 to 1"),
                Arguments.of(head + "0,nan,1,1,1\n", "has \"nan\" as its accuracy in line 2; expected a share from 0 to 1"),
                Arguments.of(head + "0,1,\0\1\uFFFD,1,1\n", "has \"???\" as its loss in line 2; expected a number such as 0.25"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsRefusedByNameAndLine(String text, String problem, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.csv"), text);
        assertEquals("mine.csv " + problem, assertThrows(UnreadableFileException.class, () -> CurveCsv.read(file)).getMessage());
    }

    @Test
    void aFileThatIsTooLargeMissingOrAFolderIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("mine.csv"), new byte[1_000_001]);
        assertEquals("mine.csv is 1000001 bytes large; expected a learning curve as CSV of at most 1000000 bytes",
                assertThrows(UnreadableFileException.class, () -> CurveCsv.read(file)).getMessage());
        assertThrows(UnreadableFileException.class, () -> CurveCsv.read(directory.resolve("none.csv")));
        assertThrows(UnreadableFileException.class, () -> CurveCsv.read(directory));
    }
}
