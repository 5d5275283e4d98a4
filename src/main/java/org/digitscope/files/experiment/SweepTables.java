package org.digitscope.files.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.experiment.NamedRun;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.RunResult;
import org.digitscope.files.CsvLine;

/** The finished runs of a sweep as tables, in the order of the sweep: the same runs give the same bytes, whoever trained them and when. */
public final class SweepTables {

    private SweepTables() {
    }

    /** A row for each run: what varies, the figures of its last epoch or the one that early stopping restored, its best epoch, and its fingerprint. */
    public static String runs(Sweep sweep, Map<Trial, RunResult> results) {
        List<String> names = new ArrayList<>(List.of("run"));
        sweep.axes().forEach(axis -> names.add(axis.setting().label()));
        names.add("seed");
        names.addAll(RunColumns.NAMES);
        names.add("fingerprint");
        StringBuilder csv = new StringBuilder(CsvLine.of(names));
        sorted(results).forEach(trial -> {
            List<String> fields = new ArrayList<>(List.of(String.valueOf(trial.number())));
            fields.addAll(trial.values().values());
            fields.add(String.valueOf(trial.settings().seed()));
            fields.addAll(RunColumns.of(results.get(trial)));
            fields.add(results.get(trial).fingerprint());
            csv.append(CsvLine.of(fields));
        });
        return csv.toString();
    }

    /** The same with all settings and the figures of the best epoch, see {@link RunTables#json}; without times. */
    public static String json(Map<Trial, RunResult> results) {
        return RunTables.jsonWithoutTimes(sorted(results).stream().map(trial -> new NamedRun(trial.title(), results.get(trial))).toList());
    }

    /** How long each run took, which is no part of the other tables as it is never twice the same. */
    public static String times(Map<Trial, RunResult> results) {
        return sorted(results).stream().map(trial -> trial.number() + "," + results.get(trial).seconds() + "\n")
                .collect(Collectors.joining("", "run,seconds\n", ""));
    }

    static List<Trial> sorted(Map<Trial, RunResult> results) {
        return results.keySet().stream().sorted((one, other) -> Integer.compare(one.number(), other.number())).toList();
    }
}
