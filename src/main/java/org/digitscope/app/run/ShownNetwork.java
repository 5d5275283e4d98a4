package org.digitscope.app.run;

import org.digitscope.network.Parameters;

/**
 * The network that all panels show: the live one, or an earlier one that the time machine was set to, with what the person
 * changed in it.
 *
 * @param step batches that it was trained for; negative for a network from a file
 * @param live whether it follows the training
 * @param base its numbers as they were learnt; nobody writes to them
 * @param parameters its numbers with the person's changes; the same object where there are none
 */
public record ShownNetwork(int step, boolean live, Parameters base, Parameters parameters) {

    /** Whether it is a step of the training on screen, and not a network from a file. */
    public boolean isOfThisRun() {
        return step >= 0;
    }

    /** Whether the person changed something in it. */
    public boolean isEdited() {
        return parameters != base;
    }
}
