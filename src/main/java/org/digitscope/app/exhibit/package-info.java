/**
 * The pictures that a learner plays with in the notebook's chapters: one class each, shown by name, with the mathematics of
 * {@code explain.exhibit}. What a person does in one changes nothing but that one: the network on screen stays as it is.
 *
 * <p>Everything belongs to the FX thread; what takes long is asked in the background.
 */
package org.digitscope.app.exhibit;
