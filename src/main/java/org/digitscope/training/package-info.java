/**
 * The training loop: settings, optimizers, the trainer, its learning curve, its snapshots and how a run ends.
 *
 * <p>May use {@code evaluation}, {@code network} and {@code data}. A {@link org.digitscope.training.Trainer} is not a
 * thread: whoever calls it lends it one. What it hands out ({@link org.digitscope.training.Snapshot}) is immutable and may
 * be read on any thread.
 */
package org.digitscope.training;
