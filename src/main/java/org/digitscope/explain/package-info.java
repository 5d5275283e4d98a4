/**
 * Why a network answers as it does, exactly: every number on the way from 784 pixels to ten probabilities, the split of a
 * logit over the pixels, the training digits that are most alike, and how far to trust an answer.
 *
 * <p>May use {@code evaluation}, {@code network} and {@code data}; no toolkit. Everything here is immutable once made, so any
 * thread may use it.
 */
package org.digitscope.explain;
