package org.digitscope.app.view;

import org.digitscope.app.run.AppModel;

/** What stands below training digits: the digits that they are, unless the run trains with labels of which some are wrong on purpose. */
final class TrainingLabels {

    /** What stands there then. */
    static final String WORDS = "its label (some are wrong on purpose)";

    private TrainingLabels() {
    }

    static boolean areWrong(AppModel model) {
        return model.liveProperty().get() != null && model.liveProperty().get().settings().variation().wrongLabels() > 0;
    }
}
