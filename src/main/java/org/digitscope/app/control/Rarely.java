package org.digitscope.app.control;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something at once when it is asked for, but at most once in a while: what is asked for meanwhile is done when that is over. */
public final class Rarely {

    private final PauseTransition pause;
    private final Runnable action;
    private boolean waiting;

    /** @param between the least time between two times */
    public Rarely(Duration between, Runnable action) {
        this.action = action;
        pause = new PauseTransition(between);
        pause.setOnFinished(event -> {
            if (waiting) {
                waiting = false;
                soon();
            }
        });
    }

    public void soon() {
        if (pause.getStatus() == PauseTransition.Status.RUNNING) {
            waiting = true;
        } else {
            action.run();
            pause.playFromStart();
        }
    }
}
