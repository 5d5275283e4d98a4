/**
 * The desktop application: start and end of the program, the window as a whole, and where its parts meet.
 *
 * <p>The packages below are its rooms. Each may use those that come later: {@code view} (what people see), {@code exhibit} (pictures to
 * play with in the notebook), {@code file} (what goes to and comes from the disk), {@code study} (questions about the shown network
 * that take time), {@code run} (the training run and what is shown of it), {@code control} (reusable nodes). All of them may use the
 * packages outside of {@code app}; nothing outside knows JavaFX.
 *
 * <p>Everything in these packages belongs to the FX thread. What takes long is done by {@link org.digitscope.app.run.Background}
 * or on the trainer's thread; both hand over nothing but immutable objects and end with the window.
 */
package org.digitscope.app;
