package org.digitscope.app.control;

import org.controlsfx.control.SegmentedButton;

/** Buttons of which one is always chosen: a second press on the chosen one changes nothing. */
public final class Choice {

    private Choice() {
    }

    /** Keeps one of the buttons chosen, as soon as one is. */
    public static void keepOne(SegmentedButton buttons) {
        buttons.getToggleGroup().selectedToggleProperty().addListener((observable, before, after) -> {
            if (after == null && before != null) {
                before.setSelected(true);
            }
        });
    }
}
