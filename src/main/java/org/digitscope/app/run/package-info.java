/**
 * The training run and what is shown of it: state, commands, the time machine, changes by hand, the chosen neuron and weight.
 *
 * <p>Needs no toolkit, only JavaFX's properties and an executor that leads to the FX thread, so tests use it without a window.
 * Everything belongs to the FX thread, except what {@link org.digitscope.app.run.Background} and the trainer's thread are given.
 */
package org.digitscope.app.run;
