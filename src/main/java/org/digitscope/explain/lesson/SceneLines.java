package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.explain.lesson.condition.UnknownWordsException;
import org.digitscope.explain.lesson.scene.StageScene;

/** The scenes and projects of a lesson and its chapters, as their lines come. */
final class SceneLines {

    private final List<LessonScene> scenes = new ArrayList<>();
    private Optional<String> ofLesson = Optional.empty();
    private Optional<String> ofChapter = Optional.empty();
    private Optional<String> chapter = Optional.empty();
    private List<LessonScene> here = new ArrayList<>();

    /** In the order of their lines. */
    List<LessonScene> scenes() {
        return scenes;
    }

    /** Of the whole lesson. */
    Optional<String> project() {
        return ofLesson;
    }

    /** @return whether it is the first one here */
    boolean setProject(String file) {
        boolean first = (chapter.isPresent() ? ofChapter : ofLesson).isEmpty();
        if (chapter.isPresent()) {
            ofChapter = Optional.of(file);
        } else {
            ofLesson = Optional.of(file);
        }
        return first;
    }

    /** @param text perhaps a title and a bar, and then the scene */
    void add(String text) throws UnknownWordsException {
        int bar = text.indexOf('|');
        here.add(new LessonScene(bar < 0 ? "" : text.substring(0, bar).strip(), chapter, Optional.empty(), StageScene.parse(text.substring(bar + 1))));
    }

    /** The lines that come now belong to this chapter. */
    void begin(String name) {
        end();
        chapter = Optional.of(name);
        ofChapter = Optional.empty();
    }

    /** A project without a scene is shown as it was saved. */
    void end() {
        if (here.isEmpty() && ofChapter.isPresent()) {
            here.add(new LessonScene("", chapter, Optional.empty(), StageScene.NOTHING));
        }
        here.forEach(each -> scenes.add(new LessonScene(each.title(), each.chapter(), ofChapter.or(() -> ofLesson), each.scene())));
        here = new ArrayList<>();
    }
}
