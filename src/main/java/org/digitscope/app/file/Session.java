package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitscope.app.file.ProjectOpening.Opened;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.PadModel;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.project.SessionCopies;

/**
 * The session on disk: its project file, if it has one, and a copy that is kept of every session, so that neither a crash nor
 * closing the window loses it.
 */
public final class Session {

    private static final List<String> PATTERNS = List.of("*.digitscope");
    private static final String KIND = "Digitscope projects";
    /** The copy has a coarse time machine, so that it is written in a fraction of a second. */
    private static final int COPY_STEPS = 40;
    private static final int MOST_RECENT = 6;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final AppModel model;
    private final PadModel drawing;
    private final FileDialogs files;
    private final SessionCopies copies;
    private final UsedDataSets used;
    private final Supplier<TaughtDigits> own;
    private final SessionChanges changes;
    private final LatestQuestion opening;
    /** None keeps no scene. */
    private Optional<ShownScene> screen = Optional.empty();
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    /** The files of sessions that others took the place of; one may go back to their runs. */
    private final Map<Integer, Optional<Path>> filesBefore = new HashMap<>();
    /** What the copy is to hold that is written next; none when it is being written already. */
    private final AtomicReference<Supplier<Project>> toCopy = new AtomicReference<>();

    /**
     * @param copies where a copy of the session is kept
     * @param used where the pictures of a session may lie
     * @param own gives the drawings that it may have been trained with besides
     */
    public Session(AppModel model, PadModel drawing, FileDialogs files, SessionCopies copies, UsedDataSets used,
            Supplier<TaughtDigits> own) {
        this.model = model;
        this.drawing = drawing;
        this.files = files;
        this.copies = copies;
        this.used = used;
        this.own = own;
        opening = new LatestQuestion(model.background(), model.background().files());
        changes = new SessionChanges(model, drawing, () -> file.get().isPresent());
        model.sessionProperty().addListener((observable, before, after) -> {
            filesBefore.put(before.intValue(), file.get());
            file.set(filesBefore.getOrDefault(after.intValue(), Optional.empty()));
            changes.another(false);
        });
    }

    /** From now on projects keep what is on screen, and show it as they are opened. */
    public void keepScenesOf(ShownScene wanted) {
        screen = Optional.of(wanted);
    }

    /** The project file. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    /** The project files that were opened or saved last, the newest first. */
    public ObservableList<Path> recent() {
        return recent;
    }

    /** Whether there is something that the project file doesn't have. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changes.unsavedProperty();
    }

    /** Saves to the project file, or asks for one. */
    public void save() {
        file.get().ifPresentOrElse(this::write, this::saveAs);
    }

    public void saveAs() {
        if (project().isPresent()) {
            files.chooseTarget("session.digitscope", PATTERNS, KIND, this::write);
        }
    }

    public void open() {
        files.choose(KIND, PATTERNS, this::open);
    }

    /** Opens a project without asking. */
    public void open(Path path) {
        ask(projects -> projects.open(path), () -> { });
    }

    /**
     * Opens a project that lies in a folder, and not elsewhere by way of a link.
     *
     * @param anew whether one that is open already is read again
     * @param done what comes afterwards, unless the project can't be opened, isn't wanted, or another one is opened before
     */
    void open(Path path, Path folder, boolean anew, Runnable done) {
        if (!anew && file.get().map(Path::toAbsolutePath).equals(Optional.of(path.toAbsolutePath()))) {
            opening.forget();
            done.run();
        } else {
            ask(projects -> projects.openIn(folder, path), done);
        }
    }

    /** Goes on with the session before this one, whether it was closed or crashed. */
    public void reopenLast() {
        if (Files.exists(copies.last())) {
            String when = lastKept();
            ask(projects -> projects.openCopy(copies.last(), when), () -> { });
        } else {
            model.notices().tell("There is no earlier session to reopen.");
        }
    }

    /** Notes that a session is open; says so where the one before never ended. */
    public void begin() {
        try {
            if (copies.begin()) {
                model.notices().warn("The last session ended unexpectedly. It was kept as it was on " + lastKept() + ".",
                        new Notices.Action("Reopen It", this::reopenLast));
            }
        } catch (IOException refused) {
            model.notices().warn("Sessions can't be kept: the folder " + copies.folder() + " can't be written to.");
        }
    }

    /** Such as 26 November, 15:20. */
    private String lastKept() {
        return WHEN.format(copies.lastKept().atZone(ZoneId.systemDefault()));
    }

    /** Keeps a copy when something happened since the last one; to be called every some seconds and at the end. */
    public void keepCopy() {
        if (changes.isUncopied()) {
            project().ifPresent(project -> {
                int step = model.liveProperty().get().step();
                changes.setUncopied(false);
                toCopy.set(project);
                Optional<Path> original = file.get();
                model.background().write("the session", () -> copy(original), () -> changes.setUncopied(changes.isUncopied() || isBehind(project, step)),
                        () -> changes.setUncopied(true));
            });
        }
    }

