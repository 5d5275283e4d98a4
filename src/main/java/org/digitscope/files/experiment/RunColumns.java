package org.digitscope.files.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.digitscope.experiment.RunResult;
import org.digitscope.training.LearningCurve;

/** The columns that every table of runs has: how far a run came, the figures of its last epoch or the one that early stopping restored, its best epoch. */
final class RunColumns {

    static final List<String> NAMES = List.of("epochs", "diverged", "accuracy", "loss", "val_accuracy", "val_loss", "best_epoch", "best_val_accuracy");
    private static final int FIGURES = 6;

    private RunColumns() {
    }

    /** Those of a run, in the order of the names; the figures are empty where no epoch was finished. */
    static List<String> of(RunResult result) {
        List<LearningCurve.Epoch> epochs = result.epochs();
        List<String> fields = new ArrayList<>(List.of(String.valueOf(epochs.size()), String.valueOf(result.hasDiverged())));
        Optional<LearningCurve.Epoch> given = result.resultEpoch();
        if (given.isEmpty()) {
            fields.addAll(Collections.nCopies(FIGURES, ""));
        } else {
            LearningCurve.Epoch last = given.get();
            fields.addAll(List.of(String.valueOf(last.accuracy()), String.valueOf(last.loss()), String.valueOf(last.validationAccuracy()),
                    String.valueOf(last.validationLoss()), String.valueOf(result.bestEpoch()),
                    String.valueOf(epochs.get(result.bestEpoch() - 1).validationAccuracy())));
        }
        return fields;
    }
}
