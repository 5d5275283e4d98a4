/**
 * Lessons on disk: their texts, what a learner has done of them, and what learners hand in.
 *
 * <p>May use {@code files}, {@code explain} and what these use. All functions block; none belongs on the FX thread.
 */
package org.digitscope.files.lessons;
