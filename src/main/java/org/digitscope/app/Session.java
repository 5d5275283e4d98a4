package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitscope.data.DigitSets;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.UnwritableFileException;
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
    private final Drawing drawing;
    private final FileDialogs files;
    private final Executor background;
    private final Executor fxThread;
    private final SessionCopies copies;
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private boolean copying;
    private boolean uncopied;
    /** Whether the person was told that the project can't be saved. */
    private boolean leaving;

    /** @param copies where a copy of the session is kept */
    public Session(AppModel model, Drawing drawing, FileDialogs files, Executor background, Executor fxThread, SessionCopies copies) {
        this.model = model;
        this.drawing = drawing;
        this.files = files;
        this.background = background;
        this.fxThread = fxThread;
        this.copies = copies;
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
        model.project(sheet()).ifPresent(project -> files.save("session.digitscope", KIND, path -> {
            ProjectFile.write(path, project);
            fxThread.execute(() -> saved(path));
        }));
    }

    public void open() {
        Opening opening = new Opening(model.loadedDigits(), model.taughtProperty().get());
        files.open(KIND, PATTERNS, opening::open, this::adopt);
    }

    /** Opens a project without asking. */
    public void open(Path path) {
        files.read(path, new Opening(model.loadedDigits(), model.taughtProperty().get())::open, this::adopt);
    }

    /** Goes on with the session before this one, whether it was closed or crashed. */
    public void reopenLast() {
        if (Files.exists(copies.last())) {
            Opening opening = new Opening(model.loadedDigits(), model.taughtProperty().get());
            files.read(copies.last(), path -> opening.open(path).withoutPath(), this::adopt);
        } else {
            model.notices().tell("There is no earlier session to reopen.");
        }
    }

    /** Notes that a session is open; says so where the one before never ended. */
    void begin() {
        try {
            if (copies.begin()) {
                model.notices().warn("The last session ended unexpectedly. File, Reopen Last Session brings it back.");
            }
        } catch (IOException refused) {
            model.notices().warn("Sessions can't be kept: the folder " + copies.folder() + " can't be written to.");
        }
    }

    /** Keeps a copy when something happened since the last one; to be called every some seconds. */
    void keepCopy() {
        if (uncopied && !copying) {
            model.project(sheet()).ifPresent(project -> {
                copying = true;
                uncopied = false;
                background.execute(() -> {
                    writeCopy(project);
                    fxThread.execute(() -> copying = false);
                });
            });
        }
    }

    /**
     * Saves to the project file, where there is one and something changed; blocks.
     *
     * @return whether the window may close; when that can't be saved it may at the second time
     */
    boolean mayClose() {
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
    void end() {
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
        model.project(sheet()).ifPresent(project -> background.execute(() -> {
            try {
                ProjectFile.write(path, project);
                fxThread.execute(() -> saved(path));
            } catch (UnwritableFileException refused) {
                fxThread.execute(() -> model.notices().warn(refused.getMessage()));
            }
        }));
    }

    private void writeCopy(Project project) {
        try {
            ProjectFile.write(copies.own(), project.thinned(COPY_STEPS));
        } catch (UnwritableFileException refused) {
            fxThread.execute(() -> model.notices().warn(refused.getMessage()));
        }
    }

    /** A project ready to go on with; the copy of the last session has no path of its own. */
    private record Opened(Optional<Path> path, Project project, DigitSets sets, Trainer trainer) {

        private Opened withoutPath() {
            return new Opened(Optional.empty(), project, sets, trainer);
        }
    }

    /** What is known when a project is opened in the background: the pictures at hand, and the drawings trained with. */
    private record Opening(Optional<DigitSets> loaded, TaughtDigits own) {

        private Opened open(Path path) throws IOException {
            Project project = ProjectFile.read(path);
            DigitSets original = loaded.orElseThrow(() -> new UnreadableFileException(path,
                    "can't be opened yet: the digits are still being read; expected to be opened a moment later"));
            DigitSets sets = TrainingPictures.prepared(original, own, project.deskew());
            if (!Project.Data.of(sets).equals(project.data())) {
                throw new UnreadableFileException(path, "was trained with other pictures, " + project.data().name()
                        + "; expected those to be open (File, Open a Data Set)");
            }
            return new Opened(Optional.of(path), project, sets, project.trainer(sets));
        }
    }

    private void adopt(Opened opened) {
        model.adopt(opened.project, opened.sets, opened.trainer, () -> {
            drawing.show(opened.project.drawing());
            opened.path.ifPresent(this::remember);
            file.set(opened.path);
            changed.set(opened.path.isEmpty());
        });
    }

    private void saved(Path path) {
        remember(path);
        file.set(Optional.of(path));
        changed.set(false);
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
            changed.set(true);
            uncopied = true;
        }
    }

    private Sheet sheet() {
        return drawing.sheetProperty().get();
    }
}
