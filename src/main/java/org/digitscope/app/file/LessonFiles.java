package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.data.Counts;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonResult;
import org.digitscope.files.lessons.LessonFile;
import org.digitscope.files.lessons.ResultFile;

/** Lessons from files, and what was done in them: kept in the program's folder from one start to the next, and saved to be handed in. */
public final class LessonFiles {

    private static final String KEPT = "lessons.json";

    private final AppModel model;
    private final FileDialogs files;
    private final OpenLesson lesson;
    private final Session session;
    private final Path kept;
    private Consumer<Lesson> onOpened = opened -> { };
    /** Of the open lesson; empty for the one of the program. */
    private Optional<Path> folder = Optional.empty();

    /** @param folder where the program keeps what is its own */
    public LessonFiles(AppModel model, FileDialogs files, OpenLesson lesson, Session session, Path folder) {
        this.model = model;
        this.files = files;
        this.lesson = lesson;
        this.session = session;
        kept = folder.resolve(KEPT);
        model.background().ask(this::readKept, this::begin, this::keep);
    }

    /** @param action called with each lesson that was opened from a file */
    public void setOnOpened(Consumer<Lesson> action) {
        onOpened = action;
    }

    /**
     * Opens a project that lies beside the open lesson.
     *
     * @param name of its file; empty for whatever is open
     * @param anew whether one that is open already is read again, and doesn't stay as it was left
     * @param then done when it is open, and not where it can't be opened
     */
    public void withProject(Optional<String> name, boolean anew, Runnable then) {
        Optional<Path> file = folder.flatMap(beside -> name.map(beside::resolve));
        if (file.isPresent()) {
            session.open(file.get(), folder.orElseThrow(), anew, then);
        } else {
            then.run();
        }
    }

    /** Asks for a lesson and opens it. */
    public void open() {
        files.choose("lessons", List.of("*.txt", "*.lesson"), this::open);
    }

    public void open(Path file) {
        model.background().ask(model.background().files(), () -> LessonFile.read(file), read -> show(read, file), () -> { });
    }

    /** Back to the lesson that comes with the program. */
    public void openBuiltIn() {
        folder = Optional.empty();
        lesson.openBuiltIn();
    }

    /** Asks where to save what was done in the open lesson. */
    public void saveResult() {
        List<LessonResult> result = List.of(lesson.resultProperty().get());
        files.save("your result", "my-result.json", "results of lessons", file -> ResultFile.write(file, result));
    }

    /** Takes the ticks of the open lesson away. */
    public void reset() {
        LessonResult before = lesson.resultProperty().get();
        lesson.reset();
        model.notices().remark("The lesson begins anew: no task of it is done.", new Notices.Action("Take Back", () -> lesson.restore(before)));
    }

    private void show(Lesson read, Path file) {
        folder = Optional.of(file.toAbsolutePath().getParent());
        lesson.open(read);
        int scenes = read.scenes().size();
        model.notices().tell("The lesson “" + read.title() + "” is open."
                + (scenes == 0 ? "" : " It has " + Counts.of(scenes, "scene") + "; Page Down and Page Up go through them."));
        onOpened.accept(read);
    }

    private List<LessonResult> readKept() throws IOException {
        try {
            return ResultFile.readKept(kept);
        } catch (IOException damaged) {
            throw new IOException("What was done in lessons is lost, and they begin anew: " + damaged.getMessage(), damaged);
        }
    }

    private void begin(List<LessonResult> before) {
        lesson.begin(before);
        keep();
    }

    /** From now on every change is written. */
    private void keep() {
        lesson.resultProperty().addListener((observable, before, after) -> {
            List<LessonResult> all = lesson.results();
            model.background().write(KEPT, () -> ResultFile.write(kept, all));
        });
    }
}
