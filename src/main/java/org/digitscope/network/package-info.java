/**
 * The mathematics: parameters, forward pass, loss and exact gradients of 784 → hidden ReLU → 10 softmax, in float32.
 *
 * <p>Numbers live in EJML matrices. May use {@code data}. A {@link org.digitscope.network.Network} holds scratch memory,
 * so each thread has its own; {@link org.digitscope.network.Parameters} may be shared as long as nobody writes to them.
 */
package org.digitscope.network;
