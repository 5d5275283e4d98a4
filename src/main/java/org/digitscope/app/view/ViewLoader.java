package org.digitscope.app.view;

import javafx.scene.Parent;

/** Loads views. */
@FunctionalInterface
public interface ViewLoader {

    /** @param name of its FXML file, without the ending */
    Parent load(String name);
}
