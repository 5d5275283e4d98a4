/**
 * Projects on disk: a whole session in one zip of readable JSON and safetensors, so that training goes on bit for bit; copies of
 * sessions that survive a crash; labelled drawings; the fingerprint of a run.
 *
 * <p>May use {@code files}, {@code drawing}, {@code training} and what these use. All functions block; none belongs on the FX
 * thread.
 */
package org.digitscope.files.project;
