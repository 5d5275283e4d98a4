package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.files.experiment.TensorFlowEvents;
import org.junit.jupiter.api.Test;

class TensorBoardOptionTest extends SmallPictures {

    @Test
    void aTrainingWritesWhatItsCurveAndItsNetworkWere() throws IOException {
        Path csv = folder.resolve("curve.csv");
        assertEquals(0, train("--epochs", "2", "--learning-rate", "0.01", "--csv", csv.toString(), "--tensorboard", folder.resolve("logs/first").toString()), said);
        assertTrue(said.contains("Event files written to " + folder.resolve("logs/first")), said);
        List<String> train = TensorFlowEvents.scalars(folder.resolve("logs/first/train"));
        List<String> validation = TensorFlowEvents.scalars(folder.resolve("logs/first/validation"));
        List<String> rows = Files.readAllLines(csv);
        for (int epoch = 0; epoch < 2; epoch++) {
            String[] row = rows.get(epoch + 1).split(",");
            assertTrue(train.containsAll(List.of(epoch + " epoch_accuracy " + Float.parseFloat(row[1]), epoch + " epoch_loss " + Float.parseFloat(row[2]),
                    epoch + " epoch_learning_rate 0.01")), train.toString());
            assertTrue(validation.containsAll(List.of(epoch + " epoch_accuracy " + Float.parseFloat(row[3]), epoch + " epoch_loss "
                    + Float.parseFloat(row[4]))), validation.toString());
        }
        assertEquals(List.of("0 layer_1/kernel", "0 layer_1/bias", "0 layer_2/kernel", "0 layer_2/bias",
                "1 layer_1/kernel", "1 layer_1/bias", "1 layer_2/kernel", "1 layer_2/bias"), TensorFlowEvents.histograms(folder.resolve("logs/first/train")));
    }

    @Test
    void aResumedTrainingAndItsProjectsReportWriteTheSameBytes() throws IOException {
        Path half = folder.resolve("half.digitscope");
        Path whole = folder.resolve("whole.digitscope");
        assertEquals(0, train("--epochs", "2", "--tensorboard", folder.resolve("a").toString()), said);
        assertEquals(0, train("--epochs", "1", "--save-project", half.toString()), said);
        assertEquals(0, onPictures(List.of("train"), "--resume", half.toString(), "--epochs", "2",
                "--save-project", whole.toString(), "--tensorboard", folder.resolve("b").toString()), said);
        assertEquals(0, onPictures(List.of("report"), whole.toString(), folder.resolve("page.html").toString(),
                "--tensorboard", folder.resolve("c").toString()), said);
        assertTrue(said.contains("Event files written to " + folder.resolve("c")), said);
        for (String file : List.of("train/events.out.tfevents.0.digitscope", "validation/events.out.tfevents.0.digitscope")) {
            assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("b").resolve(file)));
            assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("c").resolve(file)));
        }
    }

    @Test
    void aPlaceThatCannotBeAFolderIsSaidBeforeAnythingIsTrainedOrWritten() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        assertEquals(1, train("--tensorboard", taken.toString()), said);
        assertEquals("digitscope: taken is a file, so no folder can be made there", said.strip());
        assertEquals(1, train("--tensorboard", taken.resolve("inside").toString()), said);
        assertFalse(said.contains("Epoch"), said);
        assertEquals("mine", Files.readString(taken));
        Path project = folder.resolve("run.digitscope");
        assertEquals(0, train("--epochs", "1", "--save-project", project.toString()), said);
        for (String option : List.of("--tensorboard", "--charts")) {
            assertEquals(1, onPictures(List.of("report"), project.toString(), folder.resolve("page.html").toString(),
                    option, taken.toString()), said);
            assertEquals("digitscope: taken is a file, so no folder can be made there", said.strip());
        }
        assertFalse(Files.exists(folder.resolve("page.html")), "nothing is written");
    }

    private int train(String... more) {
        return onPictures(List.of("train", "--hidden", "3"), more);
    }
}
