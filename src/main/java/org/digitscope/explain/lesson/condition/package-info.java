/**
 * What the tasks of lessons ask for: a small, closed language over a plain record of the program's state. Nothing in it can run code.
 *
 * <p>May use {@code data}; no toolkit. Immutable: any thread may use it.
 */
package org.digitscope.explain.lesson.condition;
