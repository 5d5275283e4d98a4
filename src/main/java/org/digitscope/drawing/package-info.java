/**
 * From a picture to what the network sees: brightness → ink → 28×28 grey values placed as MNIST places its digits.
 *
 * <p>May use {@code network} and {@code data}; neither a toolkit nor java.awt. Everything here is a pure function of
 * its arguments, so any thread may call it; a large picture takes some milliseconds.
 */
package org.digitscope.drawing;
