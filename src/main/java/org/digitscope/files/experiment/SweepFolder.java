package org.digitscope.files.experiment;

import static org.digitscope.files.StrictJson.fields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.Fields;
import org.digitscope.files.Folders;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.RunJson;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Recording;

/**
 * Where the runs of a sweep are kept: a file for each in {@code runs}, moved into place when it is whole, its curve in {@code curves}, and,
 * where they are wanted, its event files in {@code tensorboard}. Several processes, on several machines, may write into the same
 * folder, each its own runs; a run that has its file is not trained again.
 */
public final class SweepFolder {

    private static final String FORMAT = "digitscope run";
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 4_000_000;
    private static final String EVENTS = "tensorboard";
    /** Of a project's time machine: the start and the end. */
    private static final int KEPT_STEPS = 2;
    private static final String EXPECTED = "a run of a sweep";
    private static final String PLAN = "sweep.json";
    private static final String PLAN_FORMAT = "digitscope sweep";

    /** What was made of a sweep of the window. */
    public enum Mark {
        /** It was ended on purpose before all was trained. */
        CANCELLED,
        /** It is to be removed when nobody can take that back any longer. */
        DISCARDED;

        private String file() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path folder;

    public SweepFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /**
     * Keeps what is to be trained, so that it can be gone on with from the folder alone.
     *
     * @throws IOException when the file can't be written
     */
    public void keepPlan(Sweep sweep) throws IOException {
        write(PLAN, StrictJson.writeReadable(fields("format", PLAN_FORMAT, "version", VERSION, "settings", RunJson.settings(sweep.base()), "axes",
                sweep.axes().stream().map(axis -> fields("setting", axis.setting().label(), "values", String.join(",", axis.values()))).toList(), "seeds",
                sweep.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")))));
    }

    /**
     * What is to be trained; empty where no plan was kept.
     *
     * @throws UnreadableFileException when the plan is damaged
     */
    public Optional<Sweep> plan() throws IOException {
        Path file = folder.resolve(PLAN);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Fields json = read(file, "the plan of a sweep", PLAN_FORMAT);
        try {
            List<Axis> axes = json.list("axes", axis -> new Axis(SweptSetting.ofLabel(axis.text("setting"))
                    .orElseThrow(() -> axis.wrong("setting", axis.node().get("setting"), "a setting that can be varied")), List.of(axis.text("values").split(","))));
            Sweep sweep = new Sweep(RunJson.settings(json.object("settings"), 0), axes,
                    Stream.of(json.text("seeds").split(",")).map(Long::valueOf).toList());
            sweep.trials();
            return Optional.of(sweep);
        } catch (IllegalArgumentException notAllowed) {
            throw new UnreadableFileException(file, "is no plan of a sweep: " + notAllowed.getMessage());
        }
    }

    /**
     * A run that is kept whole.
     *
     * @throws IOException when there is no such file, or it is damaged
     */
    public Project project(Trial trial) throws IOException {
        return ProjectFile.read(projectFile(trial));
    }

    private Path projectFile(Trial trial) {
        return folder.resolve("projects").resolve(trial.fileName() + ".digitscope");
    }

    /**
     * Keeps a finished run whole, so that it can be opened and gone on with; to be called before {@link #keep}, which makes it count.
     *
     * @throws IOException when the file can't be written
     */
    public void keepProject(Trial trial, Project project) throws IOException {
        Folders.make(folder.resolve("projects"));
        ProjectFile.write(projectFile(trial), project.thinned(KEPT_STEPS));
    }

    /**
     * Marks a sweep, or takes the mark away.
     *
     * @throws IOException when the folder can't be written to
     */
    public void mark(Mark mark, boolean isSo) throws IOException {
        if (isSo) {
            write(mark.file(), "");
        } else {
            Files.deleteIfExists(folder.resolve(mark.file()));
        }
    }

    public boolean has(Mark mark) {
        return Files.exists(folder.resolve(mark.file()));
    }

    /** How many of a sweep's runs are finished. */
    public int finished(Sweep sweep) {
        return (int) sweep.trials().stream().filter(trial -> Files.exists(file(trial))).count();
    }

    /** Where a run is kept. */
    public Path file(Trial trial) {
        return folder.resolve("runs").resolve(trial.fileName() + ".json");
    }

    /**
     * Keeps a finished run and its curve.
     *
     * @throws IOException when a file can't be written
     */
    public void keep(Trial trial, RunResult result) throws IOException {
        Folders.make(folder.resolve("runs"));
        Folders.make(folder.resolve("curves"));
        CurveCsv.write(folder.resolve("curves").resolve(trial.fileName() + ".csv"), result.curve());
        AtomicFile.writeText(file(trial), StrictJson.writeReadable(fields("format", FORMAT, "version", VERSION, "settings",
                RunJson.settings(trial.settings()), "seed", Long.toString(trial.settings().seed()), "data", result.data(), "diverged", result.hasDiverged(),
                "epochs", RunJson.epochs(result.curve()), "fingerprint", result.fingerprint(), "seconds", result.seconds())));
    }

    /**
     * Keeps a finished run as event files, see {@link EventFiles}; to be called before {@link #keep}, which makes it count.
     *
     * @param stepsPerEpoch batches of an epoch
     * @param recording of the run
     * @throws UnwritableFileException when a file can't be written
     */
    public void keepEvents(Trial trial, RunResult result, int stepsPerEpoch, Recording recording) throws UnwritableFileException {
        EventFiles.write(folder.resolve(EVENTS), trial.fileName(), result.curve(), stepsPerEpoch, trial.settings().learningRate(), recording);
    }

    /**
     * Makes event files of what is known of a run that was kept without them, which is its epochs alone; those that are there stay.
     *
     * @throws UnwritableFileException when a file can't be written
     */
    public void completeEvents(Trial trial, RunResult result, int stepsPerEpoch) throws UnwritableFileException {
        if (!Files.exists(folder.resolve(EVENTS).resolve(trial.fileName()))) {
            keepEvents(trial, result, stepsPerEpoch, new Recording(0));
        }
    }

    /**
     * What came of a run; empty where it has no file yet.
     *
     * @param data SHA-256 of the pictures of the sweep
     * @throws UnreadableFileException when its file is damaged, or is that of a run with other settings or pictures
     */
    public Optional<RunResult> find(Trial trial, String data) throws IOException {
        Path file = file(trial);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        RunResult result = read(file);
        if (!result.settings().equals(Optional.of(trial.settings()))) {
            throw new UnreadableFileException(file, "is a run with other settings; expected " + trial.title() + " of this sweep, or choose another folder");
        }
        if (!result.data().equals(data)) {
            throw new UnreadableFileException(file, "is a run with other pictures; expected those of this sweep, or choose another folder");
        }
        return Optional.of(result);
    }

    private static Fields read(Path file, String expected, String format) throws IOException {
        String text = new String(ReadableFile.bytes(file, expected, MAX_BYTES), StandardCharsets.UTF_8);
        Fields json = new Fields(file.getFileName().toString(), "", StrictJson.parse(text)
                .orElseThrow(() -> new UnreadableFileException(file, "is no JSON; expected " + expected)));
        if (!json.text("format").equals(format) || json.integer("version") != VERSION) {
            throw new UnreadableFileException(file, "is not " + expected + " of this version");
        }
        return json;
    }

    private static RunResult read(Path file) throws IOException {
        Fields json = read(file, EXPECTED, FORMAT);
        return new RunResult(RunJson.settings(json.object("settings"), json.longInteger("seed")), json.text("data"), json.flag("diverged"),
                LearningCurve.ofEpochs(json.list("epochs", RunJson::epoch)), json.text("fingerprint"), json.number("seconds"));
    }

    /** Writes a text beside the runs. */
    public void write(String name, String text) throws IOException {
        Folders.make(folder);
        AtomicFile.writeText(folder.resolve(name), text);
    }
}
