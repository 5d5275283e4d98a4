package org.digitscope.files.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Fields;
import org.digitscope.files.IntactEntry;
import org.digitscope.files.RunJson;
import org.digitscope.files.Safetensors;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.ZipContent;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/**
 * A project as a file: a zip with {@code project.json} for all that is text, {@code state.safetensors} for the network and the
 * optimizer's moments, {@code curve.safetensors}, {@code steps/N.safetensors} for the time machine, and
 * {@code backdrop.safetensors} where a picture lies on the pad, and {@code drawings.json} where own drawings are trained with.
 */
public final class ProjectFile {

    static final String FORMAT = "digitscope project";
    static final int VERSION = 1;
    /** The part that holds all that is text; it makes a zip file a project. */
    public static final String TEXTS = "project.json";
    private static final String STATE = "state.safetensors";
    private static final String CURVE = "curve.safetensors";
    private static final String BACKDROP = "backdrop.safetensors";
    private static final String INK = "ink";
    private static final String OWN_DRAWINGS = "drawings.json";
    /** Of a copy: the path of the project file that the session has. */
    private static final String ORIGINAL = "original.txt";
    private static final int LONGEST_PATH = 10_000;

    private ProjectFile() {
    }

    /**
     * Writes or replaces a project, whole or not at all.
     *
     * @throws UnwritableFileException when that is impossible, or it could not be read again: its networks must be finite, and its
     *     edits must fit
     */
    public static void write(Path file, Project project) throws UnwritableFileException {
        write(file, project, Optional.empty());
    }

    /**
     * Writes a copy of a session that knows what it is a copy of, see {@link #original}.
     *
     * @param original the session's project file, if it has one
     */
    public static void write(Path file, Project project, Optional<Path> original) throws UnwritableFileException {
        if (!Stream.concat(Stream.of(project.now()), project.kept().stream()).allMatch(each -> each.parameters().isFinite())) {
            throw new UnwritableFileException(file, "was not written, because the network holds numbers that are not finite");
        }
        if (!project.edits().stream().allMatch(edit -> edit.fits(project.now().parameters()))) {
            throw new UnwritableFileException(file, "was not written, because a change by hand doesn't fit the project's network");
        }
        AtomicFile.write(file, out -> writeTo(out, project, original));
    }

    static void writeTo(OutputStream out, Project project, Optional<Path> original) throws IOException {
        ZipContent zip = new ZipContent(out).put(TEXTS, StrictJson.writeReadable(json(project)))
                .put(STATE, ProjectTensors.bytes(project.now().parameters(), project.now().moments()))
                .put(CURVE, ProjectTensors.curve(project.curve().values()));
        for (Checkpoint checkpoint : project.kept()) {
            zip.put(step(checkpoint.step()), ProjectTensors.bytes(checkpoint.parameters(), checkpoint.moments()));
        }
        if (project.drawing().backdrop().isPresent()) {
            GrayImage ink = project.drawing().backdrop().get().ink();
            zip.put(BACKDROP, ProjectTensors.bytes(Map.of(INK, new Safetensors.Tensor(List.of(ink.height(), ink.width()), ink.values()))));
        }
        if (!project.own().isEmpty()) {
            zip.put(OWN_DRAWINGS, TaughtDigitsFile.text(project.own()));
        }
        if (original.isPresent()) {
            zip.put(ORIGINAL, original.get().toAbsolutePath().toString());
        }
        zip.finish();
    }

