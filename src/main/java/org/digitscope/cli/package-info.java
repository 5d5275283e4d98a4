/**
 * The terminal: to train, evaluate, predict and inspect, to convert and verify networks, to report and answer tables, on picocli.
 *
 * <p>May use every package but {@code app}. Commands run on the thread that calls them and write numbers the same way in
 * every locale.
 */
package org.digitscope.cli;
