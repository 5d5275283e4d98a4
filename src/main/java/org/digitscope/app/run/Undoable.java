package org.digitscope.app.run;

import javafx.beans.property.ReadOnlyBooleanProperty;

/** Something that a person changes step by step and can take back. */
public interface Undoable {

    ReadOnlyBooleanProperty canUndo();

    ReadOnlyBooleanProperty canRedo();

    void undo();

    void redo();

    /** @param done called after each new step; not when one is taken back or done again */
    void setOnStep(Runnable done);
}
