package org.digitscope.app.study;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonResult;

/** The lesson that is open, and what the person has done in it and in others. For the FX thread. */
public final class OpenLesson {

    private final Lesson builtIn = Lesson.load();
    private final ReadOnlyObjectWrapper<Lesson> lesson = new ReadOnlyObjectWrapper<>(builtIn);
    private final ReadOnlyObjectWrapper<LessonResult> result = new ReadOnlyObjectWrapper<>(LessonResult.none(builtIn));
    private final List<LessonResult> others = new ArrayList<>();

    public ReadOnlyObjectProperty<Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** What was done in the open lesson. */
    public ReadOnlyObjectProperty<LessonResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** What was done in all lessons, the open one last; without those in which nothing was. */
    public List<LessonResult> results() {
        List<LessonResult> all = new ArrayList<>(others);
        all.add(result.get());
        all.removeIf(each -> each.chapters().isEmpty());
        return all;
    }

    /** Takes what was done before. */
    public void begin(List<LessonResult> before) {
        others.clear();
        others.addAll(before);
        takeResult();
    }

    /** Opens another lesson; what was done in it before still is. */
    public void open(Lesson other) {
        others.add(result.get());
        lesson.set(other);
        takeResult();
    }

    /** Opens the one that comes with the program. */
    public void openBuiltIn() {
        open(builtIn);
    }

    public void record(ChapterResult chapter) {
        result.set(result.get().with(chapter));
    }

    /** Nothing has been done in the open lesson. */
    public void reset() {
        result.set(LessonResult.none(lesson.get()));
    }

    /** What was done is as it was before a {@link #reset}. */
    public void restore(LessonResult before) {
        if (before.isOf(lesson.get())) {
            result.set(before);
        }
    }

    private void takeResult() {
        Lesson now = lesson.get();
        LessonResult known = others.stream().filter(each -> each.isOf(now)).findFirst().orElseGet(() -> LessonResult.none(now));
        others.removeIf(each -> each.isOf(now));
        result.set(known);
    }
}
