package org.digitscope.explain.lesson;

import java.util.Optional;
import org.digitscope.explain.lesson.scene.StageScene;

/**
 * A scene of a lesson, to be set while it is taught.
 *
 * @param title for people; may be empty
 * @param chapter that it belongs to; empty for one of the whole lesson
 * @param project the name of a project's file beside the lesson, which is open in this scene
 * @param scene what is seen
 */
public record LessonScene(String title, Optional<String> chapter, Optional<String> project, StageScene scene) {
}
