package org.digitscope.app.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.digitscope.app.file.LessonFiles;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonScene;

/** The scenes of the open lesson, set one after the other while it is taught. For the FX thread. */
public final class LessonScenes {

    private final Notices notices;
    private final LessonFiles files;
    private final OpenLesson lesson;
    private final SceneOnScreen screen;
    private final Navigation navigation;
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper(this, "any");
    /** The scene that was set last; before the first one −1. */
    private int current = -1;

    public LessonScenes(AppModel model, LessonFiles files, OpenLesson lesson, SceneOnScreen screen, Navigation navigation) {
        notices = model.notices();
        this.files = files;
        this.lesson = lesson;
        this.screen = screen;
        this.navigation = navigation;
        lesson.lessonProperty().addListener((observable, before, after) -> {
            current = -1;
            navigation.chapterProperty().set("");
            any.set(!after.scenes().isEmpty());
        });
        files.setOnOpened(this::begin);
    }

    /** Whether there are some. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    /** Sets the next one; at the last one says so. */
    public void next() {
        go(current + 1, false);
    }

    /** Sets the one before; at the first one says so. */
    public void previous() {
        go(Math.max(current, 0) - 1, false);
    }

    /** Those of a chapter, with what their buttons say. */
    List<Notices.Action> of(String chapter) {
        List<LessonScene> all = lesson.lessonProperty().get().scenes();
        return all.stream().filter(each -> each.chapter().equals(Optional.of(chapter)))
                .map(each -> new Notices.Action(each.title().isEmpty() ? "Scene " + (all.indexOf(each) + 1) : each.title(), () -> go(indexOf(each), false))).toList();
    }

    private int indexOf(LessonScene scene) {
        return lesson.lessonProperty().get().scenes().indexOf(scene);
    }

    private void go(int wanted, boolean anew) {
        List<LessonScene> all = lesson.lessonProperty().get().scenes();
        if (all.isEmpty()) {
            return;
        }
        if (wanted < 0 || wanted >= all.size()) {
            notices.remark(wanted < 0 ? "Scene 1 of " + all.size() + " is the first one." : "Scene " + all.size() + " of " + all.size() + " is the last one.");
            return;
        }
        current = wanted;
        LessonScene scene = all.get(wanted);
        files.withProject(scene.project(), anew, () -> {
            // another one may have been asked for while the project was read
            if (current == wanted && lesson.lessonProperty().get().scenes() == all) {
                set(scene, wanted, all.size());
            }
        });
    }

    private void set(LessonScene scene, int number, int all) {
        scene.chapter().ifPresent(navigation.chapterProperty()::set);
        List<String> problems = screen.show(scene.scene());
        String title = "Scene " + (number + 1) + " of " + all + (scene.title().isEmpty() ? "" : ": " + scene.title());
        notices.remark(Stream.concat(Stream.of(title), problems.stream()).map(LessonScenes::sentence).collect(Collectors.joining(" ")));
    }

    private static String sentence(String text) {
        return text.matches(".*[.!?]") ? text : text + ".";
    }

    /** The scene of the whole lesson, or its project with the first page of the lesson. */
    private void begin(Lesson opened) {
        if (opened.scenes().stream().findFirst().filter(first -> first.chapter().isEmpty()).isPresent()) {
            go(0, true);
        } else {
            files.withProject(opened.project(), true, () -> navigation.viewProperty().set(View.NOTEBOOK));
        }
    }
}
