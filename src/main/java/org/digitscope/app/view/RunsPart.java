package org.digitscope.app.view;

/** The parts of the Runs view, in the order of their buttons. */
public enum RunsPart {
    CURVES, ANSWERS, NEURONS, SWEEP
}
