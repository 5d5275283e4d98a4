package org.digitscope.app;

/** Commands that the menu gives to the drawing pad, wherever that is. */
public final class Drawing {

    private Runnable undo = () -> { };
    private Runnable clear = () -> { };

    /** Says what the commands do; called by the view that has the pad. */
    public void connect(Runnable undoStroke, Runnable clearAll) {
        undo = undoStroke;
        clear = clearAll;
    }

    public void undo() {
        undo.run();
    }

    public void clear() {
        clear.run();
    }
}
