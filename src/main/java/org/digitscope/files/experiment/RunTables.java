package org.digitscope.files.experiment;

import static org.digitscope.files.StrictJson.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.digitscope.data.PlainNumber;
import org.digitscope.experiment.NamedRun;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.files.CsvLine;
import org.digitscope.files.RunJson;
import org.digitscope.files.StrictJson;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/** Any runs as tables, in the order of the list: their names, all their settings, and what came of them. The same in every locale. */
public final class RunTables {

    private RunTables() {
    }

    /** A row for each run; the settings that sweeps vary have the names and texts that they have there. */
    public static String csv(List<NamedRun> runs) {
        List<String> names = new ArrayList<>(List.of("name"));
        Arrays.stream(SweptSetting.values()).map(SweptSetting::label).forEach(names::add);
        names.addAll(List.of("momentum", "inputs", "start-deviation", "l1", "patience", "monitor", "restore-best-weights",
                "planned-epochs", "seed"));
        names.addAll(RunColumns.NAMES);
        names.addAll(List.of("seconds", "data", "fingerprint"));
        StringBuilder csv = new StringBuilder(CsvLine.of(names));
        for (NamedRun run : runs) {
            RunResult result = run.result();
            List<String> fields = new ArrayList<>(List.of(run.name()));
            fields.addAll(result.settings().map(RunTables::settings).orElse(Collections.nCopies(names.size() - 1 - RunColumns.NAMES.size() - 3, "")));
            fields.addAll(RunColumns.of(result));
            fields.addAll(List.of(Double.isNaN(result.seconds()) ? "" : String.valueOf(result.seconds()), result.data(), result.fingerprint()));
            csv.append(CsvLine.of(fields));
        }
        return csv.toString();
    }

    private static List<String> settings(Hyperparameters settings) {
        List<String> fields = new ArrayList<>();
        Arrays.stream(SweptSetting.values()).map(setting -> setting.of(settings)).forEach(fields::add);
        fields.addAll(List.of(PlainNumber.of(settings.momentum()), settings.architecture().inputs().label(),
                PlainNumber.of(settings.initialization().deviation()), PlainNumber.of(settings.penalty().l1()), settings.earlyStopping().patienceText(),
                settings.earlyStopping().monitor().label(),
                String.valueOf(settings.earlyStopping().restoresBest()), String.valueOf(settings.epochs()),
                String.valueOf(settings.seed())));
        return fields;
    }

    /**
     * A list with an object for each run, in which {@code last} and {@code best} are the figures of the last epoch and of the one with the
     * largest validation accuracy, null where none was finished.
     */
    public static String json(List<NamedRun> runs) {
        return StrictJson.writeReadable(runs.stream().map(run -> {
            Map<String, Object> object = object(run);
            object.put("seconds", Double.isNaN(run.result().seconds()) ? null : run.result().seconds());
            return object;
        }).toList());
    }

    /** The same without how long each run took, so that the same runs give the same bytes. */
    public static String jsonWithoutTimes(List<NamedRun> runs) {
        return StrictJson.writeReadable(runs.stream().map(RunTables::object).toList());
    }

    private static Map<String, Object> object(NamedRun run) {
        RunResult result = run.result();
        List<LearningCurve.Epoch> epochs = result.epochs();
        return fields("name", run.name(), "settings", result.settings().map(RunJson::allSettings).orElse(null), "seed",
                result.settings().map(settings -> Long.toString(settings.seed())).orElse(null), "data", result.data(), "epochs", epochs.size(), "diverged", result.hasDiverged(), "last", figures(epochs, epochs.size()),
                "best", figures(epochs, result.bestEpoch()), "fingerprint", result.fingerprint());
    }

    /** @param number of the epoch, from 1 on; 0 for none */
    private static Map<String, Object> figures(List<LearningCurve.Epoch> epochs, int number) {
        if (number == 0) {
            return null;
        }
        Map<String, Object> figures = fields("epoch", number);
        figures.putAll(RunJson.figures(epochs.get(number - 1)));
        return figures;
    }
}
