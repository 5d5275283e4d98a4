/**
 * From ink to what the network sees: strokes of a pen or a picture → lines → 28×28 grey values as MNIST has its digits.
 *
 * <p>{@link org.digitscope.drawing.SheetEditor} is what a person draws, with undo; {@link org.digitscope.drawing.Sheet} is one
 * immutable state of it; {@link org.digitscope.drawing.MnistFit} brings it to 28×28. A picture becomes lines too, so a pad, a
 * file and the terminal get the same treatment.
 *
 * <p>{@link org.digitscope.drawing.OtherHands} goes the other way: digits of a training set become lines, are changed as people write
 * them, and come back through the same fit. {@link org.digitscope.drawing.Recipe} is all that pictures to train with are made of.
 *
 * <p>May use {@code network} and {@code data}; neither a toolkit nor java.awt. All but SheetEditor is immutable or a pure function,
 * so any thread may use it.
 */
package org.digitscope.drawing;
