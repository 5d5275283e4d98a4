/**
 * Questions about the shown network that take time, answered in the background while somebody looks: scores, what-if curves, profiles
 * of neurons, look-alikes; and the pad's drawing with what the network says to it.
 *
 * <p>Needs no toolkit. Everything belongs to the FX thread.
 */
package org.digitscope.app.study;
