package org.digitscope.files.experiment;

import static org.digitscope.files.StrictJson.fields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.RunResult;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.CurveCsv;
import org.digitscope.files.Fields;
import org.digitscope.files.Folders;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.RunJson;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
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
    private static final String EXPECTED = "a run of a sweep";

    private final Path folder;

    public SweepFolder(Path folder) {
        this.folder = folder;
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
                RunJson.settings(result.settings()), "seed", Long.toString(result.settings().seed()), "data", result.data(), "diverged", result.hasDiverged(),
                "epochs", RunJson.epochs(result.curve()), "fingerprint", result.fingerprint(), "seconds", result.seconds())));
    }

    /**
     * Keeps the curve of a run as event files, see {@link EventFiles}.
     *
     * @param stepsPerEpoch batches of an epoch
     * @throws UnwritableFileException when a file can't be written
     */
    public void keepEvents(Trial trial, RunResult result, int stepsPerEpoch) throws UnwritableFileException {
        EventFiles.write(folder.resolve(EVENTS), trial.fileName(), result.curve(), stepsPerEpoch, trial.settings().learningRate(), new Recording(0));
    }

    /** The same for a run that was kept without them; those that are there may know its batches, which its file doesn't. */
    public void completeEvents(Trial trial, RunResult result, int stepsPerEpoch) throws UnwritableFileException {
        if (!Files.exists(folder.resolve(EVENTS).resolve(trial.fileName()))) {
            keepEvents(trial, result, stepsPerEpoch);
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
        if (!result.settings().equals(trial.settings())) {
            throw new UnreadableFileException(file, "is a run with other settings; expected " + trial.title() + " of this sweep, or choose another folder");
        }
        if (!result.data().equals(data)) {
            throw new UnreadableFileException(file, "is a run with other pictures; expected those of this sweep, or choose another folder");
        }
        return Optional.of(result);
    }

    private static RunResult read(Path file) throws IOException {
        String text = new String(ReadableFile.bytes(file, EXPECTED, MAX_BYTES), StandardCharsets.UTF_8);
        Fields json = new Fields(file.getFileName().toString(), "", StrictJson.parse(text)
                .orElseThrow(() -> new UnreadableFileException(file, "is no JSON; expected " + EXPECTED)));
        if (!json.text("format").equals(FORMAT) || json.integer("version") != VERSION) {
            throw new UnreadableFileException(file, "is not " + EXPECTED + " of this version");
        }
        return new RunResult(RunJson.settings(json.object("settings"), json.longInteger("seed")), json.text("data"), json.flag("diverged"),
                LearningCurve.ofEpochs(json.list("epochs", RunJson::epoch)), json.text("fingerprint"), json.number("seconds"));
    }

    /** Writes a text beside the runs. */
    public void write(String name, String text) throws IOException {
        Folders.make(folder);
        AtomicFile.writeText(folder.resolve(name), text);
    }
}
