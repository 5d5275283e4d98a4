/**
 * The desktop application: the only packages that know JavaFX.
 *
 * <p>May use every other package. Everything belongs to the FX thread, except that training and loading run on threads of
 * their own, which end with the window and hand over nothing but immutable objects.
 */
package org.digitscope.app;
