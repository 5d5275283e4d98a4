/**
 * Scoring: how well a network answers a whole data set, digit by digit and mistake by mistake, and how well it would if some
 * of its numbers or neurons were different.
 *
 * <p>May use {@code network} and {@code data}. Results are immutable; computing them takes milliseconds on the thread that
 * asks; what takes longer can be stopped.
 */
package org.digitscope.evaluation;
