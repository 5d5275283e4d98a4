package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.TrainingPictures;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.project.SessionCopies;
import org.digitscope.training.Trainer;

/**
 * The session on disk: its project file, if it has one, and a copy that is kept of every session, so that neither a crash nor
 * closing the window loses it. Belongs to the FX thread; what blocks is done in the background.
 */
public final class Session {

    private static final List<String> PATTERNS = List.of("*.digitscope");
    private static final String KIND = "Digitscope projects";
    /** The copy has a coarse time machine, so that it is written in a fraction of a second. */
    private static final int COPY_STEPS = 40;
    private static final int MOST_RECENT = 6;

    private final AppModel model;
    private final PadModel drawing;
    private final FileDialogs files;
    private final Executor background;
    private final Executor fxThread;
    private final SessionCopies copies;
    private final UsedDataSets used;
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private long changes;
    private boolean copying;
    private boolean uncopied;
    /** Whether the person was told that the project can't be saved. */
    private boolean leaving;

    /**
     * @param copies where a copy of the session is kept
     * @param used where the pictures of a session may lie
     */
    public Session(AppModel model, PadModel drawing, FileDialogs files, Executor background, Executor fxThread, SessionCopies copies,
            UsedDataSets used) {
        this.model = model;
        this.drawing = drawing;
        this.files = files;
        this.background = background;
        this.fxThread = fxThread;
        this.copies = copies;
        this.used = used;
        model.liveProperty().addListener((observable, before, after) -> change(before != null && before.step() != after.step()));
        model.edits().currentProperty().addListener((observable, before, after) -> change(true));
        drawing.sheetProperty().addListener((observable, before, after) -> change(true));
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
        return changed;
    }

    /** Saves to the project file, or asks for one. */
    public void save() {
        file.get().ifPresentOrElse(this::write, this::saveAs);
    }

    public void saveAs() {
        long until = changes;
        model.project(sheet()).ifPresent(project -> files.save("session.digitscope", KIND, path -> {
            ProjectFile.write(path, project);
            fxThread.execute(() -> saved(path, until));
        }));
    }

    public void open() {
        files.open(KIND, PATTERNS, opening()::open, this::adopt);
    }

    /** Opens a project without asking. */
    public void open(Path path) {
        files.read(path, opening()::open, this::adopt);
    }

    /** Goes on with the session before this one, whether it was closed or crashed. */
    public void reopenLast() {
        if (Files.exists(copies.last())) {
            Opening opening = opening();
            files.read(copies.last(), path -> opening.open(path).withoutPath(), this::adopt);
        } else {
            model.notices().tell("There is no earlier session to reopen.");
        }
    }

    /** Notes that a session is open; says so where the one before never ended. */
    public void begin() {
        try {
            if (copies.begin()) {
                model.notices().warn("The last session ended unexpectedly. File, Reopen Last Session brings it back.");
            }
        } catch (IOException refused) {
            model.notices().warn("Sessions can't be kept: the folder " + copies.folder() + " can't be written to.");
        }
    }

    /** Keeps a copy when something happened since the last one; to be called every some seconds. */
    public void keepCopy() {
        if (uncopied && !copying) {
            model.project(sheet()).ifPresent(project -> {
                copying = true;
                uncopied = false;
                background.execute(() -> {
                    boolean kept = writeCopy(project);
                    fxThread.execute(() -> {
                        copying = false;
                        uncopied |= !kept;
                    });
                });
            });
        }
    }

    /**
     * Saves to the project file, where there is one and something changed; blocks.
     *
     * @return whether the window may close; when that can't be saved it may at the second time
     */
    public boolean mayClose() {
        Optional<Project> project = model.project(sheet());
        if (!changed.get() || file.get().isEmpty() || project.isEmpty() || leaving) {
            return true;
        }
        try {
            ProjectFile.write(file.get().get(), project.get());
            changed.set(false);
            return true;
        } catch (UnwritableFileException refused) {
            leaving = true;
            model.notices().warn(refused.getMessage() + ". Close the window once more to leave without it; Reopen Last Session will have it.");
            return false;
        }
    }