    /** Whether it looks like a project; {@link #read} says what is wrong with one that is damaged. */
    public static boolean isOne(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(TEXTS) != null;
        } catch (IOException | RuntimeException noZip) {
            return false;
        }
    }

    /** The project file that a session had; empty for one that had none, for a project itself, and for what can't be read. */
    public static Optional<Path> original(Path copy) {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            ZipEntry entry = zip.getEntry(ORIGINAL);
            return entry == null ? Optional.empty()
                    : Optional.of(Path.of(new String(IntactEntry.open(zip, entry).readNBytes(LONGEST_PATH), StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Reads a project and trusts nothing in it.
     *
     * @throws UnreadableFileException when it is no project, damaged, or of a newer version
     */
    public static Project read(Path file) throws IOException {
        ZipParts parts = ZipParts.read(file);
        Fields json = new Fields(parts.name(), "", StrictJson.parse(new String(parts.bytes(TEXTS), StandardCharsets.UTF_8))
                .orElseThrow(() -> new UnreadableFileException(file, "has a broken project.json; expected one JSON object")));
        if (!json.has("format") || !json.text("format").equals(FORMAT)) {
            throw new UnreadableFileException(file, "is no Digitscope project; expected a file that Digitscope saved");
        }
        if (json.integer("version") > VERSION) {
            throw new UnreadableFileException(file, "was saved by a newer Digitscope (format " + json.integer("version")
                    + "); expected format " + VERSION + " or older");
        }
        Hyperparameters settings = ProjectJson.settings(json.object("settings"));
        Fields data = json.object("data");
        List<Checkpoint> kept = new ArrayList<>();
        for (Fields position : json.list("kept", each -> each)) {
            kept.add(checkpoint(parts, step(position.integer("step")), position, settings));
        }
        Checkpoint now = checkpoint(parts, STATE, json.object("now"), settings);
        int given = json.has("result") ? json.integer("result") : now.step();
        Checkpoint result = Stream.concat(Stream.of(now), kept.stream()).filter(each -> each.step() == given).findFirst()
                .orElseThrow(() -> json.wrong("result", json.node().get("result"), "one of the kept steps"));
        Fields recording = json.object("recording");
        return new Project(settings, json.flag("deskew"), new Project.Data(data.text("name"), data.text("checksum")),
                now, result, learningRate(json), curve(parts, json.object("curve")), kept,
                recording.integer("stride"), recording.integer("epoch_stride"), drawing(parts, json.object("drawing")),
                json.list("edits", edit -> ProjectJson.edit(edit, now.parameters())),
                parts.has(OWN_DRAWINGS) ? TaughtDigitsFile.parse(parts.name(), parts.bytes(OWN_DRAWINGS)) : TaughtDigits.NONE,
                json.has("scene") ? ProjectJson.scene(json) : StageScene.NOTHING);
    }

    private static Map<String, Object> json(Project project) {
        Map<String, Object> drawing = new LinkedHashMap<>();
        drawing.put("lines", ProjectJson.lines(project.drawing().lines()));
        project.drawing().backdrop().ifPresent(backdrop -> drawing.put("framed", backdrop.isFramed()));
        Map<String, Object> fields = StrictJson.fields("format", FORMAT, "version", VERSION, "settings", ProjectJson.settings(project.settings()),
                "deskew", project.deskew(),
                "data", StrictJson.fields("name", project.data().name(), "checksum", project.data().checksum()),
                "now", ProjectJson.position(project.now()), "next_learning_rate", project.learningRate(),
                "curve", ProjectJson.curve(project.curve()),
                "recording", StrictJson.fields("stride", project.stride(), "epoch_stride", project.epochStride()),
                "kept", project.kept().stream().map(ProjectJson::position).toList(), "drawing", drawing,
                "edits", project.edits().stream().map(EditKind::write).toList());
        if (project.result().step() != project.now().step()) {
            fields.put("result", project.result().step());
        }
        if (!project.scene().equals(StageScene.NOTHING)) {
            fields.put("scene", project.scene().text());
        }
        return fields;
    }

    private static Checkpoint checkpoint(ZipParts parts, String entry, Fields position, Hyperparameters settings)
            throws UnreadableFileException {
        Safetensors numbers = ProjectTensors.parse(parts.name(), parts.bytes(entry));
        Parameters parameters = ProjectTensors.parameters(numbers, parts.name(), settings);
        int step = position.integer("step");
        int correct = position.integer("correct");
        if (step < 0 || correct < 0) {
            throw position.wrong("step", position.node().get("step"), "a step and a count from 0 on");
        }
        return new Checkpoint(step, parameters, ProjectTensors.moments(numbers, parts.name(), settings),
                position.number("learning_rate"), position.number("loss_sum"), correct);
    }

    private static LearningCurve curve(ZipParts parts, Fields json) throws UnreadableFileException {
        float[][] values = ProjectTensors.curve(Safetensors.parse(parts.name(), parts.bytes(CURVE)), parts.name());
        if (json.integer("stride") < 1) {
            throw json.wrong("stride", json.node().get("stride"), "a whole number from 1 on");
        }
        return LearningCurve.of(values, json.integer("stride"), json.list("epochs", RunJson::epoch), ProjectJson.rateChanges(json));
    }

    private static double learningRate(Fields json) throws UnreadableFileException {
        double rate = json.number("next_learning_rate");
        if (!(rate > 0 && rate <= Hyperparameters.MAX_LEARNING_RATE)) {
            throw json.wrong("next_learning_rate", json.node().get("next_learning_rate"), "a rate above 0");
        }
        return rate;
    }

    private static Sheet drawing(ZipParts parts, Fields json) throws UnreadableFileException {
        Optional<Backdrop> backdrop = Optional.empty();
        if (json.has("framed")) {
            Safetensors.Tensor ink = Safetensors.parse(parts.name(), parts.bytes(BACKDROP)).tensors().get(INK);
            if (ink == null || ink.shape().size() != 2 || ink.values().length == 0) {
                throw new UnreadableFileException(parts.name(), "holds no picture for its drawing; expected a tensor " + INK);
            }
            backdrop = Optional.of(Backdrop.restored(new GrayImage(ink.shape().get(1), ink.shape().get(0), clamped(ink.values())),
                    json.flag("framed")));
        }
        return new Sheet(backdrop, json.list("lines", ProjectJson::line));
    }

    private static float[] clamped(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(1, values[i]));
        }
        return values;
    }

    private static String step(int step) {
        return "steps/" + step + ".safetensors";
    }
}
