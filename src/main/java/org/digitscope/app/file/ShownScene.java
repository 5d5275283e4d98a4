package org.digitscope.app.file;

import java.util.List;
import org.digitscope.explain.lesson.scene.StageScene;

/** What is on screen, as projects keep it. For the FX thread. */
public interface ShownScene {

    /** All but the drawing, which projects keep to the last stroke. */
    StageScene now();

    /**
     * Shows what a scene says, as far as that is possible.
     *
     * @return what wasn't, in sentences without a full stop
     */
    List<String> show(StageScene scene);
}
