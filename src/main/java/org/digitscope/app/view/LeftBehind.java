package org.digitscope.app.view;

import javafx.scene.Node;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.run.AppModel;

/** What doesn't hold in the fields of a view goes on Escape from anywhere in it, and with the training or file whose network it shows. */
final class LeftBehind {

    private LeftBehind() {
    }

    static void letGo(FieldProblems problems, Node view, AppModel model) {
        problems.takeBackOnEscapeIn(view);
        model.shownProperty().addListener((observable, before, after) -> {
            if (before != null && !after.isOfSameTraining(before)) {
                problems.takeBack();
            }
        });
    }
}
