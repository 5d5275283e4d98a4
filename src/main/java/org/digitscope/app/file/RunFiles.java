package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.RunList;
import org.digitscope.data.Counts;
import org.digitscope.experiment.NamedRun;
import org.digitscope.experiment.RunResult;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.experiment.EventFiles;
import org.digitscope.files.report.RunReport;
import org.digitscope.files.experiment.RunTables;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Recording;

/** The list of runs as files, and curves from files in the list. */
public final class RunFiles {

    private static final String CURVES = "learning curves";

    private final AppModel model;
    private final FileDialogs files;
    private final RunList runs;

    public RunFiles(AppModel model, FileDialogs files) {
        this.model = model;
        this.files = files;
        runs = model.runs();
    }

    /** Asks where to save all runs as a table, a row for each. */
    public void saveCsv() {
        List<NamedRun> all = all();
        files.save("the table of runs", "runs.csv", "CSV files", file -> AtomicFile.writeText(file, RunTables.csv(all)));
    }

    /** Asks where to save all runs with their settings and epochs. */
    public void saveJson() {
        List<NamedRun> all = all();
        files.save("the runs", "runs.json", "JSON files", file -> AtomicFile.writeText(file, RunTables.json(all)));
    }

    /** Asks where to save all runs as one HTML page: their curves, what differs, their figures. */
    public void saveReport() {
        List<NamedRun> all = all();
        files.save("the report of the runs", "runs.html", "HTML pages", file -> AtomicFile.writeText(file, RunReport.of(all)));
    }

    /** Asks for a folder and writes runs for TensorBoard into it, each into a folder of its name; all of the list where none are given. */
    public void saveEvents(List<KeptRun> some) {
        List<KeptRun> wanted = some.isEmpty() ? List.copyOf(runs.runs()) : some;
        List<Event> events = wanted.stream().map(Event::of).toList();
        files.chooseTarget("runs", List.of("*"), "folders for TensorBoard", folder -> model.background().write(String.valueOf(folder.getFileName()), () -> {
            Set<String> taken = new HashSet<>();
            for (Event run : events) {
                run.write(folder, taken);
            }
            model.background().tell("Saved " + Counts.of(events.size(), "run") + " for TensorBoard: tensorboard --logdir " + folder.getFileName());
        }));
    }

    /** A run as it is now, for another thread. */
    private record Event(NamedRun run, int stepsPerEpoch, Recording recording) {

        static Event of(KeptRun run) {
            return new Event(run.named(), run.known().stepsPerEpoch(), run.known().learnt().map(KeptRun.Learnt::recording).orElseGet(() -> new Recording(0)));
        }

        void write(Path folder, Set<String> taken) throws IOException {
            String name = run.name();
            for (int number = 2; !taken.add(name); number++) {
                name = run.name() + " (" + number + ")";
            }
            EventFiles.write(folder, name, run.result().curve(), stepsPerEpoch, run.result().settings().map(Hyperparameters::learningRate).orElse(Double.NaN),
                    recording);
        }
    }

    /** Asks for a curve as CSV and adds it to the list. */
    public void openCurve() {
        files.choose(CURVES, List.of("*.csv"), this::openCurve);
    }

    /** Adds a curve from CSV to the list. */
    public void openCurve(Path path) {
        model.background().ask(model.background().files(), () -> new Curve(name(path), CurveCsv.read(path)), this::add, () -> { });
    }

    private record Curve(String name, LearningCurve curve) {
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\.csv$", "");
    }

    private void add(Curve read) {
        runs.add(read.name, new KeptRun.Known(RunResult.of(read.curve), read.curve.epochs().size(), 1, Optional.empty()));
        model.notices().tell("Added " + read.name + " with " + Counts.of(read.curve.epochs().size(), "epoch") + "; its settings aren't known.");
    }

    private List<NamedRun> all() {
        return runs.runs().stream().map(KeptRun::named).toList();
    }
}
