package org.digitscope.experiment;

/**
 * A run as people speak of it.
 *
 * @param name in lists, legends and files
 */
public record NamedRun(String name, RunResult result) {
}
