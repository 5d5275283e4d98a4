package org.digitscope.app;

import org.digitscope.network.Parameters;

/**
 * The network that all panels show: the live one, or an earlier one that the time machine was set to.
 *
 * @param step batches that it was trained for
 * @param live whether it follows the training
 * @param parameters its numbers; nobody writes to them
 */
public record ShownNetwork(int step, boolean live, Parameters parameters) {
}
