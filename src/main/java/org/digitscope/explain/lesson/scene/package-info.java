/**
 * What is on screen, in a small, closed language: lessons set scenes with it, and projects keep theirs in the same words.
 *
 * <p>May use {@code drawing}, {@code evaluation} and the conditions of lessons; no toolkit. Immutable: any thread may use it.
 */
package org.digitscope.explain.lesson.scene;
