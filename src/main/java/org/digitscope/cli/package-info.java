/**
 * The terminal: {@code train}, {@code evaluate}, {@code predict} and {@code inspect}, on picocli.
 *
 * <p>May use every package but {@code app}. Commands run on the thread that calls them and write numbers the same way in
 * every locale.
 */
package org.digitscope.cli;
