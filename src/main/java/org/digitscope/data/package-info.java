/**
 * What the digits are and where they come from: labelled pictures, IDX files, and the MNIST that the program brings.
 *
 * <p>Uses nothing else of the program. Data sets are immutable; loading blocks, so it belongs on a background thread.
 */
package org.digitscope.data;