    /** Ends; the copy that was kept last is the last session. */
    public void end() {
        try {
            copies.end();
        } catch (IOException refused) {
            System.err.println("The end of the session could not be noted: " + refused.getMessage());
        }
    }

    private void write(Path path) {
        long until = changes.count();
        int of = model.sessionProperty().get();
        project().ifPresent(project -> {
            int step = model.liveProperty().get().step();
            String name = String.valueOf(path.getFileName());
            boolean withOthers = model.runs().runs().stream().anyMatch(run -> !model.runs().isCurrent(run));
            model.background().write(name, () -> ProjectFile.write(path, project.get()), () -> {
                model.notices().tell("Saved the session as " + name + "." + (withOthers ? " The other runs of the list aren't in the file." : ""));
                saved(path, isBehind(project, step) ? until - 1 : until, of);
            }, () -> { });
        });
    }

    /** A training that is under way is saved at its newest kept step, which may be some steps before the one on screen. */
    private static boolean isBehind(Supplier<Project> saved, int onScreen) {
        return saved.get().now().step() < onScreen;
    }

    /** Of copies that wait for a slow disk only the newest one is written. */
    private void copy(Optional<Path> original) throws IOException {
        Supplier<Project> newest = toCopy.getAndSet(null);
        if (newest != null) {
            try {
                ProjectFile.write(copies.own(), newest.get().thinned(COPY_STEPS), original);
            } catch (UnwritableFileException refused) {
                throw new IOException(refused.getMessage().replace(copies.own().getFileName().toString(), "The copy of this session"), refused);
            }
        }
    }

    private Optional<Supplier<Project>> project() {
        StageScene scene = screen.map(ShownScene::now).orElse(StageScene.NOTHING);
        return model.project(drawing.sheetProperty().get()).map(project -> () -> project.get().withScene(scene));
    }

    private interface Reading {
        Opened of(ProjectOpening projects) throws IOException;
    }

    /** Opens another session in the place of this one, of which nothing is lost unasked. */
    private void ask(Reading reading, Runnable done) {
        boolean trained = model.liveProperty().get() != null && model.liveProperty().get().step() > 0;
        boolean unsaved = changes.unsavedProperty().get() && (trained || file.get().isPresent());
        FileDialogs.Decision decision = unsaved ? files.askToSaveBeforeOpening(file.get()) : FileDialogs.Decision.LEAVE;
        if (decision == FileDialogs.Decision.SAVE) {
            model.whenIdle(() -> saveThen(() -> read(reading, done)));
        } else if (decision == FileDialogs.Decision.LEAVE) {
            read(reading, done);
        }
    }

    /** @param then done when the person has not thought better of it */
    private void saveThen(Runnable then) {
        Consumer<Path> use = path -> {
            write(path);
            then.run();
        };
        file.get().ifPresentOrElse(use, () -> files.chooseTarget("session.digitscope", PATTERNS, KIND, use));
    }

    /** Reads when all that is being written is on the disk, as that may be the very file; not when that was refused. */
    private void read(Reading reading, Runnable done) {
        int refused = model.background().refused();
        model.background().whenWritten(() -> {
            if (model.background().refused() == refused) {
                ProjectOpening projects = new ProjectOpening(model.pictures().loaded(), own.get(), used, model.background()::tell);
                opening.ask(() -> reading.of(projects), session -> adopt(session, done));
            }
        });
    }

    private void adopt(Opened session, Runnable done) {
        model.adopt(session.project(), session.recipe(), session.sets(), session.trainer(), () -> {
            drawing.begin(session.project().drawing());
            session.path().ifPresent(this::remember);
            session.path().ifPresent(path -> model.runs().currentProperty().get().ifPresent(run -> run.nameProperty().set(name(path))));
            file.set(session.path());
            changes.another(session.saved());
            List<String> problems = screen.map(shown -> shown.show(session.project().scene())).orElse(List.of());
            if (!problems.isEmpty()) {
                model.notices().tell("Not all is shown as it was: " + String.join("; ", problems) + ".");
            }
            done.run();
        });
    }

    /**
     * @param until how many changes are in the file; while it was written there may have been more
     * @param of the session that was written; another one may have been opened since
     */
    private void saved(Path path, long until, int of) {
        remember(path);
        if (of == model.sessionProperty().get()) {
            file.set(Optional.of(path));
            changes.saved(until);
        }
    }

    /** Of a project, for the list of runs. */
    private static String name(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\.digitscope$", "");
    }

    private void remember(Path path) {
        recent.remove(path.toAbsolutePath());
        recent.add(0, path.toAbsolutePath());
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT, recent.size());
        }
    }
}
