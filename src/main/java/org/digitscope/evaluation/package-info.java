/**
 * Scoring: how well a network answers a whole data set, digit by digit and mistake by mistake.
 *
 * <p>May use {@code network} and {@code data}. Results are immutable; computing them takes milliseconds on the thread that
 * asks.
 */
package org.digitscope.evaluation;