    /** Keeps a copy as the last session, and ends. Blocks. */
    public void end() {
        if (uncopied) {
            model.project(sheet()).ifPresent(this::writeCopy);
        }
        try {
            copies.end();
        } catch (IOException refused) {
            System.err.println("The end of the session could not be noted: " + refused.getMessage());
        }
    }

    private void write(Path path) {
        long until = changes;
        model.project(sheet()).ifPresent(project -> background.execute(() -> {
            try {
                ProjectFile.write(path, project);
                fxThread.execute(() -> saved(path, until));
            } catch (UnwritableFileException refused) {
                fxThread.execute(() -> model.notices().warn(refused.getMessage()));
            }
        }));
    }

    /** Returns whether that was possible. */
    private boolean writeCopy(Project project) {
        try {
            ProjectFile.write(copies.own(), project.thinned(COPY_STEPS));
            return true;
        } catch (UnwritableFileException refused) {
            fxThread.execute(() -> model.notices().warn(refused.getMessage()));
            return false;
        }
    }

    /**
     * A project ready to go on with; the copy of the last session has no path of its own.
     *
     * @param original the pictures as they were loaded
     * @param sets the same as the project wants them
     */
    private record Opened(Optional<Path> path, Project project, DigitSets original, DigitSets sets, Trainer trainer) {

        private Opened withoutPath() {
            return new Opened(Optional.empty(), project, original, sets, trainer);
        }
    }

    private Opening opening() {
        return new Opening(model.loadedDigits(), model.taughtProperty().get(), used,
                sentence -> fxThread.execute(() -> model.notices().tell(sentence)));
    }

    /**
     * What is known when a project is opened in the background: the pictures at hand, others, and the drawings trained with.
     *
     * @param say tells the person what takes its time
     */
    private record Opening(Optional<DigitSets> loaded, TaughtDigits own, UsedDataSets used, Consumer<String> say) {

        private Opened open(Path path) throws IOException {
            Project project = ProjectFile.read(path);
            DigitSets atHand = loaded.orElseThrow(() -> new UnreadableFileException(path,
                    "can't be opened yet: the digits are still being read; expected to be opened a moment later"));
            Optional<Opened> opened = with(atHand, path, project);
            return opened.isPresent() ? opened.get() : with(elsewhere(path, project), path, project).orElseThrow(() -> otherPictures(path, project));
        }

        private Optional<Opened> with(DigitSets original, Path path, Project project) {
            DigitSets sets = TrainingPictures.prepared(original, own, project.deskew());
            boolean same = Project.Data.of(sets).equals(project.data());
            return same ? Optional.of(new Opened(Optional.of(path), project, original, sets, project.trainer(sets))) : Optional.empty();
        }

        /** The pictures of another data set that the project may have been trained with. */
        private DigitSets elsewhere(Path path, Project project) throws IOException {
            String name = project.data().name();
            if (name.startsWith(Mnist.TRAINING)) {
                return Mnist.load();
            }
            UsedDataSets.Used source = used.of(name).orElseThrow(() -> otherPictures(path, project));
            say.accept("Reading " + source.path().getFileName() + ", which it was trained with…");
            return source.read();
        }

        private static UnreadableFileException otherPictures(Path path, Project project) {
            return new UnreadableFileException(path, "was trained with other pictures, " + project.data().name()
                    + "; expected those to be open (File, Open a Data Set)");
        }
    }

    private void adopt(Opened opened) {
        model.adopt(opened.project, opened.original, opened.sets, opened.trainer, () -> {
            drawing.show(opened.project.drawing());
            opened.path.ifPresent(this::remember);
            file.set(opened.path);
            changed.set(opened.path.isEmpty());
        });
    }

    /** @param until how many changes are in the file; while it was written there may have been more */
    private void saved(Path path, long until) {
        remember(path);
        file.set(Optional.of(path));
        changed.set(changes > until);
    }

    private void remember(Path path) {
        recent.remove(path.toAbsolutePath());
        recent.add(0, path.toAbsolutePath());
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT, recent.size());
        }
    }

    private void change(boolean really) {
        if (really) {
            changes++;
            changed.set(true);
            uncopied = true;
        }
    }

    private Sheet sheet() {
        return drawing.sheetProperty().get();
    }
}
