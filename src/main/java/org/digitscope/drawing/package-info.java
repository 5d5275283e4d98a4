/**
 * From ink to 28×28: grey pictures and how they are fitted to look like MNIST's.
 *
 * <p>May use {@code network} and {@code data}; needs no toolkit. Everything is immutable or pure and may run on any thread.
 */
package org.digitscope.drawing;
