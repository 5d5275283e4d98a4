package org.digitscope.files.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.digitscope.files.Locales;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.LearningCurve.Epoch;
import org.digitscope.training.LearningCurve.RateChange;
import org.digitscope.training.Recording;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;

/** Everything is read back by TensorFlow's own classes. */
class EventFilesTest {

    /** Two epochs of two batches and a fifth batch; from the fourth batch on the rate is a tenth. */
    private static final LearningCurve CURVE = curve(5, 1);
    private static final Recording NOTHING_KEPT = new Recording(0);

    @TempDir
    private Path folder;

    private static LearningCurve curve(int points, int stride) {
        float[][] values = new float[6][points];
        for (int point = 0; point < points; point++) {
            values[0][point] = 2.5f - 0.25f * point;
            values[3][point] = 0.125f * point;
        }
        return LearningCurve.of(values, stride, List.of(new Epoch(0.0625, 2.375, 0.25, 2.25), new Epoch(0.3125, 1.875, 0.5, Double.POSITIVE_INFINITY)),
                List.of(new RateChange(3, 0.0001)));
    }

    @Test
    void theFiguresOfBatchesAndEpochsHaveKerasNamesAndSteps() throws IOException {
        EventFiles.write(folder, "first", CURVE, 2, 0.001, NOTHING_KEPT);
        assertEquals(List.of("1 batch_loss 2.5", "1 batch_accuracy 0.0", "2 batch_loss 2.25", "2 batch_accuracy 0.125",
                "0 epoch_loss 2.375", "0 epoch_accuracy 0.0625", "0 epoch_learning_rate 0.001",
                "3 batch_loss 2.0", "3 batch_accuracy 0.25", "4 batch_loss 1.75", "4 batch_accuracy 0.375",
                "1 epoch_loss 1.875", "1 epoch_accuracy 0.3125", "1 epoch_learning_rate 1.0E-4",
                "5 batch_loss 1.5", "5 batch_accuracy 0.5"), TensorFlowEvents.scalars(folder.resolve("first/train")));
        assertEquals(List.of("0 epoch_loss 2.25", "0 epoch_accuracy 0.25", "1 epoch_loss Infinity", "1 epoch_accuracy 0.5"),
                TensorFlowEvents.scalars(folder.resolve("first/validation")));
        assertEquals(List.of(), TensorFlowEvents.histograms(folder.resolve("first/train")));
    }

    @Test
    void bothFilesBeginWithTheVersionHaveNoTimesAndANameThatTensorBoardLooksFor() throws IOException {
        EventFiles.write(folder, CURVE, 2, 0.001, NOTHING_KEPT);
        for (String part : List.of("train", "validation")) {
            List<Event> events = TensorFlowEvents.events(folder.resolve(part));
            assertEquals("brain.Event:2", events.get(0).getFileVersion());
            assertEquals(Set.of(0.0), Set.copyOf(events.stream().map(Event::getWallTime).toList()));
            assertEquals("events.out.tfevents.0.digitscope", TensorFlowEvents.only(folder.resolve(part)).getFileName().toString());
        }
    }

    @Test
    void theReaderThatChecksThemRefusesABitThatIsWrongAnywhere() throws IOException {
        EventFiles.write(folder, CURVE, 2, 0.001, NOTHING_KEPT);
        byte[] file = Files.readAllBytes(TensorFlowEvents.only(folder.resolve("validation")));
        assertEquals(3, TensorFlowEvents.events(file).size());
        // the length, its checksum, the bytes and their checksum of the first record, whose 15 bytes begin at 12
        for (int place : new int[] {0, 9, 12, 26, 28}) {
            byte[] damaged = file.clone();
            damaged[place] ^= 1;
            assertThrows(IOException.class, () -> TensorFlowEvents.events(damaged), "byte " + place);
        }
    }

