package org.digitscope.files.experiment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.RunResult;
import org.digitscope.training.LearningCurve;

/** The finished runs of a sweep as tables, in the order of the sweep: the same runs give the same bytes, whoever trained them and when. */
public final class SweepTables {

    private SweepTables() {
    }

    /** A row for each run: what varies, the figures of its last epoch or the one that early stopping restored, its best epoch, and its fingerprint. */
    public static String runs(Sweep sweep, Map<Trial, RunResult> results) {
        String axes = sweep.axes().stream().map(axis -> axis.setting().label() + ",").collect(Collectors.joining());
        StringBuilder csv = new StringBuilder("run," + axes + "seed,epochs,diverged,accuracy,loss,val_accuracy,val_loss,best_epoch,"
                + "best_val_accuracy,fingerprint\n");
        sorted(results).forEach(trial -> {
            RunResult result = results.get(trial);
            List<LearningCurve.Epoch> epochs = result.epochs();
            csv.append(trial.number()).append(',');
            trial.values().values().forEach(value -> csv.append(value).append(','));
            csv.append(trial.settings().seed()).append(',').append(epochs.size()).append(',').append(result.hasDiverged());
            if (epochs.isEmpty()) {
                csv.append(",,,,,,");
            } else {
                LearningCurve.Epoch given = result.resultEpoch().orElseThrow();
                csv.append(',').append(given.accuracy()).append(',').append(given.loss()).append(',').append(given.validationAccuracy()).append(',')
                        .append(given.validationLoss()).append(',').append(result.bestEpoch()).append(',')
                        .append(epochs.get(result.bestEpoch() - 1).validationAccuracy());
            }
            csv.append(',').append(result.fingerprint()).append('\n');
        });
        return csv.toString();
    }

    /** How long each run took, which is no part of the other table as it is never twice the same. */
    public static String times(Map<Trial, RunResult> results) {
        return sorted(results).stream().map(trial -> trial.number() + "," + results.get(trial).seconds() + "\n")
                .collect(Collectors.joining("", "run,seconds\n", ""));
    }

    static List<Trial> sorted(Map<Trial, RunResult> results) {
        return results.keySet().stream().sorted((one, other) -> Integer.compare(one.number(), other.number())).toList();
    }
}
