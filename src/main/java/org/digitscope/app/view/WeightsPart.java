package org.digitscope.app.view;

/** The parts of the Weights view, in the order of their buttons. */
public enum WeightsPart {
    NEURONS, MATRICES, ALL_NUMBERS, WHAT_IF, WHO_MATTERS, WHY_IT_MOVES
}
