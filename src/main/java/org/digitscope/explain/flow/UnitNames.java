package org.digitscope.explain.flow;

import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;

/**
 * What the neurons, digits and pixels of a network are called in sentences.
 *
 * @param classes what the ten outputs are called
 */
record UnitNames(Parameters network, ClassNames classes) {

    /** "neuron 14", with its layer where there are several, or the digit. */
    String of(int layer, int index) {
        if (layer == network.depth()) {
            return classes.of(index);
        }
        return "neuron " + index + (network.depth() > 2 ? " of layer_" + layer : "");
    }

    /** "row 14, column 9". */
    static String pixel(int pixel) {
        return "row " + pixel / Dataset.COLUMNS + ", column " + pixel % Dataset.COLUMNS;
    }
}