    @Test
    void aHistogramCountsFromEachLimitUpToTheNextAndTheLargestInTheLast() throws IOException {
        HistogramProto histogram = histogram(30, 0, 0.5f, 1, 29, 30, 28.75f);
        assertEquals(0, histogram.getMin());
        assertEquals(30, histogram.getMax());
        assertEquals(7, histogram.getNum());
        assertEquals(119.25, histogram.getSum());
        assertEquals(3468.8125, histogram.getSumSquares());
        List<Double> limits = new ArrayList<>();
        List<Double> counts = new ArrayList<>(Collections.nCopies(30, 0.0));
        for (int limit = 1; limit <= 30; limit++) {
            limits.add((double) limit);
        }
        counts.set(0, 2.0);
        counts.set(1, 1.0);
        counts.set(28, 1.0);
        counts.set(29, 3.0);
        assertEquals(limits, histogram.getBucketLimitList());
        assertEquals(counts, histogram.getBucketList());
    }

    @Test
    void numbersThatAreAllTheSameHaveOneBucket() throws IOException {
        HistogramProto histogram = histogram(-0.5f, -0.5f, -0.5f);
        assertEquals(List.of(-0.5), histogram.getBucketLimitList());
        assertEquals(List.of(3.0), histogram.getBucketList());
        assertEquals(-1.5, histogram.getSum());
        assertEquals(0.75, histogram.getSumSquares());
    }

    private static HistogramProto histogram(float... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new EventLog(bytes).add(7, new EventLog.Summary().histogram("layer_1/bias", values));
        Event event = TensorFlowEvents.events(bytes.toByteArray()).get(1);
        assertEquals(7, event.getStep());
        Summary.Value value = event.getSummary().getValue(0);
        assertEquals("layer_1/bias", value.getTag());
        return value.getHisto();
    }

