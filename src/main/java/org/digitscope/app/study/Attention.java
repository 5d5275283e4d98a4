package org.digitscope.app.study;

import javafx.beans.value.ObservableValue;

/** Whether anybody looks, so that nothing is computed for views that are hidden. */
final class Attention {

    private final Runnable changed;
    private int watchers;

    /** @param changed called whenever a view is shown or hidden */
    Attention(Runnable changed) {
        this.changed = changed;
    }

    /** Somebody looks while this holds. */
    void watch(ObservableValue<Boolean> visible) {
        visible.addListener((observable, before, after) -> count(after ? 1 : -1));
        if (visible.getValue()) {
            count(1);
        }
    }

    boolean isPaid() {
        return watchers > 0;
    }

    private void count(int more) {
        watchers += more;
        changed.run();
    }
}
