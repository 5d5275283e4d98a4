/**
 * The numbers behind the pictures that a learner plays with: sums term by term, inputs on another scale, curves of the loss, single steps
 * of two optimizers, shifted digits, how sure and how often right.
 *
 * <p>Everything is computed by what the program computes with anyway; nothing here is an approximation of it. Objects are immutable, so
 * any thread may make them.
 */
package org.digitscope.explain.exhibit;