    @Test
    void aTrainedRunHasItsCurveAndTheHistogramsOfTheNetworkAtEachEpochsEnd() throws IOException {
        Trainer trainer = trained();
        LearningCurve curve = trainer.snapshot().curve();
        EventFiles.write(folder, curve, trainer.stepsPerEpoch(), 0.001, trainer.recording());
        List<TensorFlowEvents.Entry> entries = TensorFlowEvents.entries(folder.resolve("train"));
        assertEquals(List.of("0 layer_1/kernel", "0 layer_1/bias", "0 layer_2/kernel", "0 layer_2/bias",
                "1 layer_1/kernel", "1 layer_1/bias", "1 layer_2/kernel", "1 layer_2/bias"), TensorFlowEvents.histograms(folder.resolve("train")));
        assertEquals(8, entries.stream().filter(entry -> entry.value().getTag().equals("batch_loss")).count());
        assertEquals(curve.loss(5), entries.stream().filter(entry -> entry.value().getTag().equals("batch_loss") && entry.step() == 6)
                .findFirst().orElseThrow().value().getSimpleValue());
        Parameters end = trainer.recording().atOrBefore(8).orElseThrow().parameters();
        for (Parameters.Tensor tensor : end.tensors()) {
            HistogramProto histogram = entries.stream().filter(entry -> entry.step() == 1
                    && entry.value().getTag().equals(tensor.name().replace('.', '/'))).findFirst().orElseThrow().value().getHisto();
            double sum = 0;
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            int[] counts = new int[30];
            for (float value : tensor.matrix().data) {
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            for (float value : tensor.matrix().data) {
                int bucket = 0;
                while (bucket < 29 && value >= histogram.getBucketLimit(bucket)) {
                    bucket++;
                }
                counts[bucket]++;
            }
            assertEquals(min, histogram.getMin());
            assertEquals(max, histogram.getMax());
            assertEquals(sum, histogram.getSum());
            assertEquals(tensor.matrix().getNumElements(), histogram.getNum());
            assertEquals(max, histogram.getBucketLimit(29));
            assertArrayEquals(counts, histogram.getBucketList().stream().mapToInt(Double::intValue).toArray(), tensor.name());
        }
    }

    @Test
    void anEpochWhoseEndIsNotKeptHasItsFiguresButNoHistograms() throws IOException {
        Trainer trainer = trained();
        Recording second = Recording.of(0, 8, 2, List.of(trainer.recording().atOrBefore(0).orElseThrow(), trainer.recording().atOrBefore(8).orElseThrow()));
        EventFiles.write(folder, trainer.snapshot().curve(), trainer.stepsPerEpoch(), 0.001, second);
        assertEquals(List.of("1 layer_1/kernel", "1 layer_1/bias", "1 layer_2/kernel", "1 layer_2/bias"),
                TensorFlowEvents.histograms(folder.resolve("train")));
        assertEquals(2, TensorFlowEvents.scalars(folder.resolve("train")).stream().filter(scalar -> scalar.contains("epoch_accuracy")).count());
    }

    private static Trainer trained() {
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(2).withBatchSize(10).withArchitecture(Architecture.relu(3));
        Trainer trainer = new Trainer(Examples.pictures(40, 1), Examples.pictures(20, 2), settings);
        trainer.run(() -> false, snapshot -> { });
        return trainer;
    }

    @Test
    void theSameRunGivesTheSameBytesInEveryLocale() throws Throwable {
        Trainer trainer = trained();
        EventFiles.write(folder, "a", trainer.snapshot().curve(), 4, 0.001, trainer.recording());
        Locales.inEach(() -> {
            EventFiles.write(folder, "b", trained().snapshot().curve(), 4, 0.001, trained().recording());
            for (String part : List.of("train", "validation")) {
                assertEquals(-1, Files.mismatch(TensorFlowEvents.only(folder.resolve("a").resolve(part)), TensorFlowEvents.only(folder.resolve("b").resolve(part))));
            }
        });
    }

    @Test
    void aCurveThatKnowsItsEpochsAloneHasNoBatches() throws IOException {
        EventFiles.write(folder, LearningCurve.ofEpochs(CURVE.epochs()), 2, 0.01, NOTHING_KEPT);
        assertEquals(List.of("0 epoch_loss 2.375", "0 epoch_accuracy 0.0625", "0 epoch_learning_rate 0.01",
                "1 epoch_loss 1.875", "1 epoch_accuracy 0.3125", "1 epoch_learning_rate 0.01"), TensorFlowEvents.scalars(folder.resolve("train")));
    }

    @Test
    void aPointOfSeveralStepsStandsAtItsLast() throws IOException {
        EventFiles.write(folder, curve(2, 2), 2, 0.001, NOTHING_KEPT);
        assertEquals(List.of("2 batch_loss 2.5", "4 batch_loss 2.25"),
                TensorFlowEvents.scalars(folder.resolve("train")).stream().filter(scalar -> scalar.contains("batch_loss")).toList());
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        IOException problem = assertThrows(UnwritableFileException.class, () -> EventFiles.write(file, CURVE, 2, 0.001, NOTHING_KEPT));
        assertEquals("taken is a file, so no folder can be made there", problem.getMessage());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void everyNameIsAFolderOfItsOwn() throws Throwable {
        Locales.inEach(() -> {
            assertEquals("rate=0.01 seed=3", EventFiles.folderName("rate=0.01 seed=3"));
            assertEquals("20%25 wrong", EventFiles.folderName("20% wrong"));
            assertEquals("a%2Fb", EventFiles.folderName("a/b"));
            assertEquals("a%5Cb", EventFiles.folderName("a\\b"));
            assertEquals("%2E%2E", EventFiles.folderName(".."));
            assertEquals("%20%00é ü%2E", EventFiles.folderName(" \0é ü."));
        });
        assertThrows(IllegalArgumentException.class, () -> EventFiles.folderName(""));
        EventFiles.write(folder, "../b:c", CURVE, 2, 0.001, NOTHING_KEPT);
        assertTrue(Files.isDirectory(folder.resolve("%2E.%2Fb%3Ac/train")));
    }
}
