package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyStoppingTest {

    /** Worked out by hand; stop and best are counted from 1, and a stop of 0 is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // figure      | patience | figures of the epochs              | stop | best
        "val_loss      | 3        | 0.5 0.4 0.45 0.41 0.42 0.3         | 5    | 2",
        "val_loss      | 4        | 0.5 0.4 0.45 0.41 0.42 0.3         | 0    | 6",
        "val_loss      | 1        | 0.5 0.4 0.4                        | 3    | 2",
        "val_loss      | 1        | 0.5 0.6                            | 2    | 1",
        "val_loss      | 1        | 0.5                                | 0    | 1",
        "val_loss      | 2        | 0.5 0.6 0.4 0.41 0.39 0.5 0.39     | 7    | 5",
        "val_accuracy  | 2        | 0.5 0.6 0.6 0.59                   | 4    | 2",
        "val_accuracy  | 3        | 0.9 0.8 0.85 0.89 0.95             | 4    | 1",
        "val_accuracy  | 1        | 0.1 0.2 0.3 0.4                    | 0    | 4"})
    void stopsWhereKerasDoes(String figure, int patience, String figures, int stop, int best) {
        EarlyStopping stopping = new EarlyStopping(patience, Monitor.ofLabel(figure).orElseThrow(), false);
        List<LearningCurve.Epoch> epochs = epochs(figure, figures);
        int ended = 0;
        for (int count = 1; count <= epochs.size() && ended == 0; count++) {
            ended = stopping.stopsAfter(epochs.subList(0, count)) ? count : 0;
        }
        assertEquals(stop, ended);
        assertEquals(best, stopping.bestEpoch(epochs.subList(0, ended == 0 ? epochs.size() : ended)));
    }

    @Test
    void withoutPatienceNothingStopsAndTheBestEpochHasTheLargestValidationAccuracy() {
        List<LearningCurve.Epoch> epochs = epochs("val_accuracy", "0.5 0.7 0.7 0.6 0.6 0.6");
        assertFalse(EarlyStopping.OFF.withRestoresBest(true).stopsAfter(epochs));
        assertEquals(2, EarlyStopping.OFF.bestEpoch(epochs));
        assertEquals(6, EarlyStopping.OFF.withRestoresBest(true).resultOf(epochs));
        assertEquals(0, EarlyStopping.OFF.bestEpoch(List.of()));
        assertEquals(0, EarlyStopping.OFF.withPatience(1).bestEpoch(List.of()));
    }

    @Test
    void saysWhyTheRunStoppedAndWhichNetworkItGives() {
        EarlyStopping stopping = EarlyStopping.OFF.withPatience(2);
        List<LearningCurve.Epoch> epochs = epochs("val_loss", "0.5 0.4 0.45 0.41");
        assertEquals(Optional.of("Stopped early after epoch 4: val_loss has not improved for 2 epochs; the best is that of epoch 2."),
                stopping.outcome(epochs));
        assertEquals(Optional.of("Stopped early after epoch 4: val_loss has not improved for 2 epochs; the best is that of epoch 2. The network of "
                + "epoch 2 is restored."), stopping.withRestoresBest(true).outcome(epochs));
        assertEquals(Optional.of("The best val_loss is that of epoch 2. The network of epoch 2 is restored."),
                stopping.withPatience(3).withRestoresBest(true).outcome(epochs));
        assertEquals(Optional.empty(), stopping.withPatience(3).outcome(epochs));
        assertEquals(Optional.empty(), stopping.withRestoresBest(true).outcome(epochs.subList(0, 2)));
    }

    @Test
    void aPatienceIsReadAsPeopleWriteIt() {
        for (String off : List.of("off", "", " Off ", "0")) {
            assertEquals(0, EarlyStopping.parsePatience(off));
        }
        assertEquals(12, EarlyStopping.parsePatience(" 12 "));
        assertEquals("off", EarlyStopping.OFF.patienceText());
        assertEquals("12", EarlyStopping.OFF.withPatience(12).patienceText());
        assertEquals("patience must be a whole number of epochs, or off, not \"1.5\"", problem(() -> EarlyStopping.parsePatience("1.5")));
        for (int wrong : new int[] {-1, 1001}) {
            assertEquals("patience must be from 1 to 1000 epochs, or off, not " + wrong, problem(() -> EarlyStopping.OFF.withPatience(wrong)));
        }
    }

    private static String problem(Runnable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    }

    /** All other figures get better from epoch to epoch. */
    private static List<LearningCurve.Epoch> epochs(String figure, String figures) {
        List<LearningCurve.Epoch> epochs = new ArrayList<>();
        for (String each : figures.strip().split(" ")) {
            double value = Double.parseDouble(each);
            int better = epochs.size();
            epochs.add(figure.equals("val_loss") ? new LearningCurve.Epoch(better, -better, better, value)
                    : new LearningCurve.Epoch(better, -better, value, -better));
        }
        return epochs;
    }
}
